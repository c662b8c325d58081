import { addDays, formatDate } from '#platform/dates.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { manageStaff } from '../access.ts'
import { paths } from '../paths.ts'
import { lastDayText, type StaffMember } from '../staff.ts'
import { noTeam, staffForm } from '../staff-form.ts'
import { readMember, readTeams, updateMember } from '../staff-store.ts'
import { versionSeen } from '../versions.ts'
import { ChangeStaff } from './view.tsx'

export const changeStaffPage = formPage({
  path: paths.changeStaff,
  permission: manageStaff,
  record: {
    act: 'staff.changed',
    opened: 'staff.opened',
    subject: ({ member }) => ({ kind: 'person', id: member.id }),
  },
  title: 'Change a member of staff',
  area: 'Settings',
  form: ({ teams }) => staffForm(teams.map(({ id }) => id)),
  async load({ actor, db, params }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const member = await readMember(db, organisationId, params.id)
    if (member === null) return null
    // Their own team stays on offer when it is closed: a name may be put right without moving anybody.
    const teams = (await readTeams(db, organisationId)).filter(
      ({ id, closedOn }) => closedOn === null || id === member.teamId,
    )
    return { organisationId, organisation, member, teams }
  },
  initial: ({ member: { name, jobRole, teamId, starts, ends } }) => ({
    name,
    jobRole,
    team: teamId ?? noTeam,
    started: starts,
    left: ends === null ? '' : addDays(ends, -1),
  }),
  async save({ db, input, loaded: { organisationId, member }, asked }) {
    const seen = versionSeen(asked)
    if (seen === String(member.version) && (await updateMember(db, member.id, member.version, input)))
      return { redirect: paths.staff.to(), cookies: { flash: 'The member of staff was changed.' } }
    return { theirs: inWords((await readMember(db, organisationId, member.id)) ?? member) }
  },
  view: ChangeStaff,
})

const inWords = (member: StaffMember) => ({
  name: member.name,
  jobRole: member.jobRole,
  team: member.team ?? 'no team',
  started: formatDate(member.starts),
  left: lastDayText(member) ?? 'none set',
})
