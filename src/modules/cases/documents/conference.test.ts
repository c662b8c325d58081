import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { DocumentBlock } from '#platform/documents/index.ts'
import type { Effort } from '../efforts/effort.ts'
import type { Family, Member, Part } from '../family.ts'
import type { PatternEntry } from '../pattern/entry.ts'
import { notKnown } from '../pattern/when.ts'
import type { Action } from '../plan/plan.ts'
import { type CaseRecord, standing } from './case-record.ts'
import { piecesOf } from './check.ts'
import { conferenceBlocks } from './conference.ts'
import { patternMapBlocks } from './pattern-map.ts'

const member = (name: string, part: Part, birthOn: string | null = '2019-04-02'): Member => ({
  individualId: name,
  name,
  part,
  birthOn: birthOn === null ? null : localDate(birthOn),
  expectedOn: null,
  gender: '',
  involvement: '',
  leftOn: null,
})

const family: Family = {
  ...{ id: 'f', authorityId: 'a', reference: 'F-ASHW2345', name: 'Ashworth and Price', teamId: null, team: null },
  ...{ cmsId: '', cmsUrl: null, legalStatus: '', communicationNeeds: '', openedOn: localDate('2026-01-05') },
  ...{ closedOn: null, closeReason: '', engagedOn: null, engagementDue: localDate('2026-02-02'), goals: 0, efforts: 0 },
  ...{ formSince: null, unansweredSince: null, version: 1, sealed: false, workers: [] },
  people: [
    member('Mia Price', 'child'),
    member('Noah Price', 'child', null),
    member('Darren Ashworth', 'perpetrator'),
    member('Leanne Price', 'victim_survivor'),
  ],
}

const entry = (given: Partial<PatternEntry>): PatternEntry => ({
  ...{ id: 'e', perpetratorId: 'Darren Ashworth', kinds: ['threats'], what: 'He threatened her.', when: notKnown },
  ...{ source: 'Police', harms: [], meaning: '', carried: '', withdrawnAt: null, withdrawnWhy: '' },
  ...{ recordedBy: 'p', recordedAt: new Date(0), version: 1, ...given },
})
const effort = (given: Partial<Effort>): Effort => ({
  ...{ id: 'x', survivorId: 'Leanne Price', children: [], kind: 'safety', what: 'She took them to her mother.' },
  ...{ source: '', seenOn: null, acknowledgedOn: null, withdrawnAt: null, withdrawnWhy: '' },
  ...{ recordedBy: 'p', recordedAt: new Date(0), version: 1, ...given },
})
const action = (given: Partial<Action>): Action => ({
  ...{ id: 'a', number: 1, owner: 'perpetrator', individualId: 'Darren Ashworth', agency: '', kind: 'change' },
  ...{ what: 'Attend every session', measure: 'Attendance', dueOn: localDate('2026-06-01'), whySurvivor: '' },
  ...{ shareable: false, status: 'open', supervisionId: null, version: 1, reviews: [], ...given },
})

const empty: CaseRecord = {
  ...{ family, relations: [], entries: [], elsewhere: [], efforts: [], complexities: [], attempts: [], actions: [] },
  ...{ referrals: [], today: localDate('2026-03-03') as LocalDate },
}

const textOf = (blocks: DocumentBlock[]): string =>
  piecesOf({ title: '', subtitle: '', language: 'en-GB', made: '2026-03-03', blocks })
    .map(({ text }) => text)
    .join('\n')
const headingsOf = (record: CaseRecord): string[] =>
  conferenceBlocks(record).flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []))

test('it names who does what to whom, in the same order whatever is recorded', () => {
  const headings = [
    'The people',
    'What Darren Ashworth does',
    'What it does to each of them',
    'What Leanne Price does to protect the children',
    'What has been tried with Darren Ashworth',
    'What makes things harder',
    'What is asked',
    'What the record does not say',
  ]
  expect(headingsOf(empty)).toEqual(headings)
  expect(headingsOf({ ...empty, entries: [entry({})], efforts: [effort({})], actions: [action({})] })).toEqual(headings)
})

test('the harm to each child stands under the child’s name', () => {
  const harms = [{ individual: 'Mia Price', ways: ['trauma', 'housing'], how: 'She stopped sleeping.' }]
  const blocks = conferenceBlocks({ ...empty, entries: [entry({ harms, meaning: 'Home is not safe.' })] })
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'The harm to Mia Price')
  expect(blocks[at + 1]).toEqual({
    kind: 'list',
    items: [
      'Date not known, by Darren Ashworth: Threats\nMia Price: by trauma, housing. She stopped sleeping.\nHome is not safe.',
    ],
  })
  expect(textOf(blocks)).toContain('No harm to Noah Price is recorded. That is a gap in the record')
})

test('gaps are said as gaps', () => {
  const text = textOf(conferenceBlocks(empty))
  for (const gap of [
    'What Darren Ashworth did is not recorded.',
    'How Mia Price was harmed is not recorded.',
    'The date of birth of Noah Price is not recorded.',
    'What Leanne Price does to protect the children is not recorded.',
    'No attempt to engage Darren Ashworth is recorded.',
    'The plan asks no change of behaviour of Darren Ashworth.',
    'What they are to one another is not recorded.',
  ])
    expect(text).toContain(gap)
  const mended = textOf(conferenceBlocks({ ...empty, entries: [entry({})], actions: [action({})] }))
  expect(mended).not.toContain('What Darren Ashworth did is not recorded.')
  expect(mended).not.toContain('The plan asks no change of behaviour')
})

test('who told of what is in the pattern map, and not in the report', () => {
  const source = 'Told by her sister'
  const record = { ...empty, entries: [entry({ source })], efforts: [effort({ source })] }
  expect(textOf(patternMapBlocks(record)).split(source)).toHaveLength(3)
  expect(textOf(conferenceBlocks(record))).not.toContain(source)
})

test('what other records of the borough tell of a perpetrator is in the pattern map, and not in the report', () => {
  const elsewhere = [
    { perpetratorId: 'Darren Ashworth', record: 1, kinds: ['stalking'], when: notKnown, carried: 'He waited outside.' },
  ]
  const record = { ...empty, elsewhere }
  expect(textOf(patternMapBlocks(record))).toContain('He waited outside.')
  expect(textOf(conferenceBlocks(record))).not.toMatch(/He waited outside|other record|stalking/i)
})

// Long ones among them, of many scripts; each of its own, so that one cannot stand for another.
const texts = fc
  .array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom(1, 3, 200)), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all) => all.map(([text, times], index) => `${index}<${text.repeat(times)}>${index}`))
const flags = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })

test('every entry is in it whole, and none that was withdrawn', () => {
  fc.assert(
    fc.property(texts, flags, (all, withdrawn) => {
      const gone = (index: number) => (withdrawn[index] ? new Date(0) : null)
      const record = standing({
        ...empty,
        entries: all.map((text, index) => entry({ what: `did ${text}`, withdrawnAt: gone(index) })),
        efforts: all.map((text, index) => effort({ what: `protects ${text}`, withdrawnAt: gone(index) })),
        actions: all.map((text, index) => action({ number: index + 1, what: `asks ${text}` })),
      })
      const [report, map] = [textOf(conferenceBlocks(record)), textOf(patternMapBlocks(record))]
      for (const [index, text] of all.entries()) {
        expect(report.includes(`did ${text}`)).toBe(!withdrawn[index])
        expect(map.includes(`did ${text}`)).toBe(!withdrawn[index])
        expect(report.includes(`protects ${text}`)).toBe(!withdrawn[index])
        expect(report.includes(`asks ${text}`)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
