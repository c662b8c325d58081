import { randomUUID } from 'node:crypto'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { permission } from '#platform/access/actor.ts'
import { type TestApp, testApp } from '#test/app.ts'
import type { Who } from '#test/world.ts'
import type { ReadDb } from '../db/connection.ts'
import { formPage } from './form-page.ts'
import { path } from './path.ts'

const teams = permission('test-teams', ['admin'])

const readNames = async (db: ReadDb) => (await db.q.selectFrom('team').select('name').execute()).map(({ name }) => name)

const loadNames = async ({ db }: { db: ReadDb }) => ({ names: await readNames(db) })

/** Refuses in its form a name that is there already. */
const addTeam = formPage({
  path: path('/teams/new'),
  permission: teams,
  record: { act: 'test.team-added' },
  title: 'Add a team',
  form: ({ names }) => z.strictObject({ name: z.string().refine((typed) => !names.includes(typed), 'It is there') }),
  load: loadNames,
  save: async ({ db, actor, input }) => {
    if (actor.kind === 'nobody') return { errors: { name: 'Sign in' } }
    await db.q.insertInto('team').values({ organisation_id: actor.grant.organisationId, name: input.name }).execute()
    return { redirect: '/teams' }
  },
  view: ({ form }) => h('p', null, form.errors.name ?? ''),
})

/** Is not there any more once it has done its work. */
const firstTeam = formPage({
  path: path('/teams/first'),
  permission: teams,
  record: { act: 'test.team-added' },
  title: 'Add the first team',
  form: z.strictObject({ name: z.string() }),
  load: async ({ db }) => ((await readNames(db)).length === 0 ? {} : null),
  save: async ({ db, actor, input }) => {
    if (actor.kind === 'nobody') return { errors: { name: 'Sign in' } }
    await db.q.insertInto('team').values({ organisation_id: actor.grant.organisationId, name: input.name }).execute()
    return { redirect: '/teams' }
  },
  view: () => h('p', null, ''),
})

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [addTeam, firstTeam] })
})
afterAll(() => app.close())

const send = (url: string, fields: Record<string, string>, who: Who = 'admin@Alder') => app.as(who).post(url, fields)
const count = async (name: string) =>
  (await app.operator.query('select from team where name = $1', [name])).rowCount ?? 0

describe.each([
  ['refuses what is done already', '/teams/new', 'admin@Alder'],
  ['is gone when it is done', '/teams/first', 'admin@Birch'],
] as const)('A form that %s', (_, url, who) => {
  const fields = { name: `Duty team of ${who}`, _once: randomUUID() }

  test('sent fifty times at once makes one record and gives fifty equal answers', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, () => send(url, fields, who)))
    expect(new Set(replies.map(({ status, to }) => `${status} ${to}`))).toEqual(new Set(['303 /teams']))
    expect(await count(fields.name)).toBe(1)
  })

  test('sent again later gives the answer that it gave', async () => {
    expect(await send(url, fields, who)).toMatchObject({ status: 303, to: '/teams' })
    expect(await count(fields.name)).toBe(1)
  })

  test('gives it to nobody else, to no other form and to no other answers', async () => {
    const refused = url === '/teams/new' ? 422 : 404
    expect((await send(url, { ...fields, _once: randomUUID() }, who)).status).toBe(refused)
    expect((await send(url, { name: fields.name }, who)).status).toBe(refused)
    expect((await send(url, { ...fields, _once: 'not one' }, who)).status).toBe(refused)
    const other = url === '/teams/new' ? '/teams/first' : '/teams/new'
    expect((await send(other, fields, who)).status).toBe(other === '/teams/new' ? 422 : 404)
    expect((await send(url, fields, 'lead@Alder')).status).toBe(404)
    expect((await send('/teams/first', { ...fields, name: 'Another' }, who)).status).toBe(404)
    expect(await count('Another')).toBe(0)
  })
})

test('What another person sent is not answered for them', async () => {
  const _once = randomUUID()
  expect((await send('/teams/new', { name: 'Shared', _once })).status).toBe(303)
  await app.operator.query(
    "insert into team (organisation_id, name) select organisation_id, 'Shared' from team where name = 'Duty team of admin@Birch'",
  )
  expect((await send('/teams/new', { name: 'Shared', _once }, 'admin@Birch')).status).toBe(422)
})
