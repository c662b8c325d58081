import { addDays, compareDates, formatPeriod, type LocalDate, periodContains, periodsOverlap } from '#platform/dates.ts'

/** A term of a partnership, half-open: `ends` is the first day that does not belong to it. */
export type Term = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly publishedOn: LocalDate | null
  readonly version: number
}

/** The last day that belongs to a term: what people call its end. */
export const lastDay = ({ ends }: { ends: LocalDate }): LocalDate => addDays(ends, -1)

/** "Year 2, August 2022 to July 2023" */
export const termLabel = (term: Pick<Term, 'name' | 'starts' | 'ends'>): string => `${term.name}, ${formatPeriod(term)}`

/** The term in which a day lies; where none does, the last that had begun by then, because its records are the latest. */
export const termOn = (terms: readonly Term[], today: LocalDate): Term | null =>
  terms.find((term) => periodContains(term, today)) ??
  terms.filter(({ starts }) => starts <= today).toSorted((a, b) => compareDates(b.starts, a.starts))[0] ??
  null

/** Whether a term is to come, running or over. */
export const termState = (term: Pick<Term, 'starts' | 'ends'>, today: LocalDate): 'to come' | 'running' | 'over' => {
  if (today < term.starts) return 'to come'
  return today < term.ends ? 'running' : 'over'
}

/** The first of the other terms that shares a day with these dates. */
export const overlappingTerm = (
  dates: Pick<Term, 'starts' | 'ends'>,
  others: readonly Term[],
  ownId?: string,
): Term | null => others.find((other) => other.id !== ownId && periodsOverlap(dates, other)) ?? null

/** The number of the next term to add. */
export const nextNumber = (terms: readonly Term[]): number => Math.max(0, ...terms.map(({ number }) => number)) + 1
