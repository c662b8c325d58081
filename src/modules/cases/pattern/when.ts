import { addDays, addMonths, formatDate, formatMonth, isLocalDate, type LocalDate, localDate } from '#platform/dates.ts'

/** How closely a time is known. */
export type KnownTo = 'day' | 'month' | 'year' | 'not known'

/**
 * When something was done: from `starts` up to, not including, `ends`. Open, it goes on. One day is a day long, "in March" a month, "in 2019" a
 * year. `knownTo` is the less close of its two sides; a side that is not on the first day of such a month or year is known more closely.
 */
export type When = { readonly starts: LocalDate | null; readonly ends: LocalDate | null; readonly knownTo: KnownTo }

export const notKnown: When = { starts: null, ends: null, knownTo: 'not known' }

type Closeness = Exclude<KnownTo, 'not known'>
/** A day, a month or a year as somebody remembers it. */
export type Moment = { readonly starts: LocalDate; readonly ends: LocalDate; readonly knownTo: Closeness }

const order: readonly Closeness[] = ['day', 'month', 'year']
const looser = (a: Closeness, b: Closeness): Closeness => (order.indexOf(a) > order.indexOf(b) ? a : b)

const dayOf = (day: LocalDate): Moment => ({ starts: day, ends: addDays(day, 1), knownTo: 'day' })
const monthOf = (first: LocalDate): Moment => ({ starts: first, ends: addMonths(first, 1), knownTo: 'month' })
const yearOf = (year: string): Moment => {
  const starts = localDate(`${year}-01-01`)
  return { starts, ends: addMonths(starts, 12), knownTo: 'year' }
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthNumber = (text: string): number =>
  /^\d{1,2}$/.test(text) ? Number(text) : text.length < 3 ? 0 : monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1

export type TypedMoment = { readonly day: string; readonly month: string; readonly year: string }
export type ReadMoment =
  | { readonly ok: true; readonly moment: Moment }
  | { readonly ok: false; readonly part: 'day' | 'month' | 'year' | null; readonly message: string }

const wrong = (message: string, part: 'day' | 'month' | 'year' | null = null): ReadMoment => ({
  ok: false,
  message,
  part,
})

/** Reads three boxes of which the day, or the day and the month, may be empty. */
export const readMoment = (typed: TypedMoment): ReadMoment => {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()]
  if (day === '' && month === '' && year === '') return wrong('Enter a date: the year is enough')
  if (year === '') return wrong('Enter the year as well', 'year')
  if (!/^\d{4}$/.test(year)) return wrong('Year must include 4 numbers', 'year')
  if (year < '1900') return wrong('Year must be 1900 or later', 'year')
  if (month === '') return day === '' ? { ok: true, moment: yearOf(year) } : wrong('Enter the month as well', 'month')
  const first = `${year}-${String(monthNumber(month)).padStart(2, '0')}-01`
  if (!isLocalDate(first)) return wrong('Month must be a number from 1 to 12, or a name such as March', 'month')
  if (day === '') return { ok: true, moment: monthOf(first) }
  const whole = `${first.slice(0, 8)}${day.padStart(2, '0')}`
  return isLocalDate(whole) ? { ok: true, moment: dayOf(whole) } : wrong('The date must be a real date')
}

export const onceAt = ({ starts, ends, knownTo }: Moment): When => ({ starts, ends, knownTo })
export const sinceThen = ({ starts, knownTo }: Moment): When => ({ starts, ends: null, knownTo })
export const between = (first: Moment, last: Moment): When => ({
  starts: first.starts,
  ends: last.ends,
  knownTo: looser(first.knownTo, last.knownTo),
})

// A side stands on the first day of a year or month only if it is known no closer than that, or by chance: then it is shown as less close.
const closenessOf = (side: LocalDate, knownTo: Closeness): Closeness => {
  if (knownTo === 'year' && side.endsWith('-01-01')) return 'year'
  return knownTo !== 'day' && side.endsWith('-01') ? 'month' : 'day'
}

const firstMoment = (starts: LocalDate, knownTo: Closeness): Moment => {
  const closeness = closenessOf(starts, knownTo)
  if (closeness === 'year') return yearOf(starts.slice(0, 4))
  return closeness === 'month' ? monthOf(starts) : dayOf(starts)
}
const lastMoment = (ends: LocalDate, knownTo: Closeness): Moment => {
  const closeness = closenessOf(ends, knownTo)
  if (closeness === 'year') return yearOf(addDays(ends, -1).slice(0, 4))
  return closeness === 'month' ? monthOf(addMonths(ends, -1)) : dayOf(addDays(ends, -1))
}

/** The two sides of a time, as they would be typed. */
export const momentsOf = ({ starts, ends, knownTo }: When): { first: Moment | null; last: Moment | null } =>
  starts === null || knownTo === 'not known'
    ? { first: null, last: null }
    : { first: firstMoment(starts, knownTo), last: ends === null ? null : lastMoment(ends, knownTo) }

const print = ({ starts, knownTo }: Moment): string =>
  knownTo === 'year' ? starts.slice(0, 4) : knownTo === 'month' ? formatMonth(starts) : formatDate(starts)

/** "3 March 2026", "March 2026", "2019 to May 2021", "since 2019", "Date not known". */
export const whenInWords = (when: When): string => {
  const { first, last } = momentsOf(when)
  if (first === null) return 'Date not known'
  if (last === null) return `since ${print(first)}`
  const [from, to] = [print(first), print(last)]
  return from === to ? from : `${from} to ${to}`
}

/** Earliest first; what has no known date comes last. */
export const compareWhen = (a: When, b: When): number => {
  if (a.starts === null || b.starts === null) return Number(a.starts === null) - Number(b.starts === null)
  if (a.starts !== b.starts) return a.starts < b.starts ? -1 : 1
  const [endOfA, endOfB] = [a.ends ?? '9999', b.ends ?? '9999']
  return endOfA < endOfB ? -1 : endOfA > endOfB ? 1 : 0
}
