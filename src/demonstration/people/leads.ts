import { addDays, type LocalDate } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import type { Employee, Workforce } from './workforce.ts'

const jobRole = 'Implementation lead'

/**
 * Sees to it that a borough has an implementation lead as long as it is a member: one who goes with the first terms, and one who
 * takes over, save where a person with a sign-in has the post.
 */
export const placeLeads = ({ authority, staff, place, newName }: Workforce): void => {
  const named = staff.find((employee) => employee.jobRole === jobRole)
  const handover = named?.starts ?? addDays(authority.starts, 900)
  const lead = (starts: LocalDate, ends: LocalDate | null): Employee => {
    const name = newName()
    return {
      id: idOf('person', authority.name, name),
      name,
      jobRole,
      teamId: null,
      starts,
      ends,
      trains: 'never',
      isChampion: false,
      completed: new Map(),
    }
  }
  const leaves = authority.ends !== null && authority.ends < handover ? authority.ends : handover
  if (leaves > authority.starts) place(lead(authority.starts, leaves))
  if (!named && authority.ends === null) place(lead(handover, null))
}

/** Who led a consultation on a day: a champion now and then, else the implementation lead in post; nobody where the post was empty. */
export const leadOn = (staff: readonly Employee[], date: LocalDate, byChampion: boolean): Employee | undefined => {
  const inPost = staff.filter(({ starts, ends }) => starts <= date && (ends === null || date < ends))
  const champion = byChampion ? inPost.find(({ isChampion }) => isChampion) : undefined
  return champion ?? inPost.find((employee) => employee.jobRole === jobRole)
}
