import { daysBetween } from '#platform/dates.ts'
import type { Figures, Member } from './figures.ts'
import { unique } from './words.ts'

/**
 * The authorities that took part in a term: members for at least half of its days. Who joined in its last weeks makes ready for the next
 * one, and is not missing in this one; what they did all the same is counted.
 */
export const membersIn = (figures: Figures, number: number): string[] =>
  unique(
    figures.members
      .filter((member) => member.term === number && isHalf(figures, member))
      .map(({ authority }) => authority),
  )

/** Those of all terms that the report compares, by name. */
export const membersInAny = (figures: Figures): string[] =>
  unique(figures.members.flatMap(({ term }) => term).flatMap((term) => membersIn(figures, term))).toSorted((a, b) =>
    a.localeCompare(b),
  )

const isHalf = ({ terms }: Figures, member: Member): boolean => {
  const term = terms.find(({ number }) => number === member.term)
  // The reader may count a term whose dates they do not know; then every member took part.
  if (term === undefined) return true
  const from = member.starts > term.starts ? member.starts : term.starts
  const to = member.ends !== null && member.ends < term.ends ? member.ends : term.ends
  return daysBetween(from, to) * 2 >= daysBetween(term.starts, term.ends)
}
