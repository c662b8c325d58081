import type { Fault } from './fault.ts'

/*
 * What is taken out of a file, and all that is kept of it: no name, no date of birth, no address, no factor but that of domestic abuse. `child` is the
 * authority's own id (trimmed, in capitals, inner spaces kept), or in the installation a print of it that leads back to nobody (`readers/process`).
 */

/** Whole days since 1970-01-01 (`dayOf`, `dateOfDay`). */
export type Day = number

export const fileKinds = ['cin', 'ssda903', 'annex-a', 'referral-flags'] as const
export type FileKind = (typeof fileKinds)[number]

/** An assessment of a CIN episode. Not authorised: `authorised` is null, and it has no factors. */
export type Assessment = {
  readonly started: Day | null
  readonly authorised: Day | null
  /** Whether any known factor is recorded ('21', none, is one): without, whether there was domestic abuse is unknown. */
  readonly hasFactors: boolean
  /** Bits: 1 for 3A (the child), 2 for 3B (a parent), 4 for 3C (another person). 0 with `hasFactors`: no domestic abuse recorded. */
  readonly abuse: number
}

/** `previous`: NumberOfPreviousCPP; null where it is not said. */
export type Plan = { readonly started: Day; readonly previous: number | null }

/** One CINdetails. `nfa` null: not said. */
export type Episode = {
  readonly child: string
  readonly referred: Day
  readonly nfa: boolean | null
  readonly assessments: readonly Assessment[]
  readonly plans: readonly Plan[]
}

/** The child's id and a day: a start of care, a referral or a plan of another list. */
export type ChildDay = { readonly child: string; readonly on: Day }

/** Half-open: `from` counts, `to` does not. */
export type Span = { readonly from: Day; readonly to: Day }

export type CinExtract = {
  readonly kind: 'cin'
  /** What the header says: the year that ends on 31 March, the day up to which it was made, the authority's three digits, when it was written. */
  readonly year: number | null
  readonly referenceDate: Day | null
  readonly authority: string | null
  readonly writtenAt: string | null
  /** Children by id, whether they have an episode that could be read or not. */
  readonly children: readonly string[]
  readonly episodes: readonly Episode[]
}

export type CareExtract = {
  readonly kind: 'ssda903'
  /** Episodes with RNE S whose legal status is not V3 or V4 (series of short breaks). */
  readonly starts: readonly ChildDay[]
  /** Unaccompanied asylum-seeking children, where a file or the XML said so. */
  readonly unaccompanied: readonly string[]
  /** From the first to the last date in the files, as a hint of what they cover. */
  readonly dates: Span | null
}

export type AnnexExtract = {
  readonly kind: 'annex-a'
  /** List 8, 3 and 7. Null: the workbook does not hold the list, which is not an empty list. */
  readonly careStarts: readonly ChildDay[] | null
  readonly referrals: readonly ChildDay[] | null
  readonly planStarts: readonly ChildDay[] | null
  readonly unaccompanied: readonly string[]
  readonly dates: Span | null
}

export type FlagExtract = {
  readonly kind: 'referral-flags'
  /** `line` leads the borough back to its own file. */
  readonly flags: readonly (ChildDay & { readonly abuse: 'yes' | 'no' | 'unknown'; readonly line: number })[]
  readonly dates: Span | null
}

export type Extract = CinExtract | CareExtract | AnnexExtract | FlagExtract

/** A file that was read. `rows`: how many there were of each kind, for the page: { children: 400, episodes: 443, … }. */
export type ReadFile = {
  readonly extract: Extract
  readonly rows: Readonly<Record<string, number>>
  readonly faults: readonly Fault[]
  readonly faultCount: number
}

/** A file that cannot be read at all: nothing of it counts. `reason`: one plain sentence with what to do, and the line where there is one. */
export type RefusedFile = { readonly refused: string; readonly line: number | null }

const milliseconds = 86_400_000

/** The day of an ISO date ('2025-02-28'); null where there is no such day. */
export const dayOf = (iso: string): Day | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  const time = Date.parse(`${iso}T00:00:00Z`)
  if (Number.isNaN(time)) return null
  // Date.parse takes the 31st of February for the 2nd or 3rd of March.
  return new Date(time).toISOString().startsWith(iso) ? time / milliseconds : null
}

/** The ISO date of a day. */
export const dateOfDay = (day: Day): string => new Date(day * milliseconds).toISOString().slice(0, 10)
