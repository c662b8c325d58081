import { formatDate, type LocalDate, londonDate } from '#platform/dates.ts'
import type { Revision } from './answer.ts'
import type { StampedPerson } from './people.ts'

/** One form of a family: its head. */
export type EngagementForm = {
  readonly id: string
  readonly familyId: string
  readonly number: number
  /** `standard-1`, or the id of the borough's own version. */
  readonly definition: string
  readonly heldOn: LocalDate | null
  readonly state: 'open' | 'completed' | 'given up'
  /** The completed form that this one puts right. */
  readonly corrects: string | null
  readonly why: string
  readonly startedBy: string
  readonly startedAt: Date
  readonly completedBy: string | null
  readonly completedAt: Date | null
  /** As they were recorded on the day it was completed. */
  readonly people: readonly StampedPerson[]
  readonly version: number
}

/** The forms that a completed form has put right no longer count. */
export const inForce = (forms: readonly EngagementForm[]): readonly EngagementForm[] => {
  const corrected = new Set(forms.flatMap(({ state, corrects }) => (state === 'completed' ? [corrects] : [])))
  return forms.filter(({ id, state }) => state === 'completed' && !corrected.has(id))
}

/** The completed form that put this one right, or the open one that is to. */
export const correctionOf = (forms: readonly EngagementForm[], id: string): EngagementForm | null =>
  forms.find(({ corrects, state }) => corrects === id && state !== 'given up') ?? null

export const stateWords: Readonly<Record<EngagementForm['state'], string>> = {
  open: 'Half done',
  completed: 'Completed',
  'given up': 'Given up',
}

/** The last saving of all, for "Saved 18:42". */
export const lastSaved = (latest: readonly Revision[]): Revision | null =>
  latest.reduce<Revision | null>((last, each) => (last === null || each.savedAt > last.savedAt ? each : last), null)

const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
export const timeInWords = (at: Date): string => time.format(at)

/** "Saved 18:42 by Robin Hale", with the day where that is not today. */
export const savedWords = (
  { savedAt, savedBy }: Revision,
  names: ReadonlyMap<string, string>,
  today: LocalDate,
): string => {
  const day = londonDate(savedAt)
  return `Saved ${timeInWords(savedAt)}${day === today ? '' : ` on ${formatDate(day)}`} by ${names.get(savedBy) ?? 'a colleague'}`
}
