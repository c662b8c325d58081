import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import * as world from '#test/world.ts'
import { organisationId, personId, tokenOf } from '#test/world.ts'
import { keptInside, putRelease, releaseId } from '../fixtures/releases.ts'
import { releasedActs, releasedRoutes } from '../routes.ts'
import { ownRelease, ownReleaseSchema } from './release.ts'

const url = '/api/change-data'
const keyOf = (name: string) => `tl_${name.padEnd(43, '-')}`
const [alder, birch, ended] = [keyOf('alder'), keyOf('birch'), keyOf('ended')]
let app: TestApp

beforeAll(async () => {
  app = await testApp({
    routes: releasedRoutes,
    fill: async (operator) => {
      await operator.query('begin; set local role tl_loader')
      for (const [number, releasedAt, referrals] of [
        [1, '2024-08-01', 1111],
        [2, '2024-11-01', 1234],
      ] as const)
        await putRelease(operator, world, {
          borough: 'Alder',
          number,
          releasedAt,
          windows: {
            '2024-07-01': {
              referrals,
              care_starts: 'withheld',
              a_unknown: 'not collected',
              cp_plan_starts: { maturing: 44 },
            },
          },
        })
      for (const [key, borough, revoked] of [
        [alder, 'Alder', null],
        [birch, 'Birch', null],
        [ended, 'Alder', '2026-01-01'],
      ] as const)
        await operator.query(
          `insert into api_key (organisation_id, name, token_sha, made_by, expires_on, revoked_at) values ($1, 'Reports', $2, $3, '2099-01-01', $4)`,
          [organisationId(borough), createHash('sha256').update(key).digest(), personId(`admin@${borough}`), revoked],
        )
      await operator.query('commit')
    },
  })
})
afterAll(() => app?.close())

const ask = (key: string | null, asked = url, cookie?: string) =>
  app.server.inject({
    method: 'GET',
    url: asked,
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    ...(cookie !== undefined && { cookies: { s: cookie } }),
  })

test('a key reads what its borough has released last, as the published schema says, and nothing else', async () => {
  const reply = await ask(alder)
  expect(reply.statusCode).toBe(200)
  const { definition, release } = ownRelease.parse(reply.json())
  expect([definition, release?.id, release?.covers, release?.withheld]).toEqual([
    'v1',
    releaseId(world, { borough: 'Alder', number: 2 }),
    { first: '2023-07-01', last: '2024-06-30' },
    { upTo: 5, zerosToo: false },
  ])
  const cell = (measure: string) => release?.cells.find((each) => each.measure === measure)
  expect(cell('referrals')).toEqual({
    measure: 'referrals',
    first: '2023-07-01',
    last: '2024-06-30',
    months: 12,
    status: 'shown',
    events: 1234,
    stillMaturing: false,
  })
  expect(cell('cp_plan_starts')).toMatchObject({ events: 44, stillMaturing: true })
  expect(cell('care_starts')).toMatchObject({ status: 'withheld', events: null, stillMaturing: false })
  expect(cell('a_unknown')).toMatchObject({ status: 'not collected', events: null, stillMaturing: null })
  expect(release?.cells.length).toBe(16)
  expect(reply.body).not.toContain(String(keptInside))
})

test('another borough’s key has its own alone: here nothing yet', async () => {
  const reply = await ask(birch)
  expect([reply.statusCode, reply.json()]).toEqual([200, { definition: 'v1', release: null }])
})

test('no key, one that has ended and a session are refused alike; a question it does not know is refused too', async () => {
  const replies = [await ask(null), await ask(ended), await ask('nonsense'), await ask(null, url, tokenOf('project'))]
  for (const reply of replies) expect([reply.statusCode, reply.body]).toEqual([401, replies[0]?.body])
  expect((await ask(alder, `${url}?borough=Birch`)).statusCode).toBe(422)
})

test('each reading stands in the access record, with the release that was read', async () => {
  const { rows } = await app.operator.query(
    `select chain, role, subject_kind, subject_id from record_entry where act = 'change-release.read-by-system' order by at`,
  )
  expect(rows).toEqual([
    {
      chain: organisationId('Alder'),
      role: 'system',
      subject_kind: 'change-release',
      subject_id: releaseId(world, { borough: 'Alder', number: 2 }),
    },
    { chain: organisationId('Birch'), role: 'system', subject_kind: '', subject_id: '' },
  ])
  expect(releasedActs['change-release.read-by-system']).toBeDefined()
})

test('the schema is published for everybody, and is the committed one: whoever reads it is told when it changes', async () => {
  const committed = new URL('change-data-v1.schema.json', import.meta.url)
  if (process.env['WRITE_SCHEMA']) writeFileSync(committed, `${JSON.stringify(ownReleaseSchema(), null, 2)}\n`)
  expect(JSON.parse(readFileSync(committed, 'utf8'))).toEqual(ownReleaseSchema())
  const reply = await app.nobody.get('/schemas/change-data/v1.json')
  expect([reply.status, reply.headers['content-type']]).toEqual([
    200,
    expect.stringContaining('application/schema+json'),
  ])
  expect(JSON.parse(reply.body)).toEqual(ownReleaseSchema())
})
