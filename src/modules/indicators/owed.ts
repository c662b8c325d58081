import type { Reading, Term } from '#modules/people/index.ts'
import { daysBetween, type LocalDate } from '#platform/dates.ts'
import { endsIn, type ReturnLine } from './indicator.ts'

type Known = Pick<Reading, 'terms' | 'memberships' | 'today'>

const daysOfMembership = ({ memberships }: Known, boroughId: string, { starts, ends }: Term): number =>
  memberships
    .filter(({ capacity, organisation }) => capacity === 'authority' && organisation.id === boroughId)
    .map((member): [LocalDate, LocalDate] => [
      member.starts > starts ? member.starts : starts,
      member.ends !== null && member.ends < ends ? member.ends : ends,
    ])
    .reduce((days, [from, to]) => days + Math.max(0, daysBetween(from, to)), 0)

/** Whether a borough owes a return for a term: it is over, and the borough was a member for at least half of its days. */
export const isOwed = (known: Known, boroughId: string, term: Term): boolean =>
  term.ends <= known.today && 2 * daysOfMembership(known, boroughId, term) >= daysBetween(term.starts, term.ends)

/**
 * The terms whose return is missing, from the oldest: owed, and none has come. A borough's first return shows since when change data are asked of it, so of
 * the terms before it none is missing; where it never sent any, the last one is. `own` are its own lines.
 */
export const missingTerms = (known: Known, boroughId: string, own: readonly Pick<ReturnLine, 'ends'>[]): Term[] => {
  const owed = known.terms.filter((term) => isOwed(known, boroughId, term)).toSorted((a, b) => a.number - b.number)
  const [first] = own.map(({ ends }) => ends).toSorted()
  if (first === undefined) return owed.slice(-1)
  return owed.filter((term) => term.ends > first && !own.some((line) => endsIn(line, term)))
}
