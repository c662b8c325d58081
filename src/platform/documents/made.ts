import { formatDate, isLocalDate, londonDate } from '../dates.ts'

/** When a document was made: as the file's own date, and in words. */
export type Made = { instant: Date; words: string }

/** @throws RangeError unless it is a day (`2026-03-03`) or an instant with its zone. */
export const readMade = (made: string): Made => {
  if (isLocalDate(made)) return { instant: new Date(made), words: formatDate(made) }
  const instant = new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(made) ? made : Number.NaN)
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not a day, nor an instant with its zone: ${made}`)
  return { instant, words: formatDate(londonDate(instant)) }
}
