import { addMonths, formatPeriod, type LocalDate } from '#platform/dates.ts'
import { missingWords } from '#ui/page-parts/index.ts'
import type { Outcome, Total } from './released.ts'

/** The twelve months that end before a day: 'April 2023 to March 2024'. */
export const windowWords = (ends: LocalDate): string => formatPeriod({ starts: addMonths(ends, -12), ends })

export const inGroups = (value: number): string => value.toLocaleString('en-GB')

const noNumber: Readonly<Record<Exclude<Outcome['kind'], 'number'>, string>> = {
  withheld: missingWords.withheld,
  'not collected': missingWords['not-collected'],
  'not computable': 'not computable',
  'not released': 'not released',
  'does not apply': 'does not apply',
}

/** A number, or the word for why there is none. */
export const outcomeWords = (outcome: Outcome): string =>
  outcome.kind === 'number' ? `${outcome.atLeast ? 'at least ' : ''}${inGroups(outcome.value)}` : noNumber[outcome.kind]

/** Why boroughs are not added up. */
export const noTotalWords: Readonly<Record<Extract<Total, { kind: 'none' }>['because'], string>> = {
  withheld: 'no total: withheld in at least one borough, and a total would help to reckon it out',
  'not collected': 'no total: not collected in at least one borough',
  'not computable': 'no total: not computable in at least one borough',
}

/** What is withheld in a release, as far as it is known outside the borough. */
export const withheldWords = (highestWithheld: number): string =>
  `Withheld: numbers up to ${highestWithheld}, and others that would give them away`
