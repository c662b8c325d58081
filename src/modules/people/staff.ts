import { addDays, formatDate, type LocalDate, type Period, periodContains } from '#platform/dates.ts'

/** A member of staff, with or without an account. Half-open: `ends` is the first day not in post any more. */
export type StaffMember = {
  readonly id: string
  readonly name: string
  readonly jobRole: string
  readonly teamId: string | null
  readonly team: string | null
  readonly starts: LocalDate
  readonly ends: LocalDate | null
  readonly version: number
}

export type Team = { readonly id: string; readonly name: string; readonly closedOn: LocalDate | null }

/** Whether somebody is to start, in post or has left. */
export const staffState = (member: Period, today: LocalDate): 'to start' | 'in post' | 'left' => {
  if (today < member.starts) return 'to start'
  return periodContains(member, today) ? 'in post' : 'left'
}

/** Their last day in words; null where none is known. */
export const lastDayText = ({ ends }: Period): string | null => (ends === null ? null : formatDate(addDays(ends, -1)))

/** A name as it is compared: "  ANNA  Lee" is Anna Lee. */
export const comparable = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en-GB')
