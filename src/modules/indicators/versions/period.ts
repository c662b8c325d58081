import { addDays, addMonths, formatMonth, type LocalDate, localDate } from '#platform/dates.ts'
import type { QuarterName } from '../definition/measure.ts'

/** The days of a quarter, half-open: '2024-Q1' is 2024-04-01 to 2024-07-01. */
export const daysOfQuarter = (quarter: QuarterName): { readonly starts: LocalDate; readonly ends: LocalDate } => {
  const [year, part] = quarter.split('-Q').map(Number)
  const starts = addMonths(localDate(`${String(year).padStart(4, '0')}-04-01`), ((part ?? 1) - 1) * 3)
  return { starts, ends: addMonths(starts, 3) }
}

const months = (starts: LocalDate, ends: LocalDate): string => {
  const last = addDays(ends, -1)
  const sameYear = starts.slice(0, 4) === last.slice(0, 4)
  // The year stands once where it is the same.
  return `${sameYear ? formatMonth(starts).replace(/ \d+$/, '') : formatMonth(starts)} to ${formatMonth(last)}`
}

/** 'April to June 2024' */
export const quarterWords = (quarter: QuarterName): string => {
  const { starts, ends } = daysOfQuarter(quarter)
  return months(starts, ends)
}

/** The twelve months that end with a quarter: 'July 2023 to June 2024' of '2024-Q1'. */
export const yearWords = (endsWith: QuarterName): string => {
  const { ends } = daysOfQuarter(endsWith)
  return months(addMonths(ends, -12), ends)
}

/** Whether twelve months are a financial year, as the Department counts. */
export const isFinancialYear = (endsWith: QuarterName): boolean => endsWith.endsWith('Q4')

/** '2024-25' of the financial year that ends with '2024-Q4'. */
export const financialYearOf = (endsWith: QuarterName): string => {
  const year = Number(endsWith.slice(0, -3))
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}
