import type pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { paths } from '#modules/indicators/paths.ts'
import { routes } from '../app.ts'
import { firstDifference } from './access/first-difference.ts'
import { wordsOf } from './access/unpacked.ts'
import { type TestApp, testApp } from './app.ts'
import { exampleFiles, fewOf, release, takeInExamples } from './change-data/example-borough.ts'
import { everybody, tokenOf, type Who } from './world.ts'

/**
 * Three installations with the same rows of Alder to the id and the moment. In one of them Birch has change data too; in another Alder took in one file more,
 * and withdrew it.
 */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let [plain, withBirch, withWithdrawn]: TestApp[] = []
let withdrawn = ''

type Rows = { readonly table: string; readonly columns: string; readonly json: string }

const rowsOf = async (operator: pg.Client): Promise<Rows[]> => {
  const { rows } = await operator.query<{ table: string; columns: string }>(`
    select c.relname as table, string_agg('"' || a.attname || '"', ', ' order by a.attnum) as columns from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1`)
  const all: Rows[] = []
  for (const { table, columns } of rows) {
    const found = await operator.query<{ json: string }>(
      `select coalesce(json_agg(x), '[]')::text as json from "${table}" x`,
    )
    all.push({ table, columns, json: found.rows[0]?.json ?? '[]' })
  }
  return all
}

const copyOf = async (all: readonly Rows[]): Promise<TestApp> =>
  testApp({
    world: false,
    fill: async (operator) => {
      await operator.query("begin; set local session_replication_role = 'replica'") // no trigger stands in the way of making a world
      for (const { table, columns, json } of all) {
        await operator.query(`delete from "${table}"`)
        await operator.query(
          `insert into "${table}" (${columns}) overriding system value select ${columns} from json_populate_recordset(null::"${table}", $1::json)`,
          [json],
        )
      }
      await operator.query('commit')
    },
  })

beforeAll(async () => {
  plain = await testApp()
  await takeInExamples(plain, 'Alder')
  await release(plain, 'Alder')
  const all = await rowsOf(plain.operator)
  ;[withBirch, withWithdrawn] = [await copyOf(all), await copyOf(all)]
  await takeInExamples(withBirch, 'Birch')
  await release(withBirch, 'Birch')
  const [file] = await takeInExamples(
    withWithdrawn,
    'Alder',
    fewOf(exampleFiles.slice(2, 3), 2).map((each) => ({ ...each, from: '2022-04-01', to: '2023-04-01' })),
  )
  withdrawn = file ?? ''
  expect(
    (await withWithdrawn.as('analyst@Alder').post(paths.withdrawFile.to({ fileId: withdrawn }), { reason: 'No' }))
      .status,
  ).toBe(303)
})
afterAll(async () => {
  for (const each of [plain, withBirch, withWithdrawn]) await each?.close()
})

// What differs between any two answers to one person: nonces, form tokens, the place in the access record from which it goes on.
const constant = (body: string): string =>
  body
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/name="_(csrf|once)" value="[^"]*"/g, '')
    .replaceAll(/reference [0-9a-f]{8}/g, '')
    .replaceAll(/\?before=\d+/g, '?before=')

const linksOf = (body: string): string[] =>
  [...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
const never = /^\/(sign-out|leave|assets|sign-in|check-your-wording|practice-language)|before=/
const most = 800

const answer = async (app: TestApp | undefined, who: Who | null, url: string) => {
  if (app === undefined) throw new Error('three worlds are made above')
  const { statusCode, headers, rawPayload } = await app.server.inject({
    url,
    ...(who !== null && { cookies: { s: tokenOf(who) } }),
  })
  const type = String(headers['content-type'])
  return {
    status: statusCode,
    type,
    headers: Object.keys(headers).join(),
    body: constant(await wordsOf(type, rawPayload)),
  }
}

/** Every page that somebody can reach in either of two worlds, and where the answers differ. */
const compared = async (one: TestApp | undefined, other: TestApp | undefined, who: Who | null) => {
  const waiting = routes
    .filter((route) => route.methods.includes('GET') && !route.path.pattern.includes(':'))
    .flatMap(({ path: { pattern } }) => (/download/.test(pattern) ? [pattern, `${pattern}?as=xlsx`] : [pattern]))
  for (const app of [one, other]) {
    const { rows } = (await app?.operator.query<{ id: string }>(
      'select id from return_file union select id from change_version union select id from change_release order by 1',
    )) ?? { rows: [] }
    for (const { id } of rows) waiting.push(`${paths.files.to()}/${id}`, `${paths.versions.to()}/${id}`)
  }
  const seen = new Set<string>()
  const different: string[] = []
  const opened: string[] = []
  while (waiting.length > 0 && seen.size < most) {
    const url = waiting.shift() ?? '/'
    if (seen.has(url) || never.test(url)) continue
    seen.add(url)
    const [a, b] = [await answer(one, who, url), await answer(other, who, url)]
    const alike = a.status < 500 && a.status === b.status && a.body === b.body && a.headers === b.headers
    if (!alike) different.push(`${url}: ${a.status} and ${b.status}${firstDifference(a.body, b.body)}`)
    if (a.status === 200 && url.startsWith('/change-data')) opened.push(url)
    if (a.type.startsWith('text/html')) waiting.push(...linksOf(a.body), ...linksOf(b.body))
  }
  return { asked: seen.size, different, opened }
}

const ofAlder = everybody.filter((who) => who.endsWith('@Alder'))

test.each([...ofAlder, 'provider@Hazel' as const, null])(
  '%s cannot tell whether another borough has change data',
  async (who) => {
    const { asked, different, opened } = await compared(plain, withBirch, who)
    expect(different).toEqual([])
    expect(asked).toBeGreaterThan(10)
    expect(asked).toBeLessThan(most)
    expect(opened.length > 8).toBe(/^(analyst|lead|borough_lead)/.test(who ?? ''))
  },
)

test.each(['lead@Alder', 'borough_lead@Alder', 'analyst@Alder', 'quality@Alder'] as const)(
  'A file that was withdrawn is seen by %s in the list of files and on its own page, and nowhere else',
  async (who) => {
    const { different } = await compared(plain, withWithdrawn, who)
    const own = who.startsWith('quality') ? [] : [paths.files.to(), paths.file.to({ fileId: withdrawn })]
    expect(different.map((each) => (each.split(': ')[0] ?? '').split('?')[0]).toSorted()).toEqual(own.toSorted())
  },
)

test('The worlds do differ: the project manager and Birch’s own people see it', async () => {
  for (const who of ['project', 'evaluator', 'lead@Birch', 'analyst@Birch'] as const)
    expect((await compared(plain, withBirch, who)).different.length).toBeGreaterThan(0)
})
