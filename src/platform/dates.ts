/*
 * Calendar days and half-open periods. No clock here: "today" is always passed in (see clock.ts).
 * Days are text, not Date objects, because a Date is an instant and turns into another day when the zone changes.
 */

declare const brand: unique symbol

/** A day that exists, as `YYYY-MM-DD`, years 1000 to 9999; made only by the functions of this file. Text order is date order. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

/** From `starts` up to but not including `ends`; `ends: null` is still open. As the columns `starts` and `ends`. */
export type Period = { starts: LocalDate; ends: LocalDate | null }

const dayInMillis = 86_400_000
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const millisOf = (date: LocalDate): number => Date.parse(date)
const fromMillis = (millis: number): LocalDate => localDate(new Date(millis).toISOString().slice(0, 10))
const partsOf = (date: LocalDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether the text is a day that exists: `2024-02-29` is, `2023-02-29` and `2024-2-9` are not. */
export const isLocalDate = (text: string): text is LocalDate => {
  const parts = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * The day written in the text.
 * @throws RangeError when it is not `YYYY-MM-DD` or no such day exists.
 */
export const localDate = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new RangeError(`Not a day in the form YYYY-MM-DD: ${text}`)
  return text
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Europe/London at an instant: 23:30Z on 30 June is already 1 July. */
export const londonDate = (instant: Date): LocalDate => {
  const parts = new Map(london.formatToParts(instant).map((part) => [part.type, part.value]))
  return localDate(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`)
}

/** The day so many days later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate => fromMillis(millisOf(date) + days * dayInMillis)

/** The same day of the month so many months later, or the last of that month when it is shorter: 31 January + 1 = 28 February. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return localDate(
    [
      String(toYear),
      String(toMonth).padStart(2, '0'),
      String(Math.min(day, daysInMonth(toYear, toMonth))).padStart(2, '0'),
    ].join('-'),
  )
}

/** Negative, zero or positive, for `Array.sort`. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((millisOf(to) - millisOf(from)) / dayInMillis)

/**
 * Months of a half-open period, for rates per month: whole calendar months, and for the rest its days over the length
 * of the month that they begin in. 2021-08-01 to 2022-07-01 is 11; 2022-01-01 to 2022-01-16 is 15/31.
 * @throws RangeError when `ends` lies before `starts`.
 */
export const monthsBetween = (starts: LocalDate, ends: LocalDate): number => {
  if (ends < starts) throw new RangeError(`A period cannot end (${ends}) before it starts (${starts})`)
  const whole = wholeMonths(starts, ends)
  const from = addMonths(starts, whole)
  return whole + daysBetween(from, ends) / daysBetween(from, addMonths(starts, whole + 1))
}

const wholeMonths = (from: LocalDate, to: LocalDate): number => {
  const [a, b] = [partsOf(from), partsOf(to)]
  const months = (b.year - a.year) * 12 + b.month - a.month
  return addMonths(from, months) > to ? months - 1 : months
}

/** `3 March 2026` */
export const formatDate = (date: LocalDate): string => `${partsOf(date).day} ${formatMonth(date)}`

/** `August 2021` */
export const formatMonth = (date: LocalDate): string => {
  const { year, month } = partsOf(date)
  return `${monthNames[month - 1]} ${year}`
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const amount = (count: number, unit: string): string =>
  `${numberWords[count] ?? count} ${unit}${count === 1 ? '' : 's'}`

/** How far a day is from today, in words: `today`, `yesterday`, `three weeks ago`, `in two months`. Rounded down. */
export const relativeDate = (date: LocalDate, today: LocalDate): string => {
  const days = Math.abs(daysBetween(today, date))
  const past = date < today
  if (days === 0) return 'today'
  if (days === 1) return past ? 'yesterday' : 'tomorrow'
  const distance = distanceInWords(days, past ? wholeMonths(date, today) : wholeMonths(today, date))
  return past ? `${distance} ago` : `in ${distance}`
}

const distanceInWords = (days: number, months: number): string => {
  if (days < 7) return amount(days, 'day')
  if (months < 2) return amount(Math.floor(days / 7), 'week')
  return months < 24 ? amount(months, 'month') : amount(Math.floor(months / 12), 'year')
}

/**
 * A half-open period of at least one day.
 * @throws RangeError when it ends on or before the day it starts.
 */
export const period = (starts: LocalDate, ends: LocalDate | null): Period => {
  if (ends !== null && ends <= starts) throw new RangeError(`A period must end (${ends}) after it starts (${starts})`)
  return { starts, ends }
}

/** Whether the day lies in the period; the day `ends` does not. */
export const periodContains = ({ starts, ends }: Period, date: LocalDate): boolean =>
  starts <= date && (ends === null || date < ends)

/** Whether two periods share a day; one that ends where the other starts does not. */
export const periodsOverlap = (a: Period, b: Period): boolean =>
  (b.ends === null || a.starts < b.ends) && (a.ends === null || b.starts < a.ends)

/** Months of a period as `monthsBetween` counts them; an open one is counted up to `until`, and 0 before it starts. */
export const periodMonths = ({ starts, ends }: Period, until: LocalDate): number =>
  ends !== null ? monthsBetween(starts, ends) : until < starts ? 0 : monthsBetween(starts, until)

/** `August 2021 to June 2022` for whole months, else `3 March 2026 to 9 March 2026` with the last day that counts; open: `since ...`. */
export const formatPeriod = ({ starts, ends }: Period): string => {
  const whole = partsOf(starts).day === 1 && (ends === null || partsOf(ends).day === 1)
  const print = whole ? formatMonth : formatDate
  if (ends === null) return `since ${print(starts)}`
  const [first, last] = [print(starts), print(addDays(ends, -1))]
  return first === last ? first : `${first} to ${last}`
}

/** What three inputs of a date question hold, as typed. */
export type DateInput = { day: string; month: string; year: string }
export type DatePart = keyof DateInput

/** A day, or what to say about it and which inputs to mark; `empty` tells an optional question that nothing was typed. */
export type ParsedDate =
  | { ok: true; date: LocalDate }
  | { ok: false; empty: boolean; message: string; parts: DatePart[] }

const allParts: DatePart[] = ['day', 'month', 'year']
const refused = (message: string, parts: DatePart[], empty = false): ParsedDate => ({
  ok: false,
  empty,
  message,
  parts,
})

/** `the date of birth` from `Date of birth`; a name such as `CIN start date` keeps its capitals. */
const inSentence = (name: string): string =>
  `the ${/^[A-Z][^A-Z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name}`

const monthNumber = (text: string): number => {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const typed = text.toLowerCase()
  return typed.length < 3 ? Number.NaN : monthNames.findIndex((name) => name.toLowerCase().startsWith(typed)) + 1
}

/**
 * Reads the three inputs of a date question, with the messages of the GOV.UK date input. A month may be a name.
 * @param name what the date is, as a sentence begins with it: `Date of birth`.
 */
export const parseDateInput = (input: DateInput, name: string): ParsedDate => {
  const typed = { day: input.day.trim(), month: input.month.trim(), year: input.year.trim() }
  const missing = allParts.filter((part) => typed[part] === '')
  if (missing.length === 3) return refused(`Enter ${inSentence(name)}`, allParts, true)
  if (missing.length > 0) return refused(`${name} must include a ${missing.join(' and ')}`, missing)
  if (/^\d+$/.test(typed.year) && !/^[1-9]\d{3}$/.test(typed.year)) {
    return refused('Year must include 4 numbers', ['year'])
  }
  const month = String(monthNumber(typed.month)).padStart(2, '0')
  const text = `${typed.year}-${month}-${typed.day.padStart(2, '0')}`
  return isLocalDate(text) ? { ok: true, date: text } : refused(`${name} must be a real date`, allParts)
}

/** Where a date may lie: against a day (often today), or against a day that has a name (`date of the referral`). */
export type DateRule =
  | { rule: 'past' | 'today or past' | 'future' | 'today or future'; today: LocalDate }
  | { rule: 'on or after' | 'on or before'; date: LocalDate; named: string }

/** The GOV.UK message where a date breaks a rule, or null where it keeps it. */
export const dateRuleMessage = (date: LocalDate, name: string, rule: DateRule): string | null => {
  switch (rule.rule) {
    case 'past':
      return date < rule.today ? null : `${name} must be in the past`
    case 'today or past':
      return date <= rule.today ? null : `${name} must be today or in the past`
    case 'future':
      return date > rule.today ? null : `${name} must be in the future`
    case 'today or future':
      return date >= rule.today ? null : `${name} must be today or in the future`
    case 'on or after':
      return date >= rule.date ? null : `${name} must be the same as or after ${formatDate(rule.date)}, ${rule.named}`
    case 'on or before':
      return date <= rule.date ? null : `${name} must be the same as or before ${formatDate(rule.date)}, ${rule.named}`
  }
}
