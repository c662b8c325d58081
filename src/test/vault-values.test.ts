import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#modules/cases/paths.ts'
import { routes } from '../app.ts'
import { unpacked } from './access/unpacked.ts'
import { type TestApp, testApp } from './app.ts'
import { familyId, individualId, makeFamilies } from './cases.ts'
import { everybody, organisationId, personId, tokenOf, type Who } from './world.ts'

/**
 * Where somebody can be found, sealed for an Alder family and for a Birch one, and then looked for wherever anybody could meet it: pages, headers, the log,
 * and every column of the database, in clear or written as hexadecimal or in base 64.
 */
const holders = [
  {
    who: 'practitioner@Alder',
    family: familyId('ashworth'),
    whom: individualId('Leanne Price'),
    secret: 'Zqvaultalder',
  },
  { who: 'practitioner@Birch', family: familyId('birch'), whom: individualId('Marta Ruiz'), secret: 'Zqvaultbirch' },
] as const

const secret = /zqvault(alder|birch)/i

// A key of the case management system of each borough, as long as a real one.
const keys = { Alder: `tl_${'A'.repeat(43)}`, Birch: `tl_${'B'.repeat(43)}` } as const
const fill = async (operator: pg.Client) => {
  await makeFamilies(operator)
  for (const [borough, token] of Object.entries(keys))
    await operator.query(
      `insert into api_key (organisation_id, name, token_sha, made_by, expires_on) values ($1, 'A key', sha256($2::bytea), $3, current_date + 9)`,
      [organisationId(borough), token, personId(`admin@${borough === 'Alder' ? 'Alder' : 'Birch'}`)],
    )
}

let app: TestApp
beforeAll(async () => {
  app = await testApp({ fill })
})
afterAll(() => app?.close())

// The pages of families lead to one another within this many.
const most = 400
const never = /^\/(sign-out|leave|assets|practice-language)/

/** Addresses at which the secret was met, and the kinds of answer there were. */
type Met = { readonly asked: number; readonly where: string[]; readonly types: Set<string>; readonly failed: string[] }
/** Somebody signed in, the key of a case management system, or nobody. */
type Asking = { readonly who: Who } | { readonly key: string } | null

const ask = async (url: string, asking: Asking) => {
  const { headers, rawPayload, statusCode } = await app.server.inject({
    url,
    ...(asking !== null && 'who' in asking && { cookies: { s: tokenOf(asking.who) } }),
    ...(asking !== null && 'key' in asking && { headers: { authorization: `Bearer ${asking.key}` } }),
  })
  const type = String(headers['content-type'])
  return { status: statusCode, type, headers: JSON.stringify(headers), body: await unpacked(type, rawPayload) }
}

// What belongs to a family is asked for by the protected detail's own number and by the family's: whatever else there is, links lead to.
const everyPage = async (): Promise<string[]> => {
  const { rows } = await app.operator.query<{ id: string; family_id: string }>('select id, family_id from vault_entry')
  return routes
    .filter((route) => route.methods.includes('GET'))
    .flatMap(({ path: { pattern } }) =>
      pattern.includes(':')
        ? rows.flatMap(({ id, family_id }) =>
            [id, family_id].map((other) => pattern.replaceAll(':familyId', family_id).replaceAll(/:\w+/g, other)),
          )
        : [pattern],
    )
}

/** Everything that somebody can reach, and every page of both families. Where the secret was met. */
const crawl = async (asking: Asking): Promise<Met> => {
  const waiting = await everyPage()
  const seen = new Set<string>()
  const found: Met = { asked: 0, where: [], types: new Set(), failed: [] }
  while (waiting.length > 0) {
    const url = waiting.shift() ?? '/'
    if (seen.has(url) || never.test(url)) continue
    seen.add(url)
    const { status, type, headers, body } = await ask(url, asking)
    found.types.add(type.split(';')[0] ?? '')
    if (status >= 500) found.failed.push(url)
    if (secret.test(body) || secret.test(headers)) found.where.push(url)
    if (type.startsWith('text/html') && seen.size < most)
      for (const [, href] of body.matchAll(/href="(\/[^"#]*)"/g)) waiting.push((href ?? '').replaceAll('&amp;', '&'))
  }
  return { ...found, asked: seen.size }
}

const writings = holders.flatMap(({ secret: it }) =>
  [it, it.toLowerCase(), it.toUpperCase()].flatMap((word) => {
    const bytes = Buffer.from(word)
    // In base 64 a word reads differently by where it begins: what is the same in the middle of each.
    const inBase64 = [0, 1, 2].map((pad) =>
      Buffer.concat([Buffer.alloc(pad), bytes])
        .toString('base64')
        .slice(pad === 0 ? 0 : 4, pad === 0 ? 12 : 12),
    )
    return [word, bytes.toString('hex'), ...inBase64]
  }),
)

/** The columns of the database in which the secret stands, in any of these writings. */
const inTheDatabase = async (): Promise<string[]> => {
  const { rows } = await app.operator.query<{ table: string; name: string; bytes: boolean }>(`
    select c.relname as table, a.attname as name, a.atttypid = 'bytea'::regtype as bytes from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'text[]'::regtype)`)
  const found: string[] = []
  for (const { table, name, bytes } of rows) {
    // Bytes as they are, and as hexadecimal: the writings are looked for in both.
    const read = bytes ? `encode(${name}, 'escape') || ' ' || encode(${name}, 'hex')` : `${name}::text`
    const { rowCount } = await app.operator.query(
      `select from ${table} where exists (select from unnest($1::text[]) w where position(w in ${read}) > 0) limit 1`,
      [writings],
    )
    if (rowCount !== 0) found.push(`${table}.${name}`)
  }
  return found
}

const seal = () =>
  Promise.all(
    holders.map(({ who, family, whom, secret: it }) =>
      app.as(who).post(paths.addProtected.to({ familyId: family }), {
        whom,
        kind: 'address',
        value: `${it} House\n14 ${it} Road\nE8 4PH`,
      }),
    ),
  )

test('The secret would be found where it stood', async () => {
  await app.operator.query('begin')
  await app.operator.query(`update family set name = 'Zqvaultalder'`)
  await app.operator.query(`update individual set housing_status = encode('xZqvaultbirch', 'base64')`)
  expect((await inTheDatabase()).sort()).toEqual(['family.name', 'individual.housing_status'])
  await app.operator.query('rollback')
})

test('Sealed, it stands nowhere in the database', async () => {
  expect((await seal()).map(({ status }) => status)).toEqual([303, 303])
  const { rows } = await app.operator.query('select count(*)::int as n from vault_value')
  expect(rows[0]?.n).toBe(2)
  expect(await inTheDatabase()).toEqual([])
})

test.each([null, ...everybody])('%s meets it on no page and in no header', { timeout: 120_000 }, async (who) => {
  const { asked, where, failed } = await crawl(who === null ? null : { who })
  expect([where, failed]).toEqual([[], []])
  expect(asked).toBeGreaterThan(100)
})

test('Nor in any document, whoever takes one', { timeout: 120_000 }, async () => {
  const { types } = await crawl({ who: 'practitioner@Alder' })
  // Those that were looked through above.
  expect([...types]).toEqual(
    expect.arrayContaining([
      'application/pdf',
      'application/json',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]),
  )
})

test.each(['Alder', 'Birch'] as const)('The case management system of %s is sent none of it', async (borough) => {
  const { where, failed } = await crawl({ key: keys[borough] })
  expect([where, failed]).toEqual([[], []])
  const { status, body } = await ask(`/api/v1/families/${familyId(borough === 'Alder' ? 'ashworth' : 'birch')}`, {
    key: keys[borough],
  })
  expect(status).toBe(200)
  expect(body).toContain(borough === 'Alder' ? 'Leanne Price' : 'Marta Ruiz')
})

test('A form with a fault shows it to whoever typed it and keeps it nowhere', async () => {
  const { who, family, secret: it } = holders[0]
  const reply = await app.as(who).post(paths.addProtected.to({ familyId: family }), { kind: 'address', value: it })
  expect(reply.status).toBe(422)
  expect(await inTheDatabase()).toEqual([])
})

test('Shown on purpose, it is in that one answer to that one person for that one family, and nowhere else', {
  timeout: 240_000,
}, async () => {
  const { who, family } = holders[0]
  const { rows } = await app.operator.query<{ id: string }>('select id from vault_entry where family_id = $1', [family])
  const at = { familyId: family, entryId: rows[0]?.id ?? '' }
  const { status, body, headers } = await app
    .as(who)
    .post(paths.revealProtected.to(at), { why: 'other', other: 'To visit the family today' })
  expect(status).toBe(200)
  expect(body).toContain('Zqvaultalder')
  expect(body).not.toContain('Zqvaultbirch')
  expect(JSON.stringify(headers)).not.toMatch(secret)
  for (const each of [
    'supervisor@Alder',
    'lead@Alder',
    'admin@Alder',
    'practitioner@Birch',
    'practitioner@Alder',
  ] as const)
    expect([each, (await crawl({ who: each })).where]).toEqual([each, []])
  expect(await inTheDatabase()).toEqual([])
})

test('Nothing of it came into the log or a message', async () => {
  expect(app.logged.length).toBeGreaterThan(100)
  expect(app.logged.join('\n')).not.toMatch(secret)
  expect((await app.operator.query('select from mail')).rowCount).toBe(0)
})
