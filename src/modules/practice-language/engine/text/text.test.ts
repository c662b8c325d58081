import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { quotationsOf } from './quotations.ts'
import { sentencesOf } from './sentences.ts'

const sentences = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))
const quoted = (text: string) => quotationsOf(text).map(({ start, end }) => text.slice(start, end))

test('Sentences end where they end, and not after titles, short forms and times', () => {
  expect(
    sentences('Ms. Ali met Mr. Brown and Dr. Wu at 10.15am. He left. She stayed, approx. 20 mins. e.g. tea!'),
  ).toEqual(['Ms. Ali met Mr. Brown and Dr. Wu at 10.15am.', 'He left.', 'She stayed, approx. 20 mins. e.g. tea!'])
  expect(sentences('School, nursery etc. were told. See no. 5, i.e. the flat. Mr B. He left.')).toEqual([
    'School, nursery etc. were told.',
    'See no. 5, i.e. the flat.',
    'Mr B.',
    'He left.',
  ])
  expect(sentences('“Get out.” She left (by taxi.) Then?! Nothing.')).toEqual([
    '“Get out.”',
    'She left (by taxi.)',
    'Then?!',
    'Nothing.',
  ])
})

test('Each line of a list is a sentence without its bullet or number', () => {
  expect(sentences('- Mum to sign\n* Fa to leave\n• Nan\n1. One\n2) Two\n(a) Three\n- [ ] Four')).toEqual([
    'Mum to sign',
    'Fa to leave',
    'Nan',
    'One',
    'Two',
    'Three',
    'Four',
  ])
  expect(sentencesOf('- Mum to sign\nA note').map(({ inList }) => inList)).toEqual([true, false])
})

test('A line that was wrapped goes on; a line of notes does not', () => {
  expect(sentences('She has not allowed\nhim in. Mum went with\nMr Brown')).toEqual([
    'She has not allowed\nhim in.',
    'Mum went with\nMr Brown',
  ])
  expect(sentences('Mum to attend\nFather to leave')).toEqual(['Mum to attend', 'Father to leave'])
  expect(sentences('one\n\ntwo')).toEqual(['one', 'two'])
})

test('A heading stays with its text', () => {
  expect(sentences('Mother: lacks insight\nPlan: see Ella')).toEqual(['Mother: lacks insight', 'Plan: see Ella'])
})

test('Quotations are found in all their marks', () => {
  expect(quoted('He said "go away" and ‘never’ and “what now” and \'no way\'.')).toEqual([
    '"go away"',
    '‘never’',
    '“what now”',
    "'no way'",
  ])
})

test('An apostrophe is no quotation mark', () => {
  expect(quoted("Mum didn't see dad's car; the parents' evening was at six o'clock.")).toEqual([])
  expect(quoted('Mum didn’t see dad’s car at the boys’ school.')).toEqual([])
  expect(quoted("He called it 'the parents' row' again.")).toEqual(["'the parents' row'"])
})

test('A quotation ends with its paragraph, and one that is never closed is none', () => {
  expect(quoted('She said "failed\n\nto protect" him')).toEqual([])
  expect(quoted('The 12" pipe failed')).toEqual([])
  expect(quoted('She said "stop')).toEqual([])
})

test('A quotation within another is part of it, and block quotations of Markdown are quotations', () => {
  expect(quoted("“he called it 'a tiff' again”")).toEqual(["“he called it 'a tiff' again”"])
  expect(quoted('Note\n> a domestic\n> again\nEnd')).toEqual(['> a domestic', '> again'])
})

test('Folding keeps every place, and letters of other scripts are letters', () => {
  expect(fold('Ünï’s İ ‑ x\u00a0y\tz')).toBe("uni's i - x y z")
  expect(fold('mumé мама 𝒜')).toBe('mume ____ __')
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => fold(text).length === text.length))
})

test('Sentences and quotations of any text are in order, apart and within it', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('"', "'", '“', '”', '‘', '’', '. ', '\n', '- ', 'Mum ', 'Mr. ', '> ', '\ud800', '\0', 'a'))
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anything, (text) => {
      for (const ranges of [sentencesOf(text), quotationsOf(text)]) {
        let before = 0
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          before = end
        }
        expect(before).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 500 },
  )
})
