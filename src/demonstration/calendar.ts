import { addDays, daysBetween, type LocalDate, localDate } from '#platform/dates.ts'

const aMonday = localDate('2024-01-01')

/** 0 is Monday, 6 is Sunday. */
export const weekday = (date: LocalDate): number => ((daysBetween(aMonday, date) % 7) + 7) % 7

/** Every day from `starts` up to but not including `ends`. */
export const daysFrom = (starts: LocalDate, ends: LocalDate): LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(starts, ends)) }, (_, index) => addDays(starts, index))

/** Weekdays that are no bank holiday of England; between Christmas and the New Year nobody books anything. */
export const workingDays = (starts: LocalDate, ends: LocalDate): LocalDate[] =>
  daysFrom(starts, ends).filter((date) => weekday(date) < 5 && !isHoliday(date))

/** The first working day from this one on. */
export const workingDayFrom = (date: LocalDate): LocalDate => {
  let day = date
  while (weekday(day) > 4 || isHoliday(day)) day = addDays(day, 1)
  return day
}

/** The last working day up to this one. */
export const workingDayUpTo = (date: LocalDate): LocalDate => {
  let day = date
  while (weekday(day) > 4 || isHoliday(day)) day = addDays(day, -1)
  return day
}

/** The first day of the month of a day. */
export const monthOf = (date: LocalDate): LocalDate => localDate(`${date.slice(0, 7)}-01`)

const isHoliday = (date: LocalDate): boolean => {
  const monthDay = date.slice(5)
  if (monthDay >= '12-24' || monthDay <= '01-01') return true
  if (weekday(date) === 0 && (isFirstWeekOf(date, '05') || isLastWeekOf(date, '05') || isLastWeekOf(date, '08')))
    return true
  const fromEaster = daysBetween(easterSunday(Number(date.slice(0, 4))), date)
  return fromEaster === -2 || fromEaster === 1
}

const isFirstWeekOf = (date: LocalDate, month: string) => date.slice(5, 7) === month && date.slice(8) <= '07'
const isLastWeekOf = (date: LocalDate, month: string) => date.slice(5, 7) === month && date.slice(8) >= '25'

// The Gregorian computus of 1876 ("anonymous", printed in Nature); its letters are the author's.
const easterSunday = (year: number): LocalDate => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return localDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
