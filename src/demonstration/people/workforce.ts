import { addDays, type LocalDate } from '#platform/dates.ts'
import { makeChance } from '../chance.ts'
import { idOf } from '../ids.ts'
import type { Authority, Setting } from '../setting.ts'
import { makeNamer } from './names.ts'
import { closedTeam, teams } from './teams.ts'

export type Employee = {
  readonly id: string
  readonly name: string
  readonly jobRole: string
  readonly teamId: string | null
  readonly starts: LocalDate
  readonly ends: LocalDate | null
  /** Whether this person comes to training, and whether before others: those whose sign-ins are shown. */
  readonly trains: 'first' | 'as others' | 'never'
  readonly isChampion: boolean
  /** When a course was completed, by the course's name. */
  readonly completed: Map<string, LocalDate>
}

export type Workforce = {
  readonly authority: Authority
  readonly staff: readonly Employee[]
  /** A name that nobody of the borough has. */
  newName(): string
  /** Takes on somebody who is in post on a day, and has been for a while unless `newcomer`. */
  hire(by: LocalDate, options?: { newcomer?: boolean; jobRole?: string }): Employee
  /** Puts somebody known into the workforce, such as a person with a sign-in. */
  place(employee: Employee): void
  inPost(from: LocalDate, to: LocalDate): Employee[]
}

/** The id of a team of an authority. */
export const teamId = (authority: string, team: string): string => idOf('team', authority, team)

// Social work loses about one in seven a year: a stay of seven years on average from any day on.
const meanDaysToLeaving = 7 * 365
const shortestStay = 60

const juniors: readonly string[] = ['Student social worker', 'Newly qualified social worker']
const weightedTeams = teams.flatMap((team) => Array<(typeof teams)[number]>(team.size).fill(team))

/** The people of a borough: taken on as the records need them, leaving as people do. Saved by `savePeople`. */
export const makeWorkforce = (setting: Setting, authority: Authority, takenNames: Iterable<string>): Workforce => {
  const chance = makeChance('workforce', authority.name)
  const newName = makeNamer(chance, takenNames)
  const staff: Employee[] = []
  const leaving = (by: LocalDate): LocalDate | null => {
    const date = addDays(by, shortestStay + Math.floor(-Math.log(1 - chance.next()) * meanDaysToLeaving))
    // Notice is given a month ahead; a later leaving nobody knows of yet.
    return date <= addDays(setting.today, 30) ? date : null
  }
  const hire: Workforce['hire'] = (by, { newcomer = false, jobRole } = {}) => {
    const team = chance.pick(weightedTeams)
    const drawn = jobRole ?? chance.pick(team.jobRoles)
    // A student or a newly qualified worker of long ago is neither any more.
    const isJunior = juniors.includes(drawn)
    const role = isJunior && by < addDays(setting.today, -250) ? 'Social worker' : drawn
    const name = newName()
    const employee: Employee = {
      id: idOf('person', authority.name, name),
      name,
      jobRole: role,
      teamId: teamId(authority.name, team.name),
      starts: addDays(by, -(newcomer || isJunior ? chance.between(14, 120) : chance.between(40, 2600))),
      ends: leaving(by),
      trains: 'as others',
      isChampion: false,
      completed: new Map(),
    }
    staff.push(employee)
    return employee
  }
  return {
    authority,
    staff,
    newName,
    hire,
    place: (employee) => void staff.push(employee),
    inPost: (from, to) => staff.filter(({ starts, ends }) => starts <= from && (ends === null || to < ends)),
  }
}

/** Saves the teams of every borough. */
export const saveTeams = ({ world, authorities }: Setting): void => {
  for (const { id, name } of authorities) {
    const add = (team: string, closedOn: string | null) =>
      world.add('team', { id: teamId(name, team), organisation_id: id, name: team, closed_on: closedOn })
    for (const team of teams) add(team.name, null)
    if (name === 'Hackney') add(closedTeam.name, closedTeam.closedOn)
  }
}

/** Saves the people of a borough as they are once all records are made. */
export const savePeople = ({ world }: Setting, { authority, staff }: Workforce): void => {
  for (const { id, name, jobRole, teamId: team, starts, ends } of staff) {
    world.add('person', { id, organisation_id: authority.id, name, job_role: jobRole, team_id: team, starts, ends })
  }
}
