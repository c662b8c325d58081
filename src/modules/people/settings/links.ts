import type { Role } from '#platform/access/role.ts'
import { managePartnership, manageStaff, seeStaff } from '../access.ts'
import { paths } from '../paths.ts'

/** A place that a role can look after: where it leads and what one does there. */
export type SettingsLink = { readonly text: string; readonly href: string; readonly what: string }

type Offered = SettingsLink & { readonly roles: readonly Role[] }

const offered: readonly Offered[] = [
  {
    text: 'Partnership',
    href: paths.partnership.to(),
    what: 'Boroughs, providers, delivery partner and evaluator: who is a member since when, at which stage. Terms.',
    roles: managePartnership.roles,
  },
  {
    text: 'Staff',
    href: paths.staff.to(),
    what: 'Who is in post, in which team, since when. Coverage is counted of them.',
    roles: seeStaff.roles,
  },
  {
    text: 'Teams',
    href: paths.teams.to(),
    what: 'Add, rename and close the teams of your organisation.',
    roles: manageStaff.roles,
  },
  {
    text: 'Bring in a staff list',
    href: paths.importStaff.to(),
    what: 'From a spreadsheet: see what will change before it does.',
    roles: manageStaff.roles,
  },
  // Pages of the accounts, practice-language and cases modules, by their addresses: they must stay free to use this one.
  {
    text: 'Wording rules',
    href: '/wording-rules',
    what: 'Which words are prompted, why, and what your borough changed in it.',
    roles: ['supervisor', 'lead', 'borough_lead'],
  },
  {
    text: 'Prompts answered',
    href: '/wording-answers',
    what: 'Reasons that people gave and offered where a prompt was wrong about their words.',
    roles: ['lead'],
  },
  // Pages of the room for families, by their addresses too.
  {
    text: 'Engagement form',
    href: '/settings/engagement-form',
    what: 'The questions of the form, and those that your borough adds. Take up another borough’s, or give them yours.',
    roles: ['lead'],
  },
  {
    text: 'Guidance beside the questions',
    href: '/settings/guidance',
    what: 'Where the partnership keeps the guidance that stands beside each question of the engagement form.',
    roles: ['project'],
  },
  {
    text: 'Case management system',
    href: '/settings/case-system',
    what: 'Where your borough’s system shows a record, and the keys with which it asks for records and opens them.',
    roles: ['admin'],
  },
  {
    text: 'Accounts and roles',
    href: '/settings/people-with-accounts',
    what: 'Who can sign in, and in which roles.',
    roles: manageStaff.roles,
  },
  {
    text: 'Invitations',
    href: '/settings/invitations',
    what: 'Invite somebody by a link that works once.',
    roles: manageStaff.roles,
  },
  {
    text: 'Access record',
    href: '/settings/record',
    what: 'Who saw or changed what in your organisation, and when.',
    roles: manageStaff.roles,
  },
  {
    text: 'Signing in',
    href: '/settings/security',
    what: 'Whether a second step is asked for, and how long a session may rest.',
    roles: manageStaff.roles,
  },
]

/** What a role can look after, in the order of the page. */
export const settingsFor = (role: Role): SettingsLink[] =>
  offered.filter(({ roles }) => roles.includes(role)).map(({ text, href, what }) => ({ text, href, what }))
