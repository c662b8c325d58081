import { type Day, dayOf } from '../extract.ts'
import { isCode } from '../fault.ts'

/** What stands in a field of a date: a day, null where no day can be read, undefined where there is nothing. */
export type Written = Day | null | undefined

// A time of midnight and a zone are written by some systems after the date, and change nothing.
const form = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?)?(?:Z|[+-]\d{2}:\d{2})?$/

// Before and after it, a date stands for something else: '1900-01-01' and '9999-12-31' are nobody's days.
const earliest = dayOf('1950-01-01') ?? 0
const latest = dayOf('2100-01-01') ?? 0

const readDay = (text: string): Day | null => {
  const day = dayOf(form.exec(text)?.[1] ?? '')
  return day === null || day < earliest || day > latest ? null : day
}

const mostRemembered = 50_000

/** Reads dates. The same few thousand days come again and again, so they are remembered. */
export const dayReader = (): ((text: string) => Written) => {
  const seen = new Map<string, Day | null>()
  return (text) => {
    const found = seen.get(text)
    if (found !== undefined) return found
    const trimmed = text.trim()
    if (trimmed === '') return undefined
    const day = readDay(trimmed)
    if (seen.size < mostRemembered && text.length <= 40) seen.set(text, day)
    return day
  }
}

/** A child's id as it is compared: trimmed, in capitals, and a copy, since a part of a piece of a file would hold the whole piece in memory. */
export const idOf = (text: string): string => Buffer.from(text.trim().toUpperCase()).toString()

/** A code as it is compared. */
export const codeOf = (text: string): string => text.trim().toUpperCase()

/** true, false and their spellings; null where it is neither, undefined where there is nothing. */
export const flagOf = (text: string): boolean | null | undefined => {
  const code = codeOf(text)
  if (code === '') return undefined
  if (code === '1' || code === 'TRUE') return true
  return code === '0' || code === 'FALSE' ? false : null
}

/** A code as it may be repeated in words: what looks like none is not, since it may be anything, a name too. */
export const quoted = (code: string): string => (isCode(code) ? code : 'What stands here')
