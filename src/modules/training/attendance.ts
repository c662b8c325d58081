import type { LocalDate } from '#platform/dates.ts'

export type Course = { readonly id: string; readonly name: string; readonly offeredFrom: LocalDate }

/** A block with how many attended it, of those that the reader may count. */
export type CountedBlock = { readonly courseId: string; readonly starts: LocalDate; readonly attended: number }

/** What can be said of a course in a term. Only `count` is a number; `none-recorded` may hide people whose borough the register left out. */
export type AttendanceCell =
  | { readonly kind: 'count'; readonly n: number }
  | { readonly kind: 'not-offered' | 'not-member' | 'none-recorded' | 'not-available' }

export type TermDates = { readonly number: number; readonly starts: LocalDate; readonly ends: LocalDate }

/** One borough's attendance of a course in a term. A block counts in the term in which it begins. */
export const ownCell = (
  course: Course,
  term: TermDates,
  blocks: readonly CountedBlock[],
  member: boolean,
): AttendanceCell => {
  const run = blocks.filter(
    ({ courseId, starts }) => courseId === course.id && starts >= term.starts && starts < term.ends,
  )
  const n = run.reduce((sum, { attended }) => sum + attended, 0)
  if (n > 0) return { kind: 'count', n }
  if (!member) return { kind: 'not-member' }
  if (course.offeredFrom >= term.ends) return { kind: 'not-offered' }
  // Without a block nobody can have come; with one, a register that does not say the borough is out of this reader's sight.
  return run.length === 0 ? { kind: 'count', n: 0 } : { kind: 'none-recorded' }
}

/** A line of `figures.training_by_authority`; `authorityId` null: the register did not say the borough. */
export type ByAuthority = {
  readonly term: number
  readonly course: string
  readonly authorityId: string | null
  readonly attended: number
}

/**
 * A borough's attendance among everybody's. Where no register of the course said a borough in that term, it is not available and never 0.
 */
export const boroughCell = (
  rows: readonly ByAuthority[],
  course: string,
  term: number,
  authorityId: string,
  offered: boolean,
): AttendanceCell => {
  if (!offered) return { kind: 'not-offered' }
  const ofCourse = rows.filter((row) => row.course === course && row.term === term)
  const own = ofCourse.find((row) => row.authorityId === authorityId)
  if (own) return { kind: 'count', n: own.attended }
  const placed = ofCourse.some((row) => row.authorityId !== null)
  return ofCourse.length > 0 && !placed ? { kind: 'not-available' } : { kind: 'count', n: 0 }
}

/** What a cell says where it holds no number. */
export const cellWords: Readonly<Record<Exclude<AttendanceCell['kind'], 'count'>, string>> = {
  'not-offered': 'not offered yet',
  'not-member': 'not a member',
  'none-recorded': 'none recorded',
  'not-available': 'not available',
}
