import { createHash } from 'node:crypto'
import pg from 'pg'
import { partnershipRoles, type Role, roles } from '#platform/access/role.ts'

/** A fixed id for a name, so that a test can say which row it means and two worlds can be alike. */
export const idOf = (name: string): string =>
  createHash('md5')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The session token of a person of the test world. */
export const tokenOf = (who: string): string => createHash('sha256').update(`token of ${who}`).digest('base64url')

/** `lead@Alder`: the roles of a borough. `project`, `evaluator`, `training`: those of the partnership. `provider@Hazel`: a provider's. */
export type Who = `${Role}@${'Alder' | 'Birch'}` | 'provider@Hazel' | 'provider@Ivy' | (typeof partnershipRoles)[number]

const boroughRoles = roles.filter((role) => !partnershipRoles.includes(role) && role !== 'provider')

/** Everybody there is in the test world. */
export const everybody: readonly Who[] = [
  ...(['Alder', 'Birch'] as const).flatMap((borough) => boroughRoles.map((role) => `${role}@${borough}` as const)),
  'provider@Hazel',
  'provider@Ivy',
  'project',
  'evaluator',
  'training',
]

export const partnershipId = idOf('partnership')
export const organisationId = (name: string): string => idOf(`organisation ${name}`)
export const personId = (who: string): string => idOf(`person ${who}`)
export const accountId = (who: string): string => idOf(`account ${who}`)
export const grantId = (who: string): string => idOf(`grant ${who}`)

const organisations = [
  ['Alder', 'authority'],
  ['Birch', 'authority'],
  ['Hazel', 'provider'],
  ['Ivy', 'provider'],
  ['Juniper', 'evaluator'],
] as const

/**
 * Makes a partnership of two boroughs, two providers and an evaluator, with somebody in every role, all signed in. Connect as an operator.
 * Year 1 (2021-08 to 2022-07) is published, Year 2 is not.
 */
export const makeWorld = async (connection: pg.ClientConfig): Promise<void> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('begin; set local role tl_loader')
    await client.query("insert into partnership (id, name, slug) values ($1, 'Grove partnership', 'grove')", [
      partnershipId,
    ])
    for (const [name, kind] of organisations) await addOrganisation(client, name, kind)
    await client.query(
      `insert into term (id, partnership_id, number, name, starts, ends, published_on) values
        ($2, $1, 1, 'Year 1', '2021-08-01', '2022-08-01', '2022-12-01'), ($3, $1, 2, 'Year 2', '2022-08-01', '2023-08-01', null)`,
      [partnershipId, idOf('term 1'), idOf('term 2')],
    )
    for (const who of everybody) await addPerson(client, who)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

const addOrganisation = async (client: pg.Client, name: string, kind: string): Promise<void> => {
  await client.query('insert into organisation (id, kind, name, second_factor_required) values ($1, $2, $3, false)', [
    organisationId(name),
    kind,
    name,
  ])
  await client.query(
    'insert into membership (id, partnership_id, organisation_id, capacity, stage, starts) values ($1, $2, $3, $4, $5, $6)',
    [
      idOf(`membership ${name}`),
      partnershipId,
      organisationId(name),
      kind,
      kind === 'authority' ? 'implementing' : null,
      '2021-08-01',
    ],
  )
}

const addPerson = async (client: pg.Client, who: Who): Promise<void> => {
  const [role, place] = who.split('@') as [Role, string | undefined] // as Who is made
  const organisation = organisationId(place ?? 'Juniper')
  await client.query('insert into person (id, organisation_id, name, job_role, starts) values ($1, $2, $3, $4, $5)', [
    personId(who),
    organisation,
    `Robin ${role} of ${place ?? 'the partnership'}`,
    'Social worker',
    '2021-01-01',
  ])
  await client.query('insert into account (id, organisation_id, person_id, email) values ($1, $2, $3, $4)', [
    accountId(who),
    organisation,
    personId(who),
    `${who.replace('@', '.').toLowerCase()}@grove.example`,
  ])
  await client.query('insert into credential (account_id) values ($1)', [accountId(who)])
  await client.query(
    'insert into role_grant (id, account_id, organisation_id, partnership_id, role, starts) values ($1, $2, $3, $4, $5, $6)',
    [
      grantId(who),
      accountId(who),
      organisation,
      partnershipRoles.includes(role) ? partnershipId : null,
      role,
      '2021-01-01',
    ],
  )
  await client.query(
    `insert into session (id, token_sha, account_id, complete, device, idle_minutes, confirmed_at, expires_at)
     values ($1, sha256($2::bytea), $3, true, 'Firefox on Linux', 15, now(), now() + interval '12 hours')`,
    [idOf(`session ${who}`), tokenOf(who), accountId(who)],
  )
}
