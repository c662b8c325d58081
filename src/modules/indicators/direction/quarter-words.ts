import { formatPeriod, type LocalDate, localDate } from '#platform/dates.ts'
import type { QuarterName } from '../definition/measure.ts'
import { type Quarter, quarterOf, spanOfQuarter } from '../definition/quarter.ts'
import { dateOfDay, dayOf } from '../readers/extract.ts'

/** '2024-Q1' as the number that the next quarter is one more than. */
export const quarterNamed = (name: QuarterName): Quarter => Number(name.slice(0, -3)) * 4 + Number(name.slice(-1)) - 1

const dateOf = (day: number): LocalDate => localDate(dateOfDay(day))

/** The first day of a quarter. */
export const startOf = (quarter: Quarter): LocalDate => dateOf(spanOfQuarter(quarter).from)

/** The quarter in which a day lies. */
export const quarterOn = (date: LocalDate): Quarter => quarterOf(dayOf(date) ?? 0)

/** How far into its quarter a day lies, from 0 to below 1, on top of the quarter's number. */
export const placeOf = (date: LocalDate): number => {
  const quarter = quarterOn(date)
  const { from, to } = spanOfQuarter(quarter)
  return quarter + ((dayOf(date) ?? from) - from) / (to - from)
}

/** From the first to the last of some quarters: 'April 2022 to March 2024'. */
export const periodWords = (first: Quarter, last: Quarter): string =>
  formatPeriod({ starts: startOf(first), ends: startOf(last + 1) })

const shortMonths = ['Apr to Jun', 'Jul to Sep', 'Oct to Dec', 'Jan to Mar'] as const

/** For an axis and a table: 'Apr to Jun 2024'. */
export const quarterShort = (quarter: Quarter): string => {
  const place = ((quarter % 4) + 4) % 4
  return `${shortMonths[place]} ${Math.floor(quarter / 4) + (place === 3 ? 1 : 0)}`
}
