import { isLocalDate, type LocalDate, localDate, parseDateInput } from '#platform/dates.ts'

/** A day at the beginning of a text, the time that stands with it ('' for none), and what follows. */
export type DayAt = { readonly day: LocalDate; readonly time: string; readonly rest: string }

const weekday = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?`
const forms = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/,
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?!\d)/,
  new RegExp(
    String.raw`^${weekday}(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<month>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4})(?!\d)`,
    'i',
  ),
] as const
const clock =
  /^(?:T|,?\s+(?:at\s+)?)(?<hour>[01]?\d|2[0-3])[:.](?<minute>[0-5]\d)(?:[:.]\d{2}(?:\.\d{1,6})?)?(?<half>\s?[ap]m\b)?(?:Z|[+-]\d{2}:?\d{2})?(?!\d)/i

const timeOf = (found: RegExpExecArray | null): string => {
  if (found?.groups === undefined) return ''
  const { hour = '', minute = '', half = '' } = found.groups
  const shift = /p/i.test(half) && Number(hour) < 12 ? 12 : /a/i.test(half) && Number(hour) === 12 ? -12 : 0
  return `${String(Number(hour) + shift).padStart(2, '0')}:${minute}`
}

/** Reads a day as case systems and people write it: 2026-09-01, 1/9/2026 (day first), 1 September 2026; null where the text begins with none. */
export const dayAtStart = (text: string): DayAt | null => {
  for (const form of forms) {
    const found = form.exec(text)
    if (found?.groups === undefined) continue
    const { day = '', month = '', year = '' } = found.groups
    const read = parseDateInput({ day, month, year }, 'Date')
    if (!read.ok) continue
    const after = text.slice(found[0].length)
    const time = clock.exec(after)
    return { day: read.date, time: timeOf(time), rest: after.slice(time?.[0].length ?? 0) }
  }
  return null
}

/** A cell that holds a day and nothing else besides a time. */
export const wholeDay = (text: string): Omit<DayAt, 'rest'> | null => {
  const found = dayAtStart(text.trim())
  return found !== null && found.rest.trim() === '' ? { day: found.day, time: found.time } : null
}

/** Out of JSON that we wrote ourselves. */
export const keptDay = (text: string): LocalDate => (isLocalDate(text) ? text : localDate(text))
