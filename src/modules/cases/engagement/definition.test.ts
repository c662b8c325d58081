import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDefinition, type Definition, inNames, longestDefinition, readDefinition } from './definition.ts'
import { compareDefinitions } from './definitions/compare.ts'
import { keyFor, withQuestion } from './definitions/own-question.ts'
import { placeInJson } from './json-place.ts'
import { standard1 } from './standard.ts'

const copy = () => structuredClone(standard1) as { -readonly [K in keyof Definition]: Definition[K] }
const problemsOf = (given: unknown): readonly string[] => {
  const read = typeof given === 'string' ? readDefinition(given) : checkDefinition(given)
  return read.ok ? [] : read.problems
}
const withSections = (change: (sections: Definition['sections']) => unknown) => {
  const given = copy()
  return { ...given, sections: change(given.sections) }
}
const own = {
  key: 'own',
  label: 'A question',
  kind: 'text',
  hint: '',
  guidance: [],
  options: [],
  required: false,
  asksWhyNot: false,
  first: '',
} as const
const ownText = { ...own, guidance: [], options: [] }

describe('A definition that cannot be used is refused with the place', () => {
  test.each([
    ['no JSON', '{"format": "x",\n  "title": }', 'Line 2, character 12: this is not JSON'],
    ['no object', '[]', 'The form: '],
    ['another format', JSON.stringify({ ...copy(), format: 'x' }), 'Format: it must be throughline-engagement-form-1'],
    ['a key that nobody knows', JSON.stringify({ ...copy(), script: 'x' }), 'The form: nobody knows what script means'],
    [
      '__proto__',
      JSON.stringify(copy()).replace('{', '{"__proto__":{"title":"x"},'),
      'The form: nobody knows what __proto__ means',
    ],
    [
      '__proto__ in a question',
      JSON.stringify(copy()).replace(
        '{"key":"summary","label"',
        '{"__proto__":{"kind":"date"},"key":"summary","label"',
      ),
      'Section 11, question 1: nobody knows what __proto__ means',
    ],
    ['too large', `${' '.repeat(longestDefinition)}{}`, 'The form: it is larger than 200 kB'],
    ['a deep one', '['.repeat(90_000), 'this is not JSON'],
  ])('%s', (_what, text, says) => {
    expect(problemsOf(text).join('\n')).toContain(says)
    expect(Object.prototype).not.toHaveProperty('title')
  })

  test.each([
    ['a kind that there is not', { ...own, kind: 'script' }, 'Section 5, question 1, kind: it must be one of'],
    [
      'a key of a person’s making',
      { ...own, key: '__proto__' },
      'Section 5, question 1, key: it must be small letters',
    ],
    [
      'a list without options',
      { ...own, kind: 'choice' },
      'Section 5, question 1: a list to choose from has two options at least',
    ],
    ['options without a list', { ...own, options: ['a', 'b'] }, 'only a list to choose from has options'],
    ['an option twice', { ...own, kind: 'choice', options: ['a', 'a'] }, 'the option a is there twice'],
    ['why not of a text', { ...own, asksWhyNot: true }, 'only a yes or no is asked why not'],
    ['no date', own, 'it has no question date'],
    ['a key twice', { ...own, key: 'summary' }, 'Two questions have the key summary'],
    ['a zero byte', { ...own, label: 'A\u0000B' }, 'Section 5, question 1, label: it must not have characters'],
  ])('%s', (_what, question, says) => {
    const given = withSections((sections) =>
      sections.map((section) => (section.key === 'date' ? { ...section, questions: [question] } : section)),
    )
    expect(problemsOf(given).join('\n')).toContain(says)
  })

  test('the box of a date is no key for another date', () => {
    const date = { ...own, key: 'date-day', kind: 'date' as const }
    const given = withSections((sections) =>
      sections.map((section) =>
        section.key === 'date' ? { ...section, questions: [...section.questions, date] } : section,
      ),
    )
    expect(problemsOf(given)).toEqual(['The key date-day is that of a box of another date'])
  })

  test('one that fits pasted and not stored is too large', () => {
    const questions = Array.from({ length: 40 }, (_, n) => ({
      ...own,
      key: `own-${n}`,
      label: 'x'.repeat(500),
      hint: 'y'.repeat(1000),
    }))
    const many = (count: number) =>
      withSections((sections) => [
        ...sections,
        ...Array.from({ length: count }, (_, n) => ({
          key: `page-${n}`,
          title: 'Page',
          people: null,
          questions: questions.map((each) => ({ ...each, key: `p-${n}-${each.key}` })),
        })),
      ])
    expect(problemsOf(many(2))).toEqual([])
    expect(problemsOf(many(4))).toEqual(['The form: it is larger than 200 kB'])
  })
})

test('Whatever is pasted, there is an answer and no error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readDefinition(text).ok).toBe(false)
    }),
  )
})

test('A text has a place where it stops being JSON exactly where it is not JSON', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', 'x', ' ', '\n', '[', '1'), (json, at, put) => {
      const cut = at % (json.length + 1)
      for (const text of [json, json.slice(0, cut) + put + json.slice(cut), json.slice(0, cut), json.slice(cut)])
        expect([text, placeInJson(text) === null]).toEqual([text, isJson(text)])
    }),
  )
  expect(placeInJson('{"a": 1,\n "b": }')).toEqual({ line: 2, character: 7 })
})

test('A question of any wording gets a key that is free, and a definition that holds', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), { maxLength: 12 }), (labels) => {
      let definition: Definition = standard1
      for (const label of labels) {
        const next = checkDefinition(
          withQuestion(definition, 'summary', { ...ownText, key: keyFor(definition, label), label }),
        )
        if (next.ok) ({ definition } = next)
        // the only thing that may be wrong is the wording
        else expect(next.problems.every((problem) => problem.includes('label'))).toBe(true)
      }
    }),
  )
})

test('What is new, changed and missing is told apart', () => {
  const given = withSections((sections) =>
    sections
      .filter(({ key }) => key !== 'summary' && key !== 'household')
      .map((section) =>
        section.key === 'referral'
          ? {
              ...section,
              questions: [...section.questions.map((each) => ({ ...each, label: 'Was he referred?' })), own],
            }
          : section,
      ),
  )
  const read = checkDefinition(given)
  expect(read.ok && compareDefinitions(read.definition, standard1)).toEqual([
    { kind: 'changed', key: 'referral', label: 'Was he referred?', what: ['wording'] },
    { kind: 'new', key: 'own', label: 'A question', what: [] },
    { kind: 'missing', key: 'household', label: 'Others in the family or household', what: [] },
    { kind: 'missing', key: 'summary', label: 'Summary of engagement', what: [] },
  ])
  expect(compareDefinitions(standard1, standard1)).toEqual([])
})

test('A record with one perpetrator is asked about by name, one with two is not', () => {
  expect(inNames('Has the perpetrator been asked?', ['Ann $& Lee'])).toBe('Has Ann $& Lee been asked?')
  expect(inNames('Has the perpetrator been asked?', ['A', 'B'])).toBe('Has the perpetrator been asked?')
})
