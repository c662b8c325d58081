import { type LocalDate, londonDate } from './dates.ts'

/** The only way to ask for the time, so that a test, a job or a frozen report can say what "now" is. */
export type Clock = {
  /** The present instant. A new Date each time, so a caller that changes it harms nobody. */
  now(): Date
  /** The calendar day in Europe/London at that instant. */
  today(): LocalDate
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => londonDate(new Date()),
}

// An instant with its zone, or a whole day (read as midnight UTC, which is the same day in London all year round).
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/**
 * A clock that stands still.
 * @param iso an instant with its zone (`2026-03-03T09:30:00Z`) or a day (`2026-03-03`).
 * @throws RangeError for anything else; a time without a zone would mean the server's zone.
 */
export const fixedClock = (iso: string): Clock => {
  const millis = instant.test(iso) ? Date.parse(iso) : Number.NaN
  if (Number.isNaN(millis)) throw new RangeError(`Not an instant with its zone, nor a day: ${iso}`)
  return {
    now: () => new Date(millis),
    today: () => londonDate(new Date(millis)),
  }
}
