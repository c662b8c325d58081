import { partnershipRoles, type Role } from '#platform/access/role.ts'
import { addDays, type LocalDate } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import { organisationId, type Setting } from '../setting.ts'
import { type SignInPlan, signInPlans } from './sign-ins.ts'
import { type Employee, teamId } from './workforce.ts'

/** Somebody of the demonstration, as shown where it starts and on its list of sign-ins. */
export type DemonstrationSignIn = {
  name: string
  email: string
  passphrase: string
  roles: { role: Role; organisation: string }[]
  note?: string
}

/** The person behind a sign-in, as the workforce of a borough keeps people. */
export const employeeOf = (setting: Setting, plan: SignInPlan): Employee => ({
  id: personId(plan),
  name: plan.name,
  jobRole: plan.jobRole,
  teamId: plan.team === undefined ? null : teamId(plan.organisation, plan.team),
  starts: addDays(setting.today, -plan.since),
  ends: endOf(setting, plan),
  trains: plan.trains ?? 'never',
  isChampion: plan.roles.some(({ role }) => role === 'champion'),
  completed: new Map(),
})

const personId = ({ organisation, name }: SignInPlan) => idOf('person', organisation, name)
const accountId = ({ organisation, name }: SignInPlan) => idOf('account', organisation, name)
const endOf = ({ today }: Setting, { left }: SignInPlan): LocalDate | null =>
  left === undefined ? null : addDays(today, -left)

// When the partnership began to work with this software; those who came later have an account since then.
const daysInUse = 400
const accountSince = ({ today }: Setting, { since }: SignInPlan) => addDays(today, -Math.min(since, daysInUse))

const emailOf = ({ name, organisation }: SignInPlan) =>
  `${dotted(name)}@${dotted(organisation).replaceAll('.', '-')}.example`
const dotted = (text: string) => text.toLowerCase().replaceAll(' ', '.')

/** Saves accounts with one passphrase for all and their roles; the people of boroughs are saved with their borough. */
export const saveAccounts = (setting: Setting, passphraseHash: string): void => {
  const boroughs = new Set(setting.authorities.map(({ name }) => name))
  for (const plan of signInPlans) {
    if (!boroughs.has(plan.organisation)) saveOutsider(setting, plan)
    setting.world.add('account', {
      id: accountId(plan),
      organisation_id: organisationId(plan.organisation),
      person_id: personId(plan),
      email: emailOf(plan),
      created_at: `${accountSince(setting, plan)}T09:00:00Z`,
    })
    setting.world.add('credential', {
      account_id: accountId(plan),
      passphrase_hash: passphraseHash,
      passphrase_set_at: `${addDays(setting.today, -Math.min(plan.since, 90))}T09:00:00Z`,
    })
    for (const { role, organisation } of rolesOf(plan)) saveGrant(setting, plan, role, organisation)
  }
}

const saveOutsider = (setting: Setting, plan: SignInPlan) => {
  const { id, name, jobRole, teamId: team, starts, ends } = employeeOf(setting, plan)
  const organisation_id = organisationId(plan.organisation)
  setting.world.add('person', { id, organisation_id, name, job_role: jobRole, team_id: team, starts, ends })
}

const rolesOf = ({ roles, organisation }: SignInPlan) =>
  roles.map((grant) => ({ role: grant.role, organisation: grant.organisation ?? organisation }))

const saveGrant = (setting: Setting, plan: SignInPlan, role: Role, organisation: string) => {
  const admin = signInPlans.find(
    (one) => one.organisation === organisation && one.roles.some((r) => r.role === 'admin'),
  )
  setting.world.add('role_grant', {
    id: idOf('grant', plan.organisation, plan.name, role, organisation),
    account_id: accountId(plan),
    organisation_id: organisationId(organisation),
    partnership_id: partnershipRoles.includes(role) ? setting.partnership : null,
    role,
    starts: accountSince(setting, plan),
    ends: endOf(setting, plan),
    // Nobody grants a role to oneself: the first administrator of an organisation was invited from the command line.
    granted_by: admin === undefined || admin === plan ? null : accountId(admin),
  })
}

/** The sign-ins to show; those of organisations that are left out are not among them. */
export const listSignIns = (passphrase: string, leftOut: ReadonlySet<string>): DemonstrationSignIn[] =>
  signInPlans
    .filter(({ organisation }) => !leftOut.has(organisation))
    .map((plan) => ({
      name: plan.name,
      email: emailOf(plan),
      passphrase,
      roles: rolesOf(plan).filter(({ organisation }) => !leftOut.has(organisation)),
      ...(plan.note === undefined ? {} : { note: plan.note }),
    }))
