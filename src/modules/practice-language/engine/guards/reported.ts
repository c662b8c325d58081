import type { Cues } from '../cues.ts'
import { isIn, placesOf } from '../matching/expression.ts'
import type { Range } from '../text/sentences.ts'
import { type Guard, letPass } from './guard.ts'

/** Between who speaks and the verb. */
const between = new Set(
  'has have had also then again later since now just always often repeatedly still only clearly himself herself initially'.split(
    ' ',
  ),
)

const MOST_BETWEEN = 3

const isName = (word: string): boolean => /^\p{Lu}[\p{L}'’-]*$/u.test(word)

/** Whether the words before a verb of saying are a person of the family: by what they are to one another, or by a name. */
const isSaidByFamily = (cues: Cues, folded: string, written: string, verb: number): boolean => {
  const before = folded.slice(0, verb)
  const words = [...before.slice(-90).matchAll(/[\w']+/g)]
  for (let at = words.length - 1, skipped = 0; at >= 0; at -= 1) {
    const found = words[at]
    if (found === undefined) return false
    const [word] = found
    if (between.has(word) && skipped < MOST_BETWEEN) {
      skipped += 1
      continue
    }
    const bare = word.replace(/'s?$/, '')
    if (isWhole(cues('relation'), bare)) return true
    if (isWhole(cues('not-a-name'), bare)) return false
    const start = Math.max(0, before.length - 90) + found.index
    return isName(written.slice(start, start + word.length))
  }
  return false
}

const isWhole = (expression: RegExp, word: string): boolean => {
  const [place] = placesOf(expression, word)
  return place !== undefined && place.start === 0 && place.end === word.length
}

/** Where a clause that begins at `from` ends: at a semicolon, at "but" and its like, or with the sentence. */
export const clauseEnd = (cues: Cues, folded: string, from: number): number => {
  const rest = folded.slice(from)
  const semicolon = rest.indexOf(';')
  const [turn] = placesOf(cues('clause-ends'), rest)
  return from + Math.min(semicolon < 0 ? rest.length : semicolon, turn?.start ?? rest.length)
}

const clauseStart = (cues: Cues, folded: string, to: number): number => {
  const before = folded.slice(0, to)
  const turn = placesOf(cues('clause-ends'), before).at(-1)
  return Math.max(before.lastIndexOf(';') + 1, turn?.end ?? 0)
}

const accordingTo = /\baccording to (?:the |his |her |their )?(?:mr |ms |mrs |miss )?([\w']+)/g

/** After the verb nothing comes but to whom it was said: what was said stands before it. */
const saidToWhom = /^(?: (?:me|us|him|her|them|police|officers|the \w+))?\W*$/

/** The ranges of a sentence in which words are those of a member of the family. An agency's words are not excused. */
export const reportedIn = (cues: Cues, folded: string, written: string): readonly Range[] => {
  const ranges: Range[] = []
  for (const { start, end } of placesOf(cues('reporting'), folded)) {
    if (!isSaidByFamily(cues, folded, written, start)) continue
    const isLast = saidToWhom.test(folded.slice(end))
    if (isLast) ranges.push({ start: clauseStart(cues, folded, start), end: start })
    else ranges.push({ start: end, end: clauseEnd(cues, folded, end) })
  }
  for (const found of folded.includes('according to') ? folded.matchAll(accordingTo) : []) {
    const word = (found[1] ?? '').replace(/'s?$/, '')
    const start = found.index + found[0].length - (found[1] ?? '').length
    const isFamily =
      isWhole(cues('relation'), word) ||
      (!isWhole(cues('not-a-name'), word) && isName(written.slice(start, start + word.length)))
    if (isFamily)
      ranges.push({ start: clauseStart(cues, folded, found.index), end: clauseEnd(cues, folded, found.index) })
  }
  for (const { start } of isIn(cues('own-version'), folded) ? placesOf(cues('own-version'), folded) : []) {
    ranges.push({ start: clauseStart(cues, folded, start), end: clauseEnd(cues, folded, start) })
  }
  return ranges
}

export const reported: Guard = {
  name: 'reported',
  listen: (hit, { read }) =>
    read.reportedIn(hit.sentence).some(({ start, end }) => hit.start >= start && hit.end <= end)
      ? letPass('These are the words of somebody in the family, as reported. Quotation marks would make that plain.')
      : null,
}
