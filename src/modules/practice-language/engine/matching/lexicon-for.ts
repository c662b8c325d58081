import type { Lexicon } from '../notation/parse.ts'
import type { People } from '../roles.ts'
import type { Rule } from '../rule-data.ts'

/**
 * Patterns are written for a woman who is abused by a man, which is what most records are about. Where other people were named, the
 * words of one sex in a pattern may be those of the other, and the names that were given stand beside "mother" and "father": the
 * subject guard then knows who is meant.
 */
const either: Readonly<Record<string, string>> = {
  he: '{he|she}',
  she: '{she|he}',
  him: '{him|her}',
  her: '{her|him|his}',
  his: '{his|her}',
  herself: '{herself|himself}',
  himself: '{himself|herself}',
  mum: '{mum|dad}',
  dad: '{dad|mum}',
  mother: '{mother|father}',
  father: '{father|mother}',
  mo: '{mo|fa}',
  fa: '{fa|mo}',
  "mum's": "{mum's|dad's}",
  "dad's": "{dad's|mum's}",
  "mother's": "{mother's|father's}",
  "father's": "{father's|mother's}",
  "he's": "{he's|she's}",
  mr: '{mr|ms|mrs|miss}',
  ms: '{ms|mr}',
  men: '{men|women}',
  man: '{man|woman}',
  woman: '{woman|man}',
  husband: '{husband|wife}',
  boyfriend: '{boyfriend|girlfriend}',
}

const genderWord = /(?<![\p{L}<'-])([a-z]+(?:'s)?)(?![\p{L}>'*?-])/gu

const forEither = (pattern: string): string =>
  pattern.replaceAll(genderWord, (word) => (Object.hasOwn(either, word) ? (either[word] ?? word) : word))

/** The lexicon and the rules as they are for these people. */
export const forPeople = (
  rules: readonly Rule[],
  lexicon: Lexicon,
  people: People,
): { readonly rules: readonly Rule[]; readonly lexicon: Lexicon } => {
  if (!people.isGiven) return { rules, lexicon }
  const written = people.isAsWritten
  const lists = Object.entries(lexicon).map(([name, list]): [string, readonly string[]] => {
    const named = name === 'mother' ? people.survivor : name === 'father' ? people.perpetrator : []
    return [name, [...(written ? list : list.map(forEither)), ...named]]
  })
  return {
    lexicon: Object.fromEntries(lists),
    rules: written
      ? rules
      : rules.map((rule) => ({
          ...rule,
          patterns: rule.patterns.map(forEither),
          ...(rule.except && { except: rule.except.map(forEither) }),
        })),
  }
}
