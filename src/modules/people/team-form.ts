import { z } from 'zod'
import { always, checkDate, dateBoxes, dayIn, lineOf } from '#platform/questions.ts'
import { comparable, type Team } from './staff.ts'

const name = lineOf({ missing: 'Enter the name of the team', name: 'Name', max: 120 })

export const newTeamForm = z.strictObject({ name })

/** Renaming a team, and closing it from a day on. */
export const teamForm = z
  .strictObject({ name, ...dateBoxes('closed') })
  .superRefine((typed, context) => {
    checkDate(typed, context, { name: 'closed', label: 'Date of closing', optional: true })
  }, always)
  .transform((typed) => ({ name: typed.name, closedOn: dayIn(typed, 'closed') }))

/** What to say where another team has this name; null where none has. */
export const nameTaken = (wanted: string, teams: readonly Team[], ownId?: string): string | null => {
  const other = teams.find((team) => team.id !== ownId && comparable(team.name) === comparable(wanted))
  if (!other) return null
  return other.closedOn === null
    ? `There is a team called ${other.name} already`
    : `A closed team is called ${other.name}: open it again, or choose another name`
}

/** What a form was opened on, so that nobody writes over what somebody else saved: teams have no version of their own. */
export const teamVersion = ({ name: called, closedOn }: Team): string => `${closedOn ?? 'open'} ${called}`
