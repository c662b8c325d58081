import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { routes } from '../app.ts'
import { familyUrl, isOfFamily } from './access/family-urls.ts'
import { firstDifference } from './access/first-difference.ts'
import { insert } from './access/probe.ts'
import { putExtracts, sealExtracts } from './access/sealed-extracts.ts'
import { putSealed, sealFamilies } from './access/sealed-families.ts'
import { skeleton } from './access/skeleton.ts'
import { wordsOf } from './access/unpacked.ts'
import { grantOf, idOf, keyTokenOf, type SomeFamily, tokenOf } from './access/world.ts'
import { grow } from './access/world-rooms.ts'
import { type TestApp, testApp, testSecret } from './app.ts'

/**
 * Two databases, alike but for one sealed family of this borough. Whoever is not named in the seal, and the key of the case management system, must get
 * answers alike to the byte from either, whatever they ask: the family does not exist for them, not as a number, a gap or an order.
 */
const plan = skeleton(new Date())
const sealed: SomeFamily = {
  name: 'Quillfeather',
  organisation: 'Alder',
  team: 'first',
  // In other families too, and they are there for some who ask.
  perpetrator: 'Alder Dara',
  other: 'Quillfeather neighbour',
  workers: [{ person: 'Alder practitioner' }, { person: 'Alder supervisor and champion' }],
  seal: 'open',
  named: [{ person: 'Alder borough_lead' }, { person: 'Alder champion' }],
  walls: [{ person: 'Alder lead' }],
  ties: [{ person: 'Alder quality' }],
  glass: [{ person: 'Alder supervisor and champion', minutes: 2 }],
  revealed: [{ person: 'Alder practitioner', minutes: 2 }],
}
const named = (sealed.named ?? []).map(({ person }) => person)
const famId = idOf('family', sealed.name)

const people = plan.people.filter(
  ({ organisation, grants, closed, session, name }) =>
    !closed &&
    session === 'live' &&
    !named.includes(name) &&
    (organisation === 'Alder' || grants.some((grant) => grant.organisation === 'Alder')) &&
    // One of those whose grant or stay has an edge is enough: they see what a lead sees, or nothing.
    (name.startsWith('Alder') || name === 'grant ended'),
)

const full = grow({ ...plan, families: [...(plan.families ?? []), sealed] })
// Sealed once: the keys are drawn by chance.
const lies = sealFamilies(full, testSecret, (family) =>
  family === famId ? '14 Quillfeather Road\nE8 4PH' : '9 Elsewhere Road\nN1 6AB',
)

const extracts = await sealExtracts(full, testSecret, () => 'print')

let worlds: readonly [TestApp, TestApp]

/** Moments that the database set by itself are those of the world, or two worlds made one after the other would differ by them. */
const sameMoments = async (operator: pg.Client) => {
  const { rows } = await operator.query<{ table: string; name: string }>(`
    select c.relname as table, a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'timestamptz'::regtype and not a.attisdropped`)
  for (const { table, name } of rows)
    await operator.query(`update ${table} set ${name} = $1 where ${name} > $1::timestamptz - interval '1 minute'`, [
      plan.now,
    ])
}

const world = (families: readonly SomeFamily[]): Promise<TestApp> =>
  testApp({
    world: false,
    fill: async (operator) => {
      await insert(operator, grow({ ...plan, families }))
      await operator.query("begin; set local session_replication_role = 'replica'") // no trigger stands in the way of making a world
      await sameMoments(operator)
      await operator.query(
        `update session set expires_at = $1::timestamptz + interval '12 hours', last_seen_at = $1, idle_minutes = 60
         where ended_at is null and complete and expires_at > now()`,
        [plan.now],
      )
      await operator.query("update break_glass set until = $1::timestamptz + interval '3 hours' where until > $1", [
        plan.now,
      ])
      await operator.query("update vault_reveal set until = $1::timestamptz + interval '3 hours' where until > $1", [
        plan.now,
      ])
      await putSealed(operator, lies)
      await putExtracts(operator, extracts)
      if (families.some(({ name }) => name === sealed.name)) await openedBefore(operator)
      // What was changed of a perpetrator is seen through each family that he or she is in: here nobody changed anything through the sealed one.
      await operator.query('delete from case_revision where id = $1', [
        idOf('case_revision', sealed.name, idOf('individual', 'Alder Dara')),
      ])
      await operator.query('commit')
    },
  })

/** What the access record holds of it: that it was opened, and why. */
const openedBefore = async (operator: pg.Client) => {
  await operator.query(
    `insert into record_entry (chain, seq, at, role, act, subject_kind, subject_id, reason, previous, hash)
     select chain, seq + 1, $2, 'supervisor', 'family.opened-in-emergency', 'family', $1, 'Quillfeather: the police are at the door', '', 'x' from record_head where chain = $3`,
    [famId, plan.now, idOf('organisation', 'Alder')],
  )
  await operator.query('update record_head set seq = seq + 1 where chain = $1', [idOf('organisation', 'Alder')])
}

beforeAll(async () => {
  worlds = [await world([...(plan.families ?? []), sealed]), await world(plan.families ?? [])]
})
// What somebody asked for before may lie on two sides of a minute, and administrators read when.
beforeEach(async () => {
  for (const { operator } of worlds) {
    await operator.query("begin; set local session_replication_role = 'replica'")
    await operator.query('update record_entry set at = $1 where at > $1', [plan.now])
    await operator.query('commit')
  }
})
afterAll(async () => {
  for (const each of worlds ?? []) await each.close()
})

// What differs between any two answers to one person: nonces, form tokens, references of errors.
const constant = (body: string): string =>
  body
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/name="_(csrf|once)" value="[^"]*"/g, '')
    .replaceAll(/reference [0-9a-f]{8}/g, '')
    // The access record leads on from the moment of its last line, and the two worlds were asked one after the other.
    .replaceAll(/settings\/record\?before=\d+/g, '')

const plain = (text: string) => text.replaceAll('&amp;', '&')
const never = /^\/(sign-out|leave|assets|sign-in\/set-up-code)/
const words = ['Quillfeather', 'quill', 'CMS Quillfeather', 'Dara', 'child']

/** What leads on from a page: its links, the choices of its filters, and its searches for the family's names and numbers. */
const linksOf = (url: string, body: string): string[] => {
  const here = url.split('?')[0] ?? url
  const links = [...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => plain(href ?? ''))
  const choices = [...body.matchAll(/<select[^>]*name="(\w+)"[^>]*>(.*?)<\/select>/gs)].flatMap(([, name, inner]) =>
    [...(inner ?? '').matchAll(/<option[^>]*value="([^"]*)"/g)].map(
      ([, value]) => `${here}?${name}=${encodeURIComponent(plain(value ?? ''))}`,
    ),
  )
  const searches = [...body.matchAll(/<input[^>]*type="(?:search|text)"[^>]*>/g)].flatMap(([input]) => {
    const name = /name="(\w+)"/.exec(input)?.[1]
    return name === undefined || name.startsWith('_')
      ? []
      : words.map((word) => `${here}?${name}=${encodeURIComponent(word)}`)
  })
  return [...links, ...choices, ...searches]
}

/** Every page there is; what is of one family: of the sealed one, and of one that many see. */
const everyPage = (): string[] => {
  const ids = [famId, idOf('individual', 'Quillfeather child'), 'CMS%20Quillfeather', 'F-NNNNNNNN']
  return routes
    .filter((route) => route.methods.includes('GET'))
    .flatMap(({ path: { pattern } }) => {
      if (isOfFamily(pattern)) return [sealed.name, 'Alder own'].map((name) => familyUrl(full, name, pattern))
      return pattern.includes(':')
        ? ids.map((id) => pattern.replace(/:\w+/, id).replaceAll(/:\w+/g, '1'))
        : [
            pattern,
            ...(pattern === '/api/v1/families'
              ? ['?caseNumber=CMS%20Quillfeather', '?caseNumber=CMS%20Alder%20own'].map((query) => pattern + query)
              : []),
          ]
    })
}

// Beyond it lie the pages of each wording rule, of which the test of two boroughs asks every one.
const most = 450

/** Families first: what lies farther away is asked for only while there is time. */
const queue = (waiting: string[], links: readonly string[]) => {
  for (const link of links)
    if (link.startsWith('/families')) waiting.unshift(link)
    else waiting.push(link)
}

type Ask = (app: TestApp, url: string) => Promise<{ status: number; body: string; headers: object }>

const reading = async ({ server }: TestApp, url: string, given: object) => {
  const { statusCode, headers, rawPayload } = await server.inject({ url, ...given })
  return { status: statusCode, headers, body: await wordsOf(String(headers['content-type']), rawPayload) }
}

const differences = async (ask: Ask): Promise<{ asked: number; different: string[]; met: number }> => {
  const [full, lacking] = worlds
  const waiting = everyPage()
  const seen = new Set<string>()
  const different: string[] = []
  let met = 0
  while (waiting.length > 0 && seen.size < most) {
    const url = waiting.shift() ?? '/'
    if (seen.has(url) || never.test(url)) continue
    seen.add(url)
    const [a, b] = [await ask(full, url), await ask(lacking, url)]
    if (/Quillfeather neighbour|Household of Quillfeather/.test(a.body)) met += 1
    const alike =
      a.status === b.status &&
      a.status < 500 &&
      constant(a.body) === constant(b.body) &&
      Object.keys(a.headers).join() === Object.keys(b.headers).join()
    if (!alike)
      different.push(`${url}: ${a.status} and ${b.status}${firstDifference(constant(a.body), constant(b.body))}`)
    if (JSON.stringify(a.headers).includes('text/html')) queue(waiting, linksOf(url, a.body))
  }
  return { asked: seen.size, different, met }
}

const looking = ['Quillfeather', 'CMS Quillfeather', 'quill nei', 'dara'].map((words) => ({ words }))
const pressing = ['CMS Quillfeather', 'Quillfeather', 'F-NNNNNNNN'].map((reference) => ({
  reference,
  reason: 'The police are at the door this evening',
}))

/** What is sent and stands in no address: looking for its names and numbers, and trying to open it in an emergency. */
const differencesSent = async (token: string): Promise<string[]> => {
  const [one, other] = worlds.map((app) => app.holding(token))
  if (one === undefined || other === undefined) throw new Error('two worlds are made above')
  const answers = async (visitor: typeof one): Promise<string[]> => {
    const said: string[] = []
    for (const [url, all] of [
      ['/families', looking],
      ['/families/emergency', pressing],
    ] as const)
      for (const fields of all) {
        const { status, to, body } = await visitor.post(url, fields)
        said.push(`${url} ${JSON.stringify(fields)} ${status} ${to} ${constant(body)}`)
        if (to !== undefined) said.push(constant((await visitor.get(to)).body))
      }
    return said
  }
  const [a, b] = [await answers(one), await answers(other)]
  return a.filter((said, index) => said !== b[index]).map((said) => said.slice(0, 300))
}

// Before anybody asks for a page: asking leaves lines in the access record, at moments of its own.
type Claims = readonly [role: string, token: string, grant: string]

/** Every row of every table, and every answer of the functions that look for a family, as one text. */
const everything = async (app: TestApp, [role, token, grant]: Claims): Promise<string> => {
  const { operator } = app
  await operator.query('begin')
  try {
    const { rows: tables } = await operator.query<{ name: string; columns: string[] }>(
      `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_column_privilege($1, c.oid, a.attnum, 'select')
         -- The order of lines of the access record is shown by no page.
         and not (c.relname = 'record_entry' and a.attname = 'seq') group by 1 order by 1`,
      [role],
    )
    await operator.query(
      `select set_config('app.token', $1, true), set_config('app.grant', $2, true), set_config('role', $3, true)`,
      [token, grant, role],
    )
    const found: unknown[] = []
    for (const { name, columns } of tables)
      found.push(name, (await operator.query(`select ${columns.join(', ')} from ${name} order by 1, 2`)).rows)
    if (/practitioner|champion|supervisor|lead|quality/.test(role))
      found.push(
        (await operator.query('select access.families(), access.hidden_families() <> access.hidden_families() as same'))
          .rows,
        (await operator.query(`select access.search_families(x) from unnest($1::text[]) x order by 1`, [words])).rows,
        (await operator.query(`select access.pattern_elsewhere(f.id)::text from family f order by 1`)).rows,
      )
    if (role === 'r_supervisor')
      for (const typed of ['CMS Quillfeather', 'Quillfeather'])
        found.push(
          (await operator.query(`select access.break_glass($1, 'The police are at the door now')`, [typed])).rows,
        )
    return JSON.stringify(found)
  } finally {
    await operator.query('rollback')
  }
}

const inEachGrant = people.flatMap(({ name, grants }) =>
  grants.map(({ role, organisation }, index) => ({
    words: `${name} as ${role} of ${organisation}`,
    claims: [`r_${role}`, tokenOf(name), grantOf(name, index)] as const,
  })),
)

test.each(inEachGrant)('$words reads the same rows of every table', async ({ claims }) => {
  const [full, lacking] = worlds
  expect(await everything(full, claims)).toBe(await everything(lacking, claims))
})

test('The key of the case management system reads the same rows of every table', async () => {
  const [full, lacking] = worlds
  const claims = ['r_system', keyTokenOf('Alder working'), ''] as const
  const text = await everything(full, claims)
  expect(text).toBe(await everything(lacking, claims))
  expect(text).toContain('Household of Alder own')
})

test.each(people)('$name cannot tell whether the sealed family is there', { timeout: 120_000 }, async ({ name }) => {
  const { asked, different, met } = await differences((app, url) =>
    reading(app, url, { cookies: { s: tokenOf(name) } }),
  )
  expect(different).toEqual([])
  expect(met).toBe(0)
  expect(asked).toBeGreaterThan(100)
  expect(await differencesSent(tokenOf(name))).toEqual([])
})

test('The public cannot tell', { timeout: 120_000 }, async () => {
  expect((await differences((app, url) => app.nobody.get(url))).different).toEqual([])
})

test.each(['Alder working', 'Birch working'])(
  'The key %s of a case management system cannot tell',
  { timeout: 120_000 },
  async (key) => {
    const headers = { authorization: `Bearer ${keyTokenOf(key)}` }
    let own = 0
    const { different, met } = await differences(async (app, url) => {
      const reply = await reading(app, url, { headers })
      if (/Household of|"reference":"F-/.test(reply.body)) own += 1
      return reply
    })
    expect([different, met]).toEqual([[], 0])
    // It is let in at all.
    expect(own > 0).toBe(key === 'Alder working')
  },
)

test.each(named)('The worlds do differ: %s, who is named, sees it', async (name) => {
  const [full, lacking] = worlds
  const role = name.split(' ')[1] ?? ''
  const claims = [`r_${role}`, tokenOf(name), grantOf(name)] as const
  const text = await everything(full, claims)
  expect(text).toContain('Household of Quillfeather')
  expect(text).not.toBe(await everything(lacking, claims))
})

// Last: in one of the worlds it opens a record.
test('Sending a family with the number of the sealed one is answered alike', async () => {
  const answers = await Promise.all(
    worlds.map(async ({ server }) => {
      const reply = await server.inject({
        method: 'PUT',
        url: '/api/v1/families/by-case-number/CMS%20Quillfeather',
        headers: { authorization: `Bearer ${keyTokenOf('Alder working')}`, 'content-type': 'application/json' },
        payload: JSON.stringify({ name: 'Sent again', people: [{ name: 'Sent again', part: 'child' }] }),
      })
      return [reply.statusCode, reply.body, Object.keys(reply.headers)]
    }),
  )
  expect(answers[0]?.[0]).toBeLessThan(300)
  expect(answers[0]).toEqual(answers[1])
})
