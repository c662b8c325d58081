import type { Token } from './tokens.ts'

/** Who a word speaks of, as far as a word by itself can say. 0 nobody, 6 a word with a capital (often a name). */
const people: readonly string[][] = [
  'mother mum mummy mo mam mom mama she her hers herself ms mrs miss wife girlfriend victim survivor woman lady female lass'.split(
    ' ',
  ),
  'father dad daddy fa he him his himself mr husband boyfriend perpetrator perp suspect fob man male stepfather stepdad bloke lad fella'.split(
    ' ',
  ),
  'child children kids kid boys girls boy girl baby son daughter toddler twins siblings infant unborn babe bairn'.split(
    ' ',
  ),
  'they them both parents couple parties each other pair their adults'.split(' '),
  'sw social worker police officer officers pc dc school nursery gp hv idva chair team manager housing health midwife teacher agency professionals service services we i us our'.split(
    ' ',
  ),
]

const roles = new Map(people.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])))

export const roleCount = 8
export const suffixCount = 1024

export const roleOf = (token: Token): number => roles.get(token.word) ?? (token.capital ? 6 : 0)

/** FNV-1a over the last four letters: words never met still share their ending with others. */
export const suffixOf = (word: string): number => {
  let hash = 0x811c9dc5
  for (let at = Math.max(0, word.length - 4); at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0) % suffixCount
}

/** 0 inside a line that ends like a sentence, 1 in a heading, a bullet or a note without an end. */
export const flagCount = 2
export const flagOf = (tokens: readonly Token[]): number => {
  const last = tokens.at(-1)?.word ?? ''
  return last === '.' || last === '!' || last === '?' ? 0 : 1
}

/** Short words say nothing of what a text is about. */
export const countsForTopic = (word: string): boolean => word.length > 3
