import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openToAll, permission } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { accountId, tokenOf } from '#test/world.ts'
import { draftRoute } from '../drafts/route.ts'
import { formPage } from './form-page.ts'
import { page } from './page.ts'
import { path } from './path.ts'
import { notRecorded } from './route.ts'

const teams = permission('test-teams', ['admin'])

const listPage = page({
  path: path('/teams'),
  permission: permission('test-list', ['admin', 'lead']),
  record: { act: 'test.teams-listed', subject: () => ({ kind: 'team', id: '' }) },
  title: 'Teams',
  load: async ({ db }) => ({
    names: (await db.q.selectFrom('team').select('name').orderBy('name').execute()).map((row) => row.name),
  }),
  view: ({ loaded }) => h('p', null, loaded.names.join(', ')),
})

const addTeam = formPage({
  path: path('/teams/new'),
  permission: teams,
  record: { act: 'test.team-added' },
  title: 'Add a team',
  draft: true,
  form: z.strictObject({ name: z.string().trim().min(1, 'Enter the name of the team') }),
  load: async () => ({}),
  save: async ({ db, actor, input }) => {
    if (actor.kind === 'nobody') return { errors: { name: 'Sign in' } }
    await db.q.insertInto('team').values({ organisation_id: actor.grant.organisationId, name: input.name }).execute()
    if (input.name === 'Refused') return { errors: { name: 'Choose another name' } }
    return { redirect: '/teams' }
  },
  view: ({ form }) => h('p', null, `${form.values.name ?? ''}|${form.errors.name ?? ''}`),
})

const failing = page({
  path: path('/fails'),
  permission: openToAll('test-fails', roles),
  record: notRecorded('a test'),
  title: 'Fails',
  load: async () => {
    throw new Error('Mrs Marked-Value of 7 Hidden Lane')
  },
  view: () => h('p', null, ''),
})

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [listPage, addTeam, failing, draftRoute] })
})
afterAll(() => app.close())

const entries = async (act: string) =>
  (await app.operator.query('select chain, account_id, act from record_entry where act = $1', [act])).rows

describe('A page', () => {
  test('shows what is there to somebody whose role opens it, and the reading is recorded before the answer leaves', async () => {
    const reply = await app.as('lead@Alder').get('/teams')
    expect(reply.status).toBe(200)
    expect(await entries('test.teams-listed')).toEqual([
      expect.objectContaining({ account_id: accountId('lead@Alder') }),
    ])
  })

  test('answers exactly as one that does not exist to somebody whose roles do not open it', async () => {
    const [closed, missing] = [
      await app.as('practitioner@Alder').get('/teams'),
      await app.as('practitioner@Alder').get('/no-such-page'),
    ]
    expect(closed.status).toBe(404)
    const neutral = (body: string) => body.replaceAll(/nonce="[^"]*"/g, '')
    expect(neutral(closed.body)).toBe(neutral(missing.body))
  })

  test('asks nobody in particular to sign in, and remembers where they wanted to go', async () => {
    const reply = await app.nobody.get('/teams')
    expect([reply.status, reply.to]).toEqual([303, '/sign-in?next=%2Fteams'])
  })

  test('carries headers that keep it out of caches, frames and other sites', async () => {
    const { headers } = await app.as('lead@Alder').get('/teams')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'nonce-/)
  })

  test('that fails says so without a word of what failed, on the page and in the log', async () => {
    const reply = await app.as('lead@Alder').get('/fails')
    expect(reply.status).toBe(500)
    expect(reply.body).toContain('something went wrong'.slice(1))
    expect(reply.body + app.logged.join()).not.toMatch(/Marked-Value|Hidden Lane/)
    expect(app.logged.join()).toContain('request.failed')
  })
})

describe('A form', () => {
  test('saves, records the act in the same transaction, and leads on', async () => {
    const reply = await app.as('admin@Alder').post('/teams/new', { name: 'Early help' })
    expect([reply.status, reply.to]).toEqual([303, '/teams'])
    expect(await entries('test.team-added')).toHaveLength(1)
  })

  test('shows what was typed beside what is wrong', async () => {
    const reply = await app.as('admin@Alder').post('/teams/new', { name: ' ' })
    expect(reply.status).toBe(422)
    expect(reply.body).toContain('Enter the name of the team')
  })

  test('refuses a field that it does not have', async () => {
    expect(
      (await app.as('admin@Alder').post('/teams/new', { name: 'X', organisation_id: accountId('x') })).status,
    ).toBe(422)
  })

  test('keeps nothing of what it refused after it had begun to write', async () => {
    expect((await app.as('admin@Alder').post('/teams/new', { name: 'Refused' })).status).toBe(422)
    expect((await app.operator.query("select from team where name = 'Refused'")).rowCount).toBe(0)
  })

  test('without its token saves nothing', async () => {
    const reply = await app.server.inject({
      method: 'POST',
      url: '/teams/new',
      cookies: { s: tokenOf('admin@Alder') },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'name=Forged',
    })
    expect(reply.statusCode).toBe(403)
    expect((await app.operator.query("select from team where name = 'Forged'")).rowCount).toBe(0)
  })

  test('sent fifty times at once makes one record and gives fifty equal answers', async () => {
    const fields = { name: 'Duty team', _once: '0b0e6e0a-5a0f-4a51-9d5e-3d3b1f1f1f01' }
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => app.as('admin@Alder').post('/teams/new', fields)),
    )
    expect(new Set(replies.map((reply) => `${reply.status} ${reply.to}`))).toEqual(new Set(['303 /teams']))
    expect((await app.operator.query("select from team where name = 'Duty team'")).rowCount).toBe(1)
  })
})

describe('A draft', () => {
  const save = (version: number, name: string) =>
    app.server.inject({
      method: 'PUT',
      url: '/draft?of=%2Fteams%2Fnew',
      cookies: { s: tokenOf('admin@Birch') },
      headers: { 'if-match': `"${version}"`, 'x-csrf-token': csrf },
      payload: { values: { name } },
    })
  let csrf = ''
  beforeAll(async () => {
    csrf = (await import('./csrf.ts')).csrfFor((await import('#test/app.ts')).testSecret, tokenOf('admin@Birch'))
  })

  test('is there again when its author comes back, and for nobody else', async () => {
    expect((await save(0, 'Half a na')).statusCode).toBe(200)
    expect((await app.as('admin@Birch').get('/teams/new')).body).toContain('Half a na')
    expect((await app.as('admin@Alder').get('/teams/new')).body).not.toContain('Half a na')
  })

  test('is not overwritten by another window that did not see it', async () => {
    expect((await save(0, 'From the other window')).statusCode).toBe(412)
    expect((await app.as('admin@Birch').get('/teams/new')).body).toContain('Half a na')
  })

  test('lies in the database unreadable', async () => {
    const { rows } = await app.operator.query('select sealed from draft')
    expect(rows.map((row) => row.sealed.toString('latin1')).join()).not.toContain('Half')
  })

  test('is gone when the form was sent', async () => {
    await app.as('admin@Birch').post('/teams/new', { name: 'Half a name no more' })
    expect((await app.operator.query('select from draft')).rowCount).toBe(0)
  })
})
