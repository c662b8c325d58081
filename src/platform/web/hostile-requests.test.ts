import { connect } from 'node:net'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openToAll, permission } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { tokenOf } from '#test/world.ts'
import { draftRoute } from '../drafts/route.ts'
import { csrfFor } from './csrf.ts'
import { formPage } from './form-page.ts'
import { page } from './page.ts'
import { path } from './path.ts'
import { notRecorded } from './route.ts'

/** In everything that is sent. It may stand on the page that answers it, and never in the log. */
const marked = 'Marked-Value'

const home = page({
  path: path('/'),
  permission: openToAll('test-home', roles),
  record: notRecorded('a test'),
  title: 'Home',
  load: async () => ({}),
  view: () => h('p', null, 'Home'),
})

const addTeam = formPage({
  path: path('/teams/new'),
  permission: permission('test-teams', ['admin']),
  record: { act: 'test.team-added' },
  title: 'Add a team',
  form: z.strictObject({ name: z.string().trim().min(1, 'Enter the name of the team') }),
  load: async () => ({}),
  save: async ({ db, actor, input }) => {
    if (actor.kind === 'nobody') return { errors: { name: 'Sign in' } }
    await db.q.insertInto('team').values({ organisation_id: actor.grant.organisationId, name: input.name }).execute()
    return { redirect: '/teams' }
  },
  view: ({ form }) =>
    h('p', null, `${form.values.name ?? ''}|${form.errors.name ?? form.errors['_form' as 'name'] ?? ''}`),
})

const team = page({
  path: path('/teams/:name'),
  permission: permission('test-list', ['admin']),
  record: notRecorded('a test'),
  title: 'Team',
  load: async ({ db, params, query }) => {
    const found = await db.q
      .selectFrom('team')
      .select('name')
      .where('name', 'in', [params.name, query.get('also') ?? ''])
      .execute()
    return found.length > 0 ? { name: found.map(({ name }) => name).join() } : null
  },
  view: ({ loaded }) => h('p', null, loaded.name),
})

let app: TestApp
let port = 0
beforeAll(async () => {
  app = await testApp({ routes: [home, addTeam, team, draftRoute] })
  port = Number(new URL(await app.server.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(() => app.close())

type Raw = { readonly status: number; readonly head: string; readonly body: string; readonly ms: number }

/** Sends bytes as they are and waits until the server has closed. */
const raw = (bytes: string, then: (send: (more: string) => void) => void = () => {}): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    let got = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes)
      then((more) => socket.write(more))
    })
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`still open after a minute: ${bytes.slice(0, 80)}`))
    }, 60_000)
    socket.on('data', (data) => {
      got += data.toString('utf8')
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      const [head = '', body = ''] = got.split('\r\n\r\n', 2)
      resolve({ status: Number(head.split(' ')[1] ?? 0), head, body, ms: performance.now() - started })
    })
  })

const admin = `cookie: s=${tokenOf('admin@Alder')}`
const csrf = csrfFor(testSecret, tokenOf('admin@Alder'))
const form = 'content-type: application/x-www-form-urlencoded'
const json = 'content-type: application/json'
const ask = (line: string, headers: readonly string[] = [admin], body = '') =>
  raw([`${line} HTTP/1.1`, 'host: here', 'connection: close', ...headers, '', body].join('\r\n'))
const post = (headers: readonly string[], body: string, url = '/teams/new') =>
  ask(
    `POST ${url}`,
    [
      admin,
      `x-csrf-token: ${csrf}`,
      ...headers,
      ...(/length|chunked/.test(headers.join()) ? [] : [`content-length: ${Buffer.byteLength(body)}`]),
    ],
    body,
  )

const inside =
  /\bat \S+:\d|node_modules|\.[jt]s\b|postgres|SELECT |select |constraint|relation|FST_|ERR_|HPE_|fastify|stack/i

/** What every answer to nonsense is like: it says nothing of how we are made, and the log holds nothing of what was sent. */
const expectQuiet = ({ body, head }: Raw) => {
  expect(body.replace(/<link[^>]*>|<script[^>]*>/g, '')).not.toMatch(inside)
  expect(head).not.toMatch(/x-powered-by|^server:/im)
  expect(app.logged.join('\n')).not.toContain(marked)
}

const expectPage = (reply: Raw, status: number, title: string) => {
  expect([reply.status, /<title>(.*?)<\/title>/.exec(reply.body)?.[1]]).toEqual([
    status,
    expect.stringContaining(title),
  ])
  expect(reply.head).toMatch(/content-security-policy: default-src 'none'/)
  expect(reply.head).toMatch(/cache-control: no-store/)
  expectQuiet(reply)
}

const teams = async () =>
  (await app.operator.query<{ name: string }>('select name from team order by name')).rows.map(({ name }) => name)

describe('An address', () => {
  test.each([
    ['a percent sign alone', '/%zz', 400],
    ['half a letter', '/%E0%A4%A', 400],
    ['a percent sign within a page', `/teams/${marked}%zz`, 400],
    ['half a pair', `/teams/${marked}%ED%A0%80`, 400],
    ['a part that is too long', `/teams/${marked}${'a'.repeat(500)}`, 400],
    ['too long altogether', `/${marked}${'a'.repeat(5000)}`, 404],
    ['nothing but NUL', '/%00', 404],
    ['a NUL within a page', `/teams/${marked}%00`, 404],
    ['two strokes', `//${marked}`, 404],
    ['two strokes in a page', '//teams//new', 404],
    ['upwards', '/teams/../../etc/passwd', 404],
    ['upwards from a file', '/assets/../../package.json', 404],
    ['upwards from a file, encoded', '/assets/%2e%2e/%2e%2e/package.json', 404],
    ['upwards from a file, wholly encoded', '/assets/..%2f..%2fpackage.json', 404],
    ['a file called NUL', '/assets/%00', 404],
  ])('that leads nowhere says so: %s', async (_what, address, status) => {
    expectPage(await ask(`GET ${address}`), status, 'Page not found')
  })

  test('may hold in its query what no text of the database can hold', async () => {
    await app.operator.query(
      "insert into team (organisation_id, name) select id, 'Asked for' from organisation where name = 'Alder'",
    )
    const reply = await ask('GET /teams/none?also=Asked%00%20for')
    expect([reply.status, reply.body.includes('Asked for')]).toEqual([200, true])
  })

  test('of two strokes is the front page, and is never taken for another server', async () => {
    expect((await ask('GET //')).status).toBe(200)
    const away = await ask('GET http://elsewhere.example/teams/new', [])
    expect(away.head).toContain('location: /sign-in?next=%2Fteams%2Fnew')
  })
})

describe('A method', () => {
  test.each(['PROPFIND', 'TRACE', 'OPTIONS', 'DELETE', 'PATCH'])('that no page has finds none: %s', async (method) => {
    expectPage(await ask(`${method} /teams/new`), 404, 'Page not found')
  })

  test('HEAD answers as GET does, without the page, and writes nothing', async () => {
    for (const url of ['/', '/teams/new']) {
      const [head, get] = [await ask(`HEAD ${url}`), await ask(`GET ${url}`)]
      expect([head.status, head.body]).toEqual([200, ''])
      expect(/content-type: .*/.exec(head.head)?.[0]).toBe(/content-type: .*/.exec(get.head)?.[0])
    }
    const before = await teams()
    expect((await ask('HEAD /teams/new', [admin, `x-csrf-token: ${csrf}`, 'content-length: 0'])).status).toBe(200)
    expect(await teams()).toEqual(before)
    expect((await ask('HEAD /teams/new', [])).head).toContain('location: /sign-in?next=%2Fteams%2Fnew')
  })

  test.each([
    ['nobody ever heard of', `${marked} / HTTP/1.1\r\nhost: here\r\n\r\n`],
    ['of another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['of an encrypted one', '\x16\x03\x01\x02\x00\x01\x00'],
  ])('%s is answered in words', async (_what, bytes) => {
    const reply = await raw(bytes)
    expect(reply.status).toBe(400)
    expect(reply.body).toContain('could not be read')
    expectQuiet(reply)
  })

  test('CONNECT gets no tunnel', async () => {
    expect((await raw('CONNECT 127.0.0.1:5432 HTTP/1.1\r\nhost: here\r\n\r\n')).status).toBe(0)
  })
})

describe('A body', () => {
  test('of more than the form takes gets a page that says so', async () => {
    expectPage(await post([form], `name=${marked}${'x'.repeat(64 * 1024)}`), 413, 'Too much to save at once')
    const told = await post([json], `{"values":{"a":"${'x'.repeat(4 * 1024 * 1024)}"}}`, '/draft?of=%2Fteams%2Fnew')
    expect([told.status, told.body]).toEqual([413, '{"error":"That is too large. Nothing was saved."}'])
  })

  test('that does not say how long it is is stopped at the same limit', async () => {
    const chunk = 'x'.repeat(16 * 1024)
    const chunks = `${`4000\r\n${chunk}\r\n`.repeat(5)}0\r\n\r\n`
    expectPage(await post([form, 'transfer-encoding: chunked'], chunks), 413, 'Too much to save at once')
  })

  test.each([
    ['text', 'content-type: text/plain', 'name=Plain'],
    ['XML', 'content-type: application/xml', '<name>Plain</name>'],
    ['parts', 'content-type: multipart/form-data; boundary=x', '--x\r\n\r\nPlain\r\n--x--\r\n'],
    ['a kind that is none', 'content-type: ;;;', 'name=Plain'],
  ])('of another kind is refused, and nothing is saved: %s', async (_kind, type, body) => {
    expectPage(await post([type], body), 415, 'Send this again')
    expect(await teams()).not.toContain('Plain')
  })

  test.each(['{"name":"Json"}', '{"name":[["Json"]]}', '[]', `${'['.repeat(30_000)}${']'.repeat(30_000)}`])(
    'of JSON is no form: %#',
    async (body) => {
      const reply = await post([json], body)
      expect([reply.status, JSON.parse(reply.body)]).toEqual([
        415,
        { error: 'What was sent could not be read. Nothing was saved.' },
      ])
      expect(await teams()).not.toContain('Json')
      expectQuiet(reply)
    },
  )

  test.each([
    '{"values":',
    '',
    '{"__proto__":{"values":{}}}',
    '[]',
    'null',
    '{"values":{"a":[[1]]}}',
    '['.repeat(30_000),
  ])('that is not what a JSON route takes is refused in JSON: %#', async (body) => {
    const reply = await post([json], body, '/draft?of=%2Fteams%2Fnew')
    expect([reply.status, Object.keys(JSON.parse(reply.body))]).toEqual([400, ['error']])
    expectQuiet(reply)
  })

  test('with ten thousand fields is refused at once, whether they differ or not', async () => {
    const started = performance.now()
    const different = Array.from({ length: 10_000 }, (_, n) => `a${n}`).join('&')
    expect((await post([form], different)).status).toBe(422)
    expect((await post([form], 'name&'.repeat(10_000))).status).toBe(422)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('in any character set is read as UTF-8, and what is none of it is kept as it came', async () => {
    expect((await post([`${form}; charset=iso-8859-1`], 'name=Zo%C3%AB')).status).toBe(303)
    expect((await post([`${form}; charset=utf-16`], 'name=Half%E9')).status).toBe(303)
    expect(await teams()).toEqual(expect.arrayContaining(['Zoë', 'Half%E9']))
  })

  test('may hold a character that the database cannot: it is left out', async () => {
    expect((await post([form], 'name=No%00thing%00')).status).toBe(303)
    expect(await teams()).toContain('Nothing')
  })

  test('that is longer than it says is cut there, and the rest is nobody’s', async () => {
    const reply = await post([form, 'content-length: 9'], `name=Lies&name=${marked}`)
    expect([400, 303]).toContain(reply.status)
    expectQuiet(reply)
    expect((await teams()).join()).not.toContain(marked)
  })

  test('with two lengths is refused', async () => {
    const twice = await post([form, 'content-length: 9', 'transfer-encoding: chunked'], '9\r\nname=Both\r\n0\r\n\r\n')
    expect(twice.status).toBe(400)
    expect(await teams()).not.toContain('Both')
  })

  test('of a stranger is not even read: a page that is closed to them answers as one that is not there', async () => {
    const lead = `cookie: s=${tokenOf('lead@Alder')}`
    const send = (url: string, type: string, body: string) =>
      ask(`POST ${url}`, [lead, type, `content-length: ${body.length}`], body)
    for (const [type, body] of [
      [json, '{"name":'],
      [form, `name=${'x'.repeat(70_000)}`],
      ['content-type: application/xml', '<a/>'],
    ] as const) {
      const [closed, missing] = [await send('/teams/new', type, body), await send('/nothing/here', type, body)]
      const constant = (reply: Raw) => reply.body.replaceAll(/nonce="[^"]*"/g, '')
      expect([closed.status, constant(closed)]).toEqual([404, constant(missing)])
      expect(missing.status).toBe(404)
    }
  })
})

describe('Time and size of the connection', () => {
  test('Headers of more than 16 KB are refused in words', async () => {
    const reply = await ask('GET /', [admin, `x: ${marked}${'y'.repeat(17_000)}`])
    expect([reply.status, reply.body]).toEqual([431, expect.stringContaining('too long')])
    expectQuiet(reply)
  })

  test('Whoever sends a header a second, or nothing, is closed, and others are answered meanwhile', {
    timeout: 40_000,
  }, async () => {
    let timer: NodeJS.Timeout | undefined
    const slow = raw('GET / HTTP/1.1\r\nhost: here\r\n', (send) => {
      timer = setInterval(() => send('x: y\r\n'), 1000)
    })
    const silent = raw('')
    const quick = await ask('GET /')
    expect([quick.status, quick.ms < 5000]).toEqual([200, true])
    const closed = await slow
    clearInterval(timer)
    expect([closed.status, closed.ms < 20_000]).toEqual([408, true])
    expectQuiet(closed)
    expect((await silent).ms).toBeLessThan(20_000)
    // A body that never comes is closed the same way, after half a minute: too long to wait for here.
    expect(app.server.server.requestTimeout).toBe(30_000)
  })
})
