import { expect, test } from 'vitest'
import { patternProblem } from '../matching/pattern-set.ts'
import { fold } from '../text/fold.ts'
import { anchorsOf } from './anchors.ts'
import { parsePattern } from './parse.ts'
import { patternSource } from './to-source.ts'

const lexicon = { mother: ['mum', 'mother', 'ms <w>'], stop: ['stop', 'ensure {that}?'], round: ['<round>'] }

/** What a pattern marks in a text; null where it is silent. */
const found = (pattern: string, text: string): string | null => {
  const match = new RegExp(patternSource(parsePattern(pattern, lexicon))).exec(fold(text))
  return match ? text.slice(match.index, match.index + match[0].length) : null
}

test.each([
  ['failed to {protect|safeguard}', 'Mum FAILED to Safeguard him', 'FAILED to Safeguard'],
  ['failed {miserably}? to protect', 'failed to protect', 'failed to protect'],
  ['failed {miserably}? to protect', 'failed miserably to protect', 'failed miserably to protect'],
  ['injuries? seen', 'an injurie seen', 'injurie seen'],
  ['disputes? {again}?', 'the dispute again', 'dispute again'],
  ['instigat* it', 'she instigated it', 'instigated it'],
  ['<mother> <stop> it', 'Ms Abeke-Lowe ensure it', 'Ms Abeke-Lowe ensure it'],
  ['keep .. safe', 'keep all of the three safe', 'keep all of the three safe'],
  ['put ..2 first', 'put the boys first', 'put the boys first'],
  ['{ex-}?partner', 'her ex partner', 'ex partner'],
  ['one-off', 'a one‑off, a one off', 'one‑off'],
  ["didn't see", 'she didn’t see', 'didn’t see'],
  ["didn't see", 'she didnt see', 'didnt see'],
  ["{not|n't} engage", 'she won’t engage', 'won’t engage'],
  ["mum's fault", 'mums fault', 'mums fault'],
  ['<number> calls', 'about 14 calls', '14 calls'],
  ['low level', 'low-level', 'low-level'],
  ['mr <w>', 'Mr. Brown', 'Mr. Brown'],
  ['failed to protect', 'failed\n   to\tprotect', 'failed\n   to\tprotect'],
  ['naive', 'a naïve view', 'naïve'],
])('The pattern %s marks in "%s" the words "%s"', (pattern, text, marked) => {
  expect(found(pattern, text)).toBe(marked)
})

test.each([
  ['protect', 'protects'],
  ['mum', 'maximum'],
  ['row', 'rowé'],
  ['row', 'дrow'],
  ['row', '𝒜row'],
  ['put ..2 first', 'put all of the boys first'],
  ['keep .. safe', 'keep away, and safe'],
  ['failed to protect', 'failed. To protect'],
  ["{not|n't} engage", 'at the front engage'],
  ['one-off', 'one, off'],
])('The pattern %s is silent about "%s"', (pattern, text) => {
  expect(found(pattern, text)).toBeNull()
})

test.each([
  ['{a|b', 'x.one: this { is never closed, at character 1 of "{a|b"'],
  ['a} b', 'x.one: "}" has no meaning here, at character 2 of "a} b"'],
  ['go <nowhere>', 'x.one: there is no list <nowhere>, at character 4 of "go <nowhere>"'],
  ['<open', 'x.one: this < is never closed, at character 1 of "<open"'],
  ['<round> it', /the list <round> names itself/],
  ['a [b]', 'x.one: "[" has no meaning here, at character 3 of "a [b]"'],
  ['a ..99 b', 'x.one: ..N goes from ..1 to ..8, at character 3 of "a ..99 b"'],
  ['{a}? {b}?', /this can match nothing/],
  ['', /this can match nothing/],
  ['{} b', /there is nothing between/],
  ['it*', /before \* come at least three letters/],
  [`${'{'.repeat(40)}a${'}'.repeat(40)}`, /too many \{ inside one another/],
])('The bad pattern %s is refused with its rule and place', (pattern, problem) => {
  expect(patternProblem('x.one', pattern, lexicon)).toMatch(problem)
})

test('A pattern that can be read has no problem', () => {
  expect(patternProblem('x.one', 'failed to {protect|keep .. safe}', lexicon)).toBeNull()
})

test('A pattern needs its rarest words, in every way that they can be written', () => {
  const words = (pattern: string) => [...(anchorsOf(parsePattern(pattern, lexicon))?.words ?? [])].sort()
  expect(words('the {sulk|sulks} of it')).toEqual(['sulk', 'sulks'])
  expect(words('a lock-out')).toEqual(['lock', 'lockout'])
  expect(words("didn't")).toEqual(['didn', 'didnt'])
  expect(anchorsOf(parsePattern('instigat* it', lexicon))?.beginnings).toEqual(new Set(['instigat']))
  expect(anchorsOf(parsePattern('<w>', lexicon))).toBeNull()
})
