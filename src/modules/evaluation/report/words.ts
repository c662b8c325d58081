import { formatPeriod } from '#platform/dates.ts'
import type { Cell } from '#platform/documents/index.ts'
import { fixed, type Interval, wilson } from '#platform/statistics/index.ts'
import type { Figures } from './figures.ts'

const whole = new Intl.NumberFormat('en-GB')

/** `2,993` */
export const count = (n: number): string => whole.format(n)

/** A count in a cell, or the word for why there is none. */
export const countCell = (n: number | null | undefined, gap = 'not available'): Cell =>
  n == null ? { value: null, text: gap } : { value: n, text: count(n) }

/** `5.8%`: one decimal, of a proportion. */
export const percent = (share: number): string => `${inPerCent(share)}%`

const inPerCent = (share: number): string => fixed(share * 100, 1)

/** A share with Wilson's 95% interval; null where it cannot be one (nothing known, nothing to divide by, a part above its whole). */
export const shareOf = (part: number | null, of: number | null): ({ readonly value: number } & Interval) | null => {
  if (part === null || of === null || of === 0 || part > of) return null
  const interval = wilson(part, of)
  return interval && { value: part / of, ...interval }
}

/** `5.8% (4.8 to 7.0)`: the share and its interval, both in per cent. */
export const shareCell = (part: number | null, of: number | null, gap = 'not available'): Cell => {
  const share = shareOf(part, of)
  return share === null
    ? { value: null, text: gap }
    : { value: share.value, text: `${percent(share.value)} (${inPerCent(share.low)} to ${inPerCent(share.high)})` }
}

/** `Hackney, Newham and Redbridge`; `none` where there is nobody. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'none') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** `one borough`, `3 boroughs`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`

/** The numbers of the terms that the report compares, in order. */
export const termNumbers = (figures: Figures): number[] => {
  const numbers = [...figures.terms, ...figures.training.map(({ term }) => ({ number: term }))].map(
    ({ number }) => number,
  )
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}

/**
 * What a term is called: `Year 2`. Of a term that the reader may count and not know, what its number makes of the report's own name:
 * Year 1 before Year 2.
 */
export const termName = ({ term, terms }: Figures, number: number): string => {
  const known = terms.find((one) => one.number === number)
  if (known) return known.name
  const [word, own] = term.name.split(/ (?=\d+$)/)
  return own === String(term.number) ? `${word} ${number}` : `Term ${number}`
}

/** `Year 1: August 2021 to July 2022. Year 2: August 2022 to July 2023` */
export const periodsOf = (figures: Figures): string =>
  figures.terms.map((term) => `${term.name}: ${formatPeriod(term)}`).join('. ')

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The same thing once, in the order of first appearance. */
export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
