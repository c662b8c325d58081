import type { Figures } from './figures.ts'
import { unique } from './words.ts'

/** The authorities that took part in a term. What taking part is, the database says: `figures.members`. */
export const membersIn = ({ members }: Figures, number: number): string[] =>
  unique(members.filter(({ term }) => term === number).map(({ authority }) => authority))

/** Those of all terms that the report compares, by name. */
export const membersInAny = ({ members }: Figures): string[] =>
  unique(members.map(({ authority }) => authority)).toSorted((a, b) => a.localeCompare(b))
