import { addDays, londonDate } from '#platform/dates.ts'
import { type Role, roles } from '#platform/access/role.ts'
import { type Asker, inForce, type Me, machines, type Taken } from './policy.ts'
import { grantOf, rowsOf, type Skeleton, type SomeGrant, type SomePerson, tokenOf, sha, type World } from './world.ts'

/** Somebody who asks: the role the transaction takes, the token it carries and the grant it names. */
export type Persona = { readonly name: string; readonly taken: Taken; readonly token: string; readonly grant: string }

const boroughRoles: readonly Role[] = [
  ...(['practitioner', 'supervisor', 'champion', 'lead', 'quality', 'complaints', 'borough_lead', 'admin'] as const),
]

/** Two boroughs of one partnership, one of them in a second; those that left, come tomorrow, or belong nowhere; all who run them. */
export const skeleton = (now: Date, demonstration = false): Skeleton => {
  const today = londonDate(now)
  const [longAgo, yesterday, tomorrow] = [addDays(today, -1000), addDays(today, -1), addDays(today, 1)]
  const always = { starts: longAgo, ends: null }
  const member = (partnership: string, organisation: string, capacity: SomeCapacity) => ({
    partnership,
    organisation,
    capacity,
    ...always,
  })
  const grant = (role: string, organisation: string, partnership?: string): SomeGrant => ({
    role,
    organisation,
    ...(partnership === undefined ? {} : { partnership }),
    ...always,
  })
  const person = (name: string, organisation: string, grants: SomeGrant[], over: Partial<SomePerson> = {}): SomePerson => ({
    name,
    organisation,
    leaves: null,
    closed: false,
    session: 'live',
    grants,
    ...over,
  })
  const one = (role: string, organisation: string, partnership?: string): SomePerson =>
    person([organisation, role, partnership].filter(Boolean).join(' '), organisation, [grant(role, organisation, partnership)])
  const lead = (name: string, over: Partial<SomePerson>, dates: Partial<SomeGrant> = {}): SomePerson =>
    person(name, 'Alder', [{ ...grant('lead', 'Alder'), ...dates }], over)
  return {
    now,
    today,
    demonstration,
    partnerships: ['North', 'South'],
    organisations: [
      ...['Alder', 'Birch', 'Cedar', 'Fern', 'Larch'].map((name) => ({ name, kind: 'authority' as const })),
      ...['Vine', 'Willow'].map((name) => ({ name, kind: 'provider' as const })),
      { name: 'Dove', kind: 'delivery_partner' },
      { name: 'Elm', kind: 'evaluator' },
      { name: 'Heath', kind: 'host' },
      { name: 'Nettle', kind: 'authority' },
    ],
    memberships: [
      member('North', 'Alder', 'authority'),
      member('North', 'Birch', 'authority'),
      member('South', 'Birch', 'authority'),
      member('South', 'Cedar', 'authority'),
      { ...member('North', 'Fern', 'authority'), ends: today },
      { ...member('North', 'Larch', 'authority'), starts: tomorrow },
      member('North', 'Vine', 'provider'),
      member('North', 'Willow', 'provider'),
      member('South', 'Willow', 'provider'),
      member('North', 'Dove', 'delivery_partner'),
      { ...member('South', 'Dove', 'delivery_partner'), ends: today },
      member('North', 'Elm', 'evaluator'),
      { ...member('South', 'Elm', 'evaluator'), starts: tomorrow },
      member('South', 'Heath', 'host'),
    ],
    terms: ['North', 'South'].flatMap((partnership) => [
      { partnership, number: 1, starts: addDays(today, -900), ends: addDays(today, -500), publishedOn: partnership === 'North' ? today : null },
      { partnership, number: 2, starts: addDays(today, -500), ends: addDays(today, -100), publishedOn: tomorrow },
      { partnership, number: 3, starts: addDays(today, -100), ends: addDays(today, 300), publishedOn: null },
    ]),
    people: [
      ...['Alder', 'Birch'].flatMap((organisation) => boroughRoles.map((role) => one(role, organisation))),
      ...['Cedar', 'Fern', 'Larch'].map((organisation) => one('lead', organisation)),
      ...['Vine', 'Willow'].map((organisation) => one('provider', organisation)),
      ...['Vine', 'Dove', 'Elm', 'Heath', 'Nettle'].map((organisation) => one('admin', organisation)),
      ...(['training', 'project'] as const).flatMap((role) => [one(role, 'Dove', 'North'), one(role, 'Heath', 'South')]),
      one('evaluator', 'Elm', 'North'),
      one('evaluator', 'Elm', 'South'),
      ...['Dove', 'Elm', 'Heath', 'Nettle'].map((organisation) => one('practitioner', organisation)),
      person('Alder supervisor and champion', 'Alder', [grant('supervisor', 'Alder'), grant('champion', 'Alder')]),
      person('Alder lead lent to Birch', 'Alder', [grant('lead', 'Alder'), grant('lead', 'Birch')]),
      lead('grant ended', {}, { ends: today }),
      lead('grant ends tomorrow', {}, { ends: tomorrow }),
      lead('grant starts tomorrow', {}, { starts: tomorrow }),
      lead('grant starts today', {}, { starts: today }),
      lead('account closed', { closed: true }),
      lead('left today', { leaves: today }),
      lead('leaves tomorrow', { leaves: tomorrow }),
      ...(['ended', 'idle', 'expired', 'incomplete'] as const).map((session) => lead(`session ${session}`, { session })),
      lead('left yesterday', { leaves: yesterday }),
    ],
  }
}
type SomeCapacity = Skeleton['memberships'][number]['capacity']

const own = ({ name, grants }: SomePerson): Persona[] =>
  grants.map((grant, index) => ({
    name: grants.length === 1 ? name : `${name} as ${grant.role} of ${grant.organisation}`,
    // A grant's role is one of the roles: the table checks it.
    taken: grant.role as Role,
    token: tokenOf(name),
    grant: grantOf(name, index),
  }))

/** Everybody in each of their grants, those who pretend, and the roles of the machinery. */
export const personas = ({ people }: Skeleton): Persona[] => {
  const [practitioner, lead] = [tokenOf('Alder practitioner'), tokenOf('Alder lead')]
  const climb = (name: string, taken: Taken): Persona => ({
    name: `${name} taking ${taken}`,
    taken,
    token: tokenOf(name),
    grant: grantOf(name),
  })
  return [
    ...people.flatMap(own),
    ...roles.filter((role) => role !== 'practitioner').map((role) => climb('Alder practitioner', role)),
    climb('Alder lead', 'practitioner'),
    climb('Vine admin', 'provider'),
    climb('Elm evaluator North', 'public'),
    climb('Elm evaluator North', 'project'),
    climb('Alder admin', 'sign_in'),
    climb('Alder admin', 'job'),
    { name: 'no token', taken: 'lead', token: '', grant: grantOf('Alder lead') },
    { name: 'no grant', taken: 'lead', token: lead, grant: '' },
    { name: 'forged token', taken: 'lead', token: 'guessed', grant: grantOf('Alder lead') },
    { name: 'token given as its hash', taken: 'lead', token: `\\x${sha(lead)}`, grant: grantOf('Alder lead') },
    { name: 'another person’s grant', taken: 'admin', token: practitioner, grant: grantOf('Alder admin') },
    { name: 'the same role’s grant in another borough', taken: 'lead', token: lead, grant: grantOf('Birch lead') },
    ...machines.map((machine) => ({ name: `machine ${machine}`, taken: machine, token: '', grant: '' })),
  ]
}

/** Whom token and grant prove, found from the rows alone: a live session, an open account, a person still here, a grant in force. */
export const proven = (world: World, { token, grant }: Persona, now: Date): Me | null => {
  const session = rowsOf(world, 'session').find((row) => row['token_sha'] === `\\x${sha(token)}`)
  const given = rowsOf(world, 'role_grant').find((row) => row['id'] === grant)
  const account = rowsOf(world, 'account').find((row) => row['id'] === session?.['account_id'])
  const person = rowsOf(world, 'person').find((row) => row['id'] === account?.['person_id'])
  if (!session || !given || !account || !person) return null
  const at = (column: string) => Date.parse(String(session[column]))
  const live =
    session['complete'] === true &&
    session['ended_at'] == null &&
    at('expires_at') > now.getTime() &&
    at('last_seen_at') + Number(session['idle_minutes']) * 60_000 > now.getTime()
  const here = account['closed_at'] == null && (person['ends'] == null || String(person['ends']) > world.today)
  if (!live || !here || given['account_id'] !== account['id'] || !inForce(given, world.today)) return null
  return {
    accountId: String(account['id']),
    personId: String(person['id']),
    role: String(given['role']),
    organisationId: String(given['organisation_id']),
    partnershipId: given['partnership_id'] == null ? null : String(given['partnership_id']),
  }
}

/** The asker that a persona is. */
export const askerOf = (world: World, persona: Persona, now: Date): Asker => ({
  taken: persona.taken,
  me: proven(world, persona, now),
})

/** The name of a role in the database; null: the sign-in name itself, outside any role. */
export const databaseRole = (taken: Taken): string | null => {
  if (taken === 'login' || taken === 'worker') return null
  return ['loader', 'owner', 'access', 'figures'].includes(taken) ? `tl_${taken}` : `r_${taken}`
}
