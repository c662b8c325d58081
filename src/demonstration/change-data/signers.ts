import type { Setting } from '../setting.ts'

/** Who signs for a borough: ids of people. */
export type Signers = { readonly analyst: string; readonly lead: string }

/** The analyst and the lead in post; where a borough has no analyst with a sign-in, the longest-serving member of staff who is not the lead. */
export const signersOf = ({ world, today }: Setting, authority: string): Signers => {
  const staff = world
    .rows('person')
    .filter(({ organisation_id, ends }) => organisation_id === authority && (ends == null || String(ends) > today))
    .toSorted((a, b) => (String(a.starts) < String(b.starts) ? -1 : 1))
  const lead = staff.find(({ job_role }) => job_role === 'Implementation lead') ?? staff.at(-1)
  const analyst =
    staff.find(({ job_role }) => String(job_role).includes('data analyst')) ?? staff.find((person) => person !== lead)
  if (lead?.id === undefined || analyst?.id === undefined) throw new RangeError('A borough without staff signs nothing')
  return { analyst: String(analyst.id), lead: String(lead.id) }
}
