import type { LocalDate } from '#platform/dates.ts'

/** Somebody's time with a family. `ends`: the first day on which they no longer work with it. */
export type WorkerTime = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly kind: string
  readonly starts: LocalDate
  readonly ends: LocalDate | null
}

/** A team of the borough, as lists offer it. */
export type Team = { readonly id: string; readonly name: string }
