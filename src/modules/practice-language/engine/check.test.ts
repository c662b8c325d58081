import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedRules as rules } from '../shipped-rules.ts'
import { type Category, type Finding, type Model, makeChecker, type ReadText, readText } from './index.ts'

const checker = makeChecker({ rules })
const levels = ['concern', 'consider', 'prompt'] as const
const shown = (findings: readonly Finding[]) => findings.filter(({ suppressed }) => !suppressed)

const words = [
  ...[
    'Mum',
    'failed',
    'to',
    'protect',
    'Ella',
    '. ',
    '\n',
    '- ',
    '"',
    "'",
    '“',
    '’s',
    'He',
    'said',
    'not',
    'argument',
    'between',
    'mum and dad',
  ],
  ...[
    'toxic',
    'relationship',
    'incident',
    'of',
    'DV',
    'was',
    'assaulted',
    'by',
    '\ud83d',
    '👩‍👧',
    '\0',
    'شجار',
    '\u202e',
    'é',
    '\u00a0',
    ', but',
    ';',
  ],
]
const almostNotes = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' '))
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), almostNotes)

test('Any text has an answer, in order, whose phrases are what stands at their places', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const findings = checker.check(text, { levels, documentChecks: true })
      let before: Finding | null = null
      for (const finding of findings) {
        expect(text.slice(finding.start, finding.end)).toBe(finding.phrase)
        if (before) {
          const order =
            before.start - finding.start || before.end - finding.end || (before.ruleId < finding.ruleId ? -1 : 1)
          expect(order).toBeLessThan(0)
        }
        before = finding
      }
    }),
    { numRuns: 400 },
  )
})

test('What stands before a sentence moves its findings and changes nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (before) => {
      const start = `${before.replaceAll(/["'“”„«»‘’‚[\]>]/g, '')}.\n\n`
      const [finding] = shown(checker.check(`${start}Mum failed to protect Ella.`)).slice(-1)
      expect(finding).toMatchObject({
        ruleId: 'rs.failed-to-protect',
        start: start.length + 4,
        phrase: 'failed to protect',
      })
    }),
  )
})

test('A check remembers nothing: the same text has the same findings', () => {
  const text = 'Mum failed to protect Ella. There was an incident of DV. They have a volatile relationship.'
  const first = checker.check(text)
  checker.check('Something else, with an argument between mum and dad.', { roles: { survivor: ['Ella'] } })
  expect(checker.check(text)).toEqual(first)
})

test('Concern and consider are shown where nobody asks for a level', () => {
  const text =
    'Mother must be open and honest about contact. Mum failed to protect Ella. She did not report the assault.'
  expect(new Set(checker.check(text).map(({ level }) => level))).toEqual(new Set(['concern', 'consider']))
  expect(checker.check(text, { levels: ['prompt'], documentChecks: false }).map(({ level }) => level)).toEqual([
    'prompt',
  ])
})

test('What two rules of one category say of the same words is said once', () => {
  const found = shown(checker.check('There was an incident of DV between the parents.'))
  const incidents = found.filter(({ category }) => category === 'incident_framing')
  expect(incidents).toHaveLength(1)
})

test('White space between the words may be of any kind, within a sentence', () => {
  expect(shown(checker.check('Mum failed\r\n   to\u00a0protect Ella.'))).toMatchObject([
    { phrase: 'failed\r\n   to\u00a0protect' },
  ])
  expect(shown(checker.check('She failed. To protect Ella we met.'))).toEqual([])
})

test('Eight times the text takes about eight times as long, also where it is hostile', () => {
  const hostile = [
    'a',
    'mum ',
    'must stop let ',
    '" \' ',
    '.',
    ' ',
    '\n',
    'a-',
    '- must keep\n',
    'Mum failed to protect. ',
    'he said not ',
    '> a\n',
    '[[plain: ignore a.b because ',
    '母',
    '👩‍👧',
    '\ud800',
  ]
  const quickest = (text: string): number => {
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 3; run += 1) {
      // The processor's time and not the clock's: others may be at work on the machine.
      const start = process.cpuUsage()
      checker.check(text, { levels, documentChecks: true })
      const { user, system } = process.cpuUsage(start)
      best = Math.min(best, (user + system) / 1000)
    }
    return best
  }
  for (const part of hostile) {
    const text = part.repeat(Math.ceil(15_000 / part.length))
    // What grows with the square would take 64 times as long.
    expect(quickest(text.repeat(8)), part).toBeLessThan(Math.max(60, quickest(text) * 28))
  }
}, 60_000)

test('A million characters on one line have an answer', () => {
  const text = `${'mum and dad argue a lot, she failed to protect them and '.repeat(18_000)}.`
  expect(text.length).toBeGreaterThan(1_000_000)
  expect(shown(checker.check(text)).length).toBeGreaterThan(10_000)
}, 30_000)

describe('What the writer says', () => {
  const text = 'Mum failed to protect Ella. Mum failed  to protect Max. Mum failed to safeguard them.'

  test('"this is right as it stands" is kept with its reason, for these words by this rule', () => {
    const answers = [{ ruleId: 'rs.failed-to-protect', phrase: 'Failed to protect', reason: 'The court found so.' }]
    const found = checker.check(text, { answers })
    expect(found.map(({ suppressed }) => suppressed)).toEqual([
      { guard: 'answered', reason: 'The court found so.' },
      { guard: 'answered', reason: 'The court found so.' },
      undefined,
    ])
    expect(
      checker.check(text, { answers: [{ ruleId: 'vb.provoked', phrase: 'failed to protect', reason: 'x' }] }),
    ).toEqual(checker.check(text))
  })

  test('a mark in the text ignores one rule on its line, with a reason', () => {
    const marked =
      'Mum failed to protect Ella. [[plain: ignore rs.failed-to-protect because the judge said so]]\nMum failed to protect Max.'
    expect(checker.check(marked).map(({ suppressed }) => suppressed)).toEqual([
      { guard: 'ignored', reason: 'the judge said so' },
      undefined,
    ])
    const above =
      '[[plain: ignore rs.failed-to-protect because the judge said so]]\nMum failed to protect Max.\nMum failed to protect Ella.'
    expect(checker.check(above).map(({ suppressed }) => suppressed?.guard)).toEqual(['ignored', undefined])
  })

  test('a mark without a reason, or for another rule, ignores nothing, and a mark is no sentence of the note', () => {
    expect(shown(checker.check('Mum failed to protect Ella. [[plain: ignore rs.failed-to-protect]]'))).toHaveLength(1)
    expect(
      shown(checker.check('Mum failed to protect Ella. [[plain: ignore rs.failed-to-protect because ]]')),
    ).toHaveLength(1)
    expect(shown(checker.check('Mum failed to protect Ella. [[plain: ignore vb.provoked because so]]'))).toHaveLength(1)
    expect(checker.check('[[plain: ignore vb.provoked because mum failed to protect him]]')).toEqual([])
  })
})

describe('A model', () => {
  const text =
    'Kerry was hither and thither. "Hither and thither" he said. Dean was hither and thither. Mum failed to protect Ella.'
  const finding = (phrase: RegExp, category: Category): Model => ({
    find: ({ text: read }) =>
      [...read.matchAll(phrase)].map(({ index, 0: words }) => ({
        category,
        start: index,
        end: index + words.length,
        score: 0.9,
      })),
    isEnough: ({ score }) => score > 0.5,
  })

  test('finds what is said to be less certain, after the guards', () => {
    const withModel = makeChecker({ rules, model: finding(/hither and thither/gi, 'victim_blaming') })
    const found = withModel.check(text, { roles: { survivor: ['Kerry'], perpetrator: ['Dean'] } })
    const learned = found.filter(({ certainty }) => certainty === 'learned')
    expect(learned.map(({ suppressed }) => suppressed?.guard)).toEqual([undefined, 'quotation', 'subject'])
    expect(learned[0]).toMatchObject({
      ruleId: 'learned.victim_blaming',
      level: 'consider',
      phrase: 'hither and thither',
    })
    expect(learned[0]?.message).toMatch(/less certain/)
    expect(withModel.rules.map(({ id }) => id)).toContain('learned.label')
    expect(checker.rules.map(({ id }) => id)).not.toContain('learned.label')
  })

  test('does not repeat what a rule of the same category says', () => {
    const same = makeChecker({ rules, model: finding(/protect Ella/g, 'responsibility_on_survivor') })
    expect(same.check(text).filter(({ certainty }) => certainty === 'learned')).toEqual([])
    const other = makeChecker({ rules, model: finding(/protect Ella/g, 'victim_blaming') })
    expect(other.check(text).filter(({ certainty }) => certainty === 'learned')).toHaveLength(1)
  })

  test('lowers a concern where it holds the words to be clean, and more where it is sure of another kind', () => {
    const saying = (score: number, category: Category = 'responsibility_on_survivor'): Model => ({
      find: ({ text: read }) => {
        const start = read.indexOf('failed')
        return [{ category, start, end: start + 17, score }]
      },
      isEnough: ({ score: reached }) => reached > 0.9,
    })
    const levelOf = (model: Model) =>
      makeChecker({ rules, model })
        .check(text, { levels: ['concern', 'consider', 'prompt'], documentChecks: false })
        .find(({ ruleId }) => ruleId === 'rs.failed-to-protect')?.level
    expect([0.01, 0.2, 0.9].map((score) => levelOf(saying(score)))).toEqual(['consider', 'concern', 'concern'])
    expect([0.5, 0.7].map((score) => levelOf(saying(score, 'victim_blaming')))).toEqual(['consider', 'prompt'])
    const named = { roles: { survivor: ['Mum'] } }
    expect(makeChecker({ rules, model: saying(0) }).check('Mum failed to protect Ella.', named)[0]?.level).toBe(
      'concern',
    )
  })

  test('is heard where a guard went by a word nearby, and not where words are quoted', () => {
    const nearby = 'The landlord says the couple were rowing. "They were rowing," he wrote.'
    const found = makeChecker({ rules, model: finding(/were rowing/g, 'mutualising') }).check(nearby)
    expect(found.filter(({ suppressed }) => suppressed === undefined).map(({ start }) => start)).toEqual([29])
  })

  test('may be switched off by category, and what it finds outside the text is left out', () => {
    const model: Model = {
      find: () => [
        { category: 'label', start: 5, end: 9_999, score: 1 },
        { category: 'label', start: 0, end: 5, score: 1 },
      ],
      isEnough: () => true,
    }
    expect(
      makeChecker({ rules, model })
        .check('Kerry')
        .map(({ phrase }) => phrase),
    ).toEqual(['Kerry'])
    const overlays = [{ name: 'Ours', rules: [{ extends: 'learned.label', disabled: true }] }]
    expect(makeChecker({ rules, model, overlays }).check('Kerry')).toEqual([])
  })

  test('is given what the check has read: sentences, quotations, reported and negated words', () => {
    const seen: ReadText[] = []
    makeChecker({
      rules,
      model: {
        find: (read) => {
          seen.push(read)
          return []
        },
        isEnough: () => true,
      },
    }).check('He said it was "nothing". It was not her.')
    const read = readText('He said it was "nothing". It was not her.', {}, rules)
    const slices = (of: ReadText, ranges: readonly { start: number; end: number }[]) =>
      ranges.map(({ start, end }) => of.text.slice(start, end))
    for (const one of [...seen, read]) {
      expect(slices(one, one.sentences)).toEqual(['He said it was "nothing".', 'It was not her.'])
      expect(slices(one, one.quotations)).toEqual(['"nothing"'])
      expect(slices(one, one.reported)).toEqual([' it was "nothing".'])
      expect(slices(one, one.negated)).toEqual([' her'])
    }
    expect(seen).toHaveLength(1)
  })
})
