import { type Role, roles } from '#platform/access/role.ts'
import { type Asker, inForce, type Me, machines, type Taken } from './policy.ts'
import { grantOf, keyTokenOf, rowsOf, type Skeleton, type SomePerson, sha, tokenOf, type World } from './world.ts'

/** Somebody who asks: the role the transaction takes, the token it carries and the grant it names. */
export type Persona = { readonly name: string; readonly taken: Taken; readonly token: string; readonly grant: string }

const own = ({ name, grants }: SomePerson): Persona[] =>
  grants.map((grant, index) => ({
    name: grants.length === 1 ? name : `${name} as ${grant.role} of ${grant.organisation}`,
    // A grant's role is one of the roles: the table checks it.
    taken: grant.role as Role,
    token: tokenOf(name),
    grant: grantOf(name, index),
  }))

const keys = ['Alder working', 'Alder last day', 'Alder run out', 'Alder taken back', 'Birch working', 'nobody’s']

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
    climb('Alder admin', 'lead'),
    climb('Alder admin', 'practitioner'),
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
    ...keys.map((key) => ({ name: `key ${key}`, taken: 'system' as const, token: keyTokenOf(key), grant: '' })),
    { name: 'key given as its hash', taken: 'system', token: `\\x${sha(keyTokenOf('Alder working'))}`, grant: '' },
    climb('Alder lead', 'system'),
    { name: 'a key as a person', taken: 'lead', token: keyTokenOf('Alder working'), grant: grantOf('Alder lead') },
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

/** Whose key a token is, found from the rows alone: not taken back, and not in or after the day on which it ends. */
const provenKey = (world: World, token: string): Me | null => {
  const key = rowsOf(world, 'api_key').find((row) => row['token_sha'] === `\\x${sha(token)}`)
  if (!key || key['revoked_at'] != null || String(key['expires_on']) <= world.today) return null
  const organisationId = String(key['organisation_id'])
  return { accountId: '', personId: '', role: 'system', organisationId, partnershipId: null }
}

/** The asker that a persona is. */
export const askerOf = (world: World, persona: Persona, now: Date): Asker => ({
  taken: persona.taken,
  me: persona.taken === 'system' ? provenKey(world, persona.token) : proven(world, persona, now),
})

/** The name of a role in the database; null: the sign-in name itself, outside any role. */
export const databaseRole = (taken: Taken): string | null => {
  if (taken === 'login' || taken === 'door' || taken === 'worker') return null
  return ['loader', 'owner', 'access', 'figures'].includes(taken) ? `tl_${taken}` : `r_${taken}`
}
