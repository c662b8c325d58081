import type { Role } from '#platform/access/role.ts'

/** A person of the demonstration who can sign in; dates are days before today. */
export type SignInPlan = {
  readonly name: string
  readonly organisation: string
  readonly jobRole: string
  readonly team?: string
  /** In post since so many days. */
  readonly since: number
  /** Left so many days ago. */
  readonly left?: number
  readonly roles: readonly { readonly role: Role; readonly organisation?: string }[]
  readonly trains?: 'first' | 'as others'
  readonly note?: string
}

/** Four words that nobody would guess at a borough's door, printed where the demonstration starts. */
export const demonstrationPassphrase = 'lantern orchard velvet harbour'

const hackney: readonly SignInPlan[] = [
  {
    name: 'Amara Okafor',
    organisation: 'Hackney',
    jobRole: 'Social worker',
    team: 'Family support and protection',
    since: 520,
    roles: [{ role: 'practitioner' }],
    trains: 'first',
  },
  {
    name: 'Delroy Campbell',
    organisation: 'Hackney',
    jobRole: 'Team manager',
    team: 'Family support and protection',
    since: 1460,
    roles: [{ role: 'supervisor' }],
    trains: 'first',
  },
  {
    name: 'Nasima Chowdhury',
    organisation: 'Hackney',
    jobRole: 'Senior social worker',
    team: 'Assessment team',
    since: 1100,
    roles: [{ role: 'champion' }],
    trains: 'first',
  },
  {
    name: 'Siobhan Keane',
    organisation: 'Hackney',
    jobRole: 'Team manager',
    team: 'Children with disabilities',
    since: 1800,
    roles: [{ role: 'supervisor' }, { role: 'champion' }],
    trains: 'first',
    note: 'Two roles in one borough: choose which to act in',
  },
  {
    name: 'Miriam Goldberg',
    organisation: 'Hackney',
    jobRole: 'Implementation lead',
    since: 1150,
    roles: [{ role: 'lead' }],
  },
  {
    name: 'Kofi Asante',
    organisation: 'Hackney',
    jobRole: 'Quality assurance officer',
    team: 'Quality assurance',
    since: 900,
    roles: [{ role: 'quality' }],
    trains: 'as others',
  },
  {
    name: 'Ioana Munteanu',
    organisation: 'Hackney',
    jobRole: 'Complaints officer',
    since: 700,
    roles: [{ role: 'complaints' }],
  },
  {
    name: 'Helen Fraser',
    organisation: 'Hackney',
    jobRole: 'Head of service',
    since: 2100,
    roles: [{ role: 'borough_lead' }],
  },
  {
    name: 'Grace Adjei',
    organisation: 'Hackney',
    jobRole: 'Performance and data analyst',
    since: 760,
    roles: [{ role: 'analyst' }],
  },
  {
    name: 'Tariq Mahmood',
    organisation: 'Hackney',
    jobRole: 'Systems administrator',
    since: 1300,
    roles: [{ role: 'admin' }],
  },
  {
    name: 'Beatriz Carvalho',
    organisation: 'Hackney',
    jobRole: 'Social worker',
    team: 'Leaving care',
    since: 1600,
    left: 45,
    roles: [{ role: 'practitioner' }],
    trains: 'as others',
    note: 'Left the borough: the role has ended, so no page opens',
  },
]

const newham: readonly SignInPlan[] = [
  {
    name: 'Elif Aydin',
    organisation: 'Newham',
    jobRole: 'Newly qualified social worker',
    team: 'Assessment team',
    since: 55,
    roles: [{ role: 'practitioner' }],
    note: 'New in post: no training yet',
  },
  {
    name: 'Harpreet Bains',
    organisation: 'Newham',
    jobRole: 'Team manager',
    team: 'MASH',
    since: 1250,
    roles: [{ role: 'supervisor' }],
    trains: 'first',
  },
  {
    name: 'Joe Whittaker',
    organisation: 'Newham',
    jobRole: 'Family therapist',
    team: 'Family therapy',
    since: 980,
    roles: [{ role: 'champion' }],
    trains: 'first',
  },
  {
    name: 'Yvonne Beckford',
    organisation: 'Newham',
    jobRole: 'Implementation lead',
    since: 1150,
    roles: [{ role: 'lead' }],
  },
  {
    name: 'Priya Solanki',
    organisation: 'Newham',
    jobRole: 'Child protection chair',
    team: 'Quality assurance',
    since: 1400,
    roles: [{ role: 'quality' }, { role: 'quality', organisation: 'Hackney' }],
    note: 'A post that two boroughs share: one role in each, never both at once',
  },
  {
    name: 'Wai Leung',
    organisation: 'Newham',
    jobRole: 'Complaints officer',
    since: 820,
    roles: [{ role: 'complaints' }],
  },
  {
    name: 'Hodan Warsame',
    organisation: 'Newham',
    jobRole: 'Head of service',
    since: 1700,
    roles: [{ role: 'borough_lead' }],
  },
  {
    name: 'Callum Rees',
    organisation: 'Newham',
    jobRole: 'Senior data analyst',
    since: 410,
    roles: [{ role: 'analyst' }],
    note: 'Has signed the figures; they wait for the lead',
  },
  {
    name: 'Marcin Dudek',
    organisation: 'Newham',
    jobRole: 'Systems administrator',
    since: 600,
    roles: [{ role: 'admin' }],
  },
]

const partners: readonly SignInPlan[] = [
  {
    name: 'Winston Blake',
    organisation: 'Hackney DAPP',
    jobRole: 'Programme manager',
    since: 1500,
    roles: [{ role: 'provider' }],
  },
  {
    name: 'Samira Haddad',
    organisation: 'Men and Masculinities',
    jobRole: 'Programme manager',
    since: 1200,
    roles: [{ role: 'provider' }],
  },
  {
    name: 'Meera Joshi',
    organisation: 'Respect',
    jobRole: 'Training manager',
    since: 1350,
    roles: [{ role: 'training' }],
  },
  {
    name: 'Gareth Ellis',
    organisation: 'Respect',
    jobRole: 'Delivery project manager',
    since: 1650,
    roles: [{ role: 'project' }],
  },
  {
    name: 'Folake Bankole',
    organisation: 'Waltham Forest',
    jobRole: 'Project manager',
    since: 1900,
    roles: [{ role: 'project' }],
    note: 'Sets up a code at the first sign-in',
  },
  {
    name: 'Rachel Abrams',
    organisation: 'Evaluation team',
    jobRole: 'Evaluator',
    since: 1800,
    roles: [{ role: 'evaluator' }],
    note: 'Sets up a code at the first sign-in',
  },
]

/** Everybody who can sign in, borough by borough. */
export const signInPlans: readonly SignInPlan[] = [...hackney, ...newham, ...partners]
