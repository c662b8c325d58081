import { z } from 'zod'
import { addDays, formatDate, type LocalDate, localDate } from '#platform/dates.ts'
import { dayOf, type FileKind, type Span } from '../readers/extract.ts'

/** What is kept of a file beside its extract: counts, and what its header says. Nothing of a child. */
export const factsSchema = z.strictObject({
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** Of a census: the year that ends on 31 March, its reference date, the authority's three digits, and when it was written. */
  year: z.number().int().nullable(),
  referenceDate: z.string().nullable(),
  authority: z.string().nullable(),
  writtenAt: z.string().nullable(),
  /** How many files were sent as one. */
  files: z.number().int().positive(),
})
export type Facts = z.output<typeof factsSchema>

/** A file that was uploaded, without what was in it. Dates half-open. */
export type ReturnFile = {
  readonly id: string
  readonly authorityId: string
  readonly kind: FileKind
  /** As its sender called it: it may name somebody, so it is shown on pages of the borough and nowhere else. */
  readonly name: string
  readonly bytes: number
  readonly coversFrom: LocalDate
  readonly coversTo: LocalDate
  readonly facts: Facts
  /** All of them; at most 5,000 are listed. */
  readonly faultCount: number
  /** Of those that are listed. */
  readonly faults: number
  readonly queries: number
  readonly mappingVersion: number | null
  readonly uploadedBy: string
  readonly uploadedAt: Date
  readonly withdrawn: { readonly by: string; readonly at: Date; readonly reason: string } | null
}

/** The days that a file covers, as the definitions count them. */
export const spanOf = ({ coversFrom, coversTo }: Pick<ReturnFile, 'coversFrom' | 'coversTo'>): Span => {
  const [from, to] = [dayOf(coversFrom), dayOf(coversTo)]
  if (from === null || to === null) throw new Error('a file covers days that are none')
  return { from, to }
}

/** '2024-25' for the year ending on 31 March 2025; else '1 April 2024 to 31 December 2024', the last day that counts. */
export const coversInWords = ({ coversFrom, coversTo }: Pick<ReturnFile, 'coversFrom' | 'coversTo'>): string => {
  const first = Number(coversFrom.slice(0, 4))
  if (coversFrom === `${first}-04-01` && coversTo === `${first + 1}-04-01`) return financialYear(first + 1)
  return `${formatDate(coversFrom)} to ${formatDate(addDays(coversTo, -1))}`
}

/** '2024-25' of 2025. */
export const financialYear = (ends: number): string => `${ends - 1}-${String(ends % 100).padStart(2, '0')}`

/** From 1 April to 31 March of the year that is named after its end, half-open. */
export const daysOfYear = (ends: number): { readonly coversFrom: LocalDate; readonly coversTo: LocalDate } => ({
  coversFrom: localDate(`${ends - 1}-04-01`),
  coversTo: localDate(`${ends}-04-01`),
})

/** A version of the borough's figures that a file went into. */
export type UsedIn = { readonly id: string; readonly number: number; readonly locked: boolean }
