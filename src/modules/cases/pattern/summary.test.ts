import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import type { Family, Member } from '../family.ts'
import type { Elsewhere, PatternEntry } from './entry.ts'
import { kindOf, kinds, kindValues } from './kinds.ts'
import { kindLines, patternSentences, spanOf } from './summary.ts'
import { notKnown, type When } from './when.ts'

const member = (individualId: string, part: Member['part']): Member => ({
  individualId,
  name: `Name of ${individualId}`,
  part,
  birthOn: null,
  expectedOn: null,
  gender: '',
  involvement: '',
  leftOn: null,
})

const family: Pick<Family, 'people'> = {
  people: [
    member('perp', 'perpetrator'),
    member('second', 'perpetrator'),
    member('mother', 'victim_survivor'),
    member('aunt', 'victim_survivor'),
    member('child', 'child'),
    member('baby', 'child'),
  ],
}

const year = (from: number, to: number | null): When => ({
  starts: localDate(`${from}-01-01`),
  ends: to === null ? null : localDate(`${to + 1}-01-01`),
  knownTo: 'year',
})

const entry = (over: Partial<PatternEntry>): PatternEntry => ({
  id: 'x',
  perpetratorId: 'perp',
  kinds: ['economic'],
  what: 'Took the money',
  when: year(2019, 2019),
  source: '',
  harms: [],
  meaning: '',
  carried: '',
  withdrawnAt: null,
  withdrawnWhy: '',
  recordedBy: 'w',
  recordedAt: new Date(),
  version: 1,
  ...over,
})
const harmed = (...ids: string[]) => ids.map((individual) => ({ individual, ways: ['trauma'], how: '' }))
const other = (over: Partial<Elsewhere>): Elsewhere => ({
  perpetratorId: 'perp',
  record: 1,
  kinds: ['threats'],
  when: year(2015, 2016),
  carried: '',
  ...over,
})

describe('The pattern in sentences', () => {
  test('names the kinds, the years, whom it harmed and what else tells of it', () => {
    const entries = [
      entry({ when: year(2019, null), harms: harmed('mother', 'child') }),
      entry({ kinds: ['economic', 'post-separation'], when: year(2022, 2022), harms: harmed('aunt') }),
      entry({ kinds: ['isolation'], when: notKnown }),
    ]
    expect(patternSentences(family, entries, [other({})])).toEqual([
      'The record shows economic abuse, threats, isolation and abuse after separation by Name of perp, from 2015 to now. ' +
        'It went on after separation. It harmed two victim-survivors and one child. ' +
        'One other record of the borough tells of it too. The date of one entry is not known.',
    ])
    expect(kindLines(family, entries, [other({})]).map(({ name, line }) => `${name}: ${line}`)).toEqual([
      'Economic: 2019 to now, two entries, two victim-survivors and one child',
      'Threats: 2015 to 2016, one entry, one other record',
      'Isolation: date not known, one entry',
      'After separation: 2022, one entry, one victim-survivor',
    ])
  })

  test('says nothing of somebody of whom nothing is recorded, and keeps two perpetrators apart', () => {
    expect(patternSentences(family, [], [])).toEqual([])
    const both = patternSentences(family, [entry({}), entry({ perpetratorId: 'second', kinds: ['threats'] })], [])
    expect(both).toEqual([
      'The record shows economic abuse by Name of perp, in 2019. Whom it harmed is not recorded yet.',
      'The record shows threats by Name of second, in 2019. Whom it harmed is not recorded yet.',
    ])
  })

  const anyWhen = fc.oneof(
    fc.constant(notKnown),
    fc
      .record({
        from: fc.integer({ min: 1950, max: 2020 }),
        length: fc.integer({ min: 0, max: 30 }),
        open: fc.boolean(),
      })
      .map(({ from, length, open }) => year(from, open ? null : from + length)),
  )
  const anyKinds = fc.subarray([...kindValues], { minLength: 1 })
  const anyEntry = fc
    .record({
      perpetratorId: fc.constantFrom('perp', 'second'),
      kinds: anyKinds,
      when: anyWhen,
      harms: fc.subarray(['mother', 'aunt', 'child', 'baby']).map((ids) => harmed(...ids)),
    })
    .map(entry)
  const anyOther = fc
    .record({ record: fc.integer({ min: 1, max: 3 }), kinds: anyKinds, when: anyWhen })
    .map((over) => other(over))

  test('invents nothing: no kind, year, person or record that is not there', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 20 }), fc.array(anyOther, { maxLength: 5 }), (entries, elsewhere) => {
        const of = (id: string) => [
          ...entries.filter(({ perpetratorId }) => perpetratorId === id),
          ...elsewhere.filter(({ perpetratorId }) => perpetratorId === id),
        ]
        const told = (['perp', 'second'] as const).filter((id) => of(id).length > 0)
        const sentences = patternSentences(family, entries, elsewhere)
        expect(sentences).toHaveLength(told.length)
        for (const [index, id] of told.entries()) {
          const sentence = sentences[index] ?? ''
          const recorded = new Set(of(id).flatMap((each) => each.kinds))
          const named = sentence.slice(0, sentence.indexOf(' by Name of '))
          // One kind's words may stand inside another's ("abuse after separation"), so those that are recorded are taken out first.
          const left = [...recorded].reduce((text, kind) => text.replace(kindOf(kind).inSentence, ''), named)
          for (const { inSentence } of kinds) expect(left).not.toContain(inSentence)
          const starts = of(id).flatMap(({ when }) => when.starts ?? [])
          const years = (sentence.match(/\d{4}/g) ?? []).map(Number)
          expect(years.length === 0).toBe(starts.length === 0)
          if (starts.length > 0) expect(Math.min(...years)).toBe(Number([...starts].sort()[0]?.slice(0, 4)))
          expect(sentence.includes('to now')).toBe(
            of(id).some(({ when }) => when.starts !== null && when.ends === null),
          )
          expect(sentence.includes('after separation.')).toBe(recorded.has('post-separation'))
        }
      }),
    )
  })

  test('spans every dated entry, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(anyWhen, { minLength: 1 }), (whens) => {
        expect(spanOf(whens)).toBe(spanOf([...whens].reverse()))
        expect(spanOf(whens) === null).toBe(whens.every(({ starts }) => starts === null))
      }),
    )
  })
})
