import { type Day, dateOfDay, dayOf, type Span } from '../readers/extract.ts'
import type { QuarterName } from './measure.ts'

/** A quarter of the financial year as one number, so that the next one is one more: the year times four, and 0 for April to June. */
export type Quarter = number

const milliseconds = 86_400_000

const dayAt = (year: number, month: number, day: number): Day => {
  // Years below 100 would be taken for those of the twentieth century.
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.getTime() / milliseconds
}

/** Days of 400 years, of 100, of 4 and of 1, and from 1 March of the year 0 to 1970-01-01, of the calendar that repeats every 400 years. */
const [era, century, leap, year, epoch] = [146_097, 36_524, 1461, 365, 719_468]

/**
 * The quarter in which a day lies: 31 March 2025 is in the fourth of 2024. Reckoned rather than asked of a Date, which takes most of the time where
 * there are millions of days: years that begin on 1 March have their leap day at the end.
 */
export const quarterOf = (day: Day): Quarter => {
  const days = day + epoch
  const eras = Math.floor(days / era)
  const ofEra = days - eras * era
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / (leap - 1)) + Math.floor(ofEra / century) - Math.floor(ofEra / (era - 1))) / year,
  )
  const ofYear = ofEra - (year * years + Math.floor(years / 4) - Math.floor(years / 100))
  // Months from March on; March itself is the last month of the quarter before.
  const month = Math.floor((5 * ofYear + 2) / 153)
  return (eras * 400 + years) * 4 + Math.floor((month + 2) / 3) - 1
}

/** '2024-Q1' is April to June 2024. */
export const quarterName = (quarter: Quarter): QuarterName => {
  const year = Math.floor(quarter / 4)
  // The remainder of a division by four, counted from one.
  return `${year}-Q${(quarter - year * 4 + 1) as 1 | 2 | 3 | 4}`
}

/** The days of a quarter, half-open. */
export const spanOfQuarter = (quarter: Quarter): Span => {
  const year = Math.floor(quarter / 4)
  const month = 3 + (quarter - year * 4) * 3
  return { from: dayAt(year, month, 1), to: dayAt(year, month + 3, 1) }
}

/** The same day a year earlier; 29 February falls to the 28th. */
export const yearEarlier = (day: Day): Day => {
  const date = new Date(day * milliseconds)
  const [year, month, dayOfMonth] = [date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate()]
  return dayAt(year, month, month === 1 && dayOfMonth === 29 ? 28 : dayOfMonth)
}

/** 1 April of the year before to 31 March of the year after which a census is named, half-open. */
export const spanOfCensusYear = (year: number): Span => ({ from: dayAt(year - 1, 3, 1), to: dayAt(year, 3, 1) })

/** The census year in which a day lies: 31 March 2025 is the last day of 2025. */
export const censusYearOf = (day: Day): number => Math.floor(quarterOf(day) / 4) + 1

/** The days of a text such as '2023-04-01..2025-03-31', both counted; null where it is none, or ends before it starts. */
export const spanFrom = (text: string): Span | null => {
  const [first, last, ...more] = text.split('..')
  const from = dayOf(first ?? '')
  const until = dayOf(last ?? '')
  if (from === null || until === null || more.length > 0 || until < from) return null
  return { from, to: until + 1 }
}

/** As people write a span: its first and its last day. */
export const spanWords = ({ from, to }: Span): string => `${dateOfDay(from)} to ${dateOfDay(to - 1)}`
