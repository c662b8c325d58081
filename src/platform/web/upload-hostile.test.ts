import { connect, type Socket } from 'node:net'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { permission } from '#platform/access/actor.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { tokenOf } from '#test/world.ts'
import { csrfFor } from './csrf.ts'
import { formPage } from './form-page.ts'
import { path } from './path.ts'
import { notRecorded } from './route.ts'

const [kilo, mega] = [1024, 1024 * 1024]

/** In everything that is sent. It may stand on the page that answers it, and never in the log. */
const marked = 'Marked-Value'

let saved = 0
const form = (url: string, withFiles: boolean) =>
  formPage({
    path: path(url),
    permission: permission('test-teams', ['admin']),
    record: notRecorded('a form of the tests'),
    title: 'Add a team',
    form: z.strictObject({ name: z.string().default('') }),
    ...(withFiles && { files: { plan: { maxBytes: 100 * kilo } } }),
    load: async () => ({}),
    save: async () => {
      saved += 1
      return { redirect: '/teams' }
    },
    view: ({ form: state }) => h('p', null, JSON.stringify([state.values, state.errors])),
  })

let app: TestApp
let port = 0
beforeAll(async () => {
  app = await testApp({ routes: [form('/teams/new', true), form('/plain', false)] })
  port = Number(new URL(await app.server.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(() => app.close())

type Sent = {
  readonly type?: string
  readonly headers?: readonly string[]
  readonly who?: 'admin' | 'lead'
  readonly length?: number
}
type Raw = { readonly status: number; readonly body: string; readonly ms: number }

/** Sends a body as it is to the form with files, or lets `write` do so, and waits for the answer. */
const post = (body: Buffer | string, sent: Sent = {}, url = '/teams/new', write?: (socket: Socket) => void) =>
  new Promise<Raw>((resolve) => {
    const token = tokenOf(`${sent.who ?? 'admin'}@Alder`)
    const started = performance.now()
    let got = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        [
          `POST ${url} HTTP/1.1`,
          'host: here',
          'connection: close',
          `cookie: s=${token}`,
          `content-type: ${sent.type ?? 'multipart/form-data; boundary=x'}`,
          ...(sent.headers ?? [`x-csrf-token: ${csrfFor(testSecret, token)}`]),
          sent.length === -1
            ? 'transfer-encoding: chunked'
            : `content-length: ${sent.length ?? Buffer.byteLength(body)}`,
          '',
          '',
        ].join('\r\n'),
      )
      if (write) write(socket)
      else socket.write(body)
    })
    socket.on('data', (data) => {
      got += data.toString()
    })
    socket.on('error', () => {})
    socket.on('close', () =>
      resolve({
        status: Number(got.split(' ')[1] ?? 0),
        body: got.split('\r\n\r\n').slice(1).join(),
        ms: performance.now() - started,
      }),
    )
  })

const part = (disposition: string, content = '', more = '') =>
  `--x\r\ncontent-disposition: form-data; ${disposition}\r\n${more}\r\n${content}\r\n`
const end = '--x--\r\n'
const file = (content = 'bytes', name = 'plan') => part(`name="${name}"; filename="${marked}.pdf"`, content)

const expectNothing = (reply: Raw, status: number, before: number) => {
  expect([reply.status, saved]).toEqual([status, before])
  expect(reply.body.replaceAll(/<link[^>]*>|<script[^>]*>/g, '')).not.toMatch(
    /\bat \S+:\d|node_modules|\.[jt]s\b|FST_|multipart|busboy|boundary|stack/i,
  )
  expect(app.logged.join('\n')).not.toMatch(/Marked-Value|request\.failed/)
}

test('The form of these tests takes what is right', async () => {
  const reply = await post(part('name="name"', 'Right') + file() + end)
  expect([reply.status, saved]).toEqual([303, 1])
})

test('A file that is called nothing is a file all the same', async () => {
  const before = saved
  const nameless = part('name="plan"', 'bytes', 'content-type: application/octet-stream\r\n')
  expect([(await post(nameless + end)).status, saved]).toEqual([303, before + 1])
})

describe('Parts of a form that are none', () => {
  const right = file() + end
  test.each([
    ['of another boundary', right, { type: 'multipart/form-data; boundary=y' }, 400],
    ['without a boundary', right, { type: 'multipart/form-data' }, 400],
    ['with an empty boundary', right, { type: 'multipart/form-data; boundary=' }, 400],
    ['with a boundary too long to look for', right, { type: `multipart/form-data; boundary=${'a'.repeat(200)}` }, 400],
    ['of text alone', 'name=Plain', {}, 400],
    ['that end within a file', file(), {}, 400],
    ['that end within a heading', '--x\r\ncontent-disposition: form-da', {}, 400],
    ['that end within a field', part('name="name"', 'Half'), {}, 400],
    ['named __proto__', part('name="__proto__"', 'x') + right, {}, 400],
    ['named constructor', part('name="constructor"', 'x') + right, {}, 400],
    ['that are a file named __proto__', file('x', '__proto__') + end, {}, 400],
    ['without a name', part('filename="a"', 'x') + right, {}, 400],
    ['that say they are JSON', part('name="name"', '{"a":[1]}', 'content-type: application/json\r\n') + end, {}, 400],
    [
      'that are a deep JSON',
      part('name="name"', '['.repeat(50_000), 'content-type: application/json\r\n') + end,
      {},
      400,
    ],
    ['with a text longer than the form takes', part('name="name"', 'x'.repeat(64 * kilo + 1)) + end, {}, 413],
    ['with texts longer than that together', part('name="name"', 'x'.repeat(33 * kilo)).repeat(2) + end, {}, 413],
    ['of JSON to begin with', '{"name":"Json"}', { type: 'application/json' }, 415],
    ['of a kind nobody knows', right, { type: 'multipart/mixed; boundary=x' }, 415],
  ] as [string, string, Sent, number][])('are refused, and nothing is saved: %s', async (_what, body, sent, status) => {
    const before = saved
    const reply = await post(body, sent)
    expectNothing(reply, status, before)
    expect(reply.ms).toBeLessThan(2_000)
  })

  test.each([
    ['a file in a field that is none', file('bytes', 'other') + end],
    ['a file in the field of a text', file('bytes', 'name') + end],
    ['a text in the field of a file', part('name="plan"', 'text') + end],
    ['a field that the form does not have', part('name="organisation_id"', 'x') + end],
  ])('bring the form back: %s', async (_what, body) => {
    const before = saved
    expectNothing(await post(body), 422, before)
  })

  test('in the place of files of a form without any are refused as they always were', async () => {
    const before = saved
    expectNothing(await post(right, {}, '/plain'), 415, before)
  })
})

describe('Who may send files', () => {
  const right = file() + end
  const csrf = () => csrfFor(testSecret, tokenOf('admin@Alder'))
  test.each([
    ['without the token of the form', () => right],
    ['with a wrong one', () => part('name="_csrf"', 'wrong') + right],
    ['with two', () => part('name="_csrf"', csrf()).repeat(2) + right],
    ['with one that comes after the file', () => file() + part('name="_csrf"', csrf()) + end],
    ['without a file or the token', () => part('name="name"', 'x') + end],
  ])('A form %s is refused, and nothing is saved', async (_what, body) => {
    const before = saved
    expectNothing(await post(body(), { headers: [] }), 403, before)
  })

  test('The token within the form, before the file, is enough', async () => {
    const before = saved
    expect((await post(part('name="_csrf"', csrf()) + right, { headers: [] })).status).toBe(303)
    expect(saved).toBe(before + 1)
  })

  test('Of a stranger nothing is read: a form that is closed to them answers as one that is not there', async () => {
    for (const body of [right, file(), 'no parts', file('x'.repeat(mega)) + end]) {
      const [closed, missing] = [await post(body, { who: 'lead' }), await post(body, { who: 'lead' }, '/nothing/here')]
      const constant = (reply: Raw) => reply.body.replaceAll(/nonce="[^"]*"/g, '')
      expect([closed.status, constant(closed)]).toEqual([404, constant(missing)])
    }
  })
})

describe('Floods', () => {
  test.each([
    ['ten thousand fields', Array.from({ length: 10_000 }, (_, n) => part(`name="a${n}"`)).join(''), 413],
    ['ten thousand fields of one name', part('name="name"').repeat(10_000), 413],
    ['ten thousand files', file().repeat(10_000), 413],
    ['ten thousand empty files', file('').repeat(10_000), 413],
    ['headings of a megabyte', `--x\r\n${'y: z\r\n'.repeat(mega / 6)}\r\n\r\n`, 422],
    ['a name of a megabyte', part(`name="${'n'.repeat(mega)}"`, 'x'), 422],
    ['megabytes before the first part', '\r\n'.repeat(4 * mega), 422],
    ['a hundred thousand boundaries', '--x\r\n'.repeat(100_000), 422],
  ])('are answered within two seconds: %s', async (_what, body, most) => {
    const before = saved
    const reply = await post(body + end)
    // What is only noise around an empty form may pass for an empty form.
    expect([303, 400, 413, 422]).toContain(reply.status)
    if (most === 413) expectNothing(reply, 413, before)
    expect(reply.ms).toBeLessThan(2_000)
  })

  test('The boundary that is hardest to look for does not hold up others', async () => {
    const hard = 'a'.repeat(70)
    const body = `--${hard}\r\ncontent-disposition: form-data; name="plan"; filename="a"\r\n\r\n${'a'.repeat(10 * mega)}`
    const [slow, other] = await Promise.all([
      post(body, { type: `multipart/form-data; boundary=${hard}` }),
      app.as('admin@Alder').get('/teams/new'),
    ])
    expect([slow.status, other.status]).toEqual([400, 200])
    expect(slow.ms).toBeLessThan(5_000)
  })

  test('A length that no form has is refused before any of it comes', async () => {
    const before = saved
    const reply = await post('', { length: 500 * mega })
    expectNothing(reply, 413, before)
    expect(reply.ms).toBeLessThan(2_000)
  })

  test('A file of any size leaves memory as it was, and more than anybody may send ends the reading', async () => {
    const block = Buffer.alloc(64 * kilo, 'x')
    const chunk = Buffer.concat([Buffer.from(`${block.length.toString(16)}\r\n`), block, Buffer.from('\r\n')])
    const used = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
    const before = [saved, used()] as const
    let most = 0
    const timer = setInterval(() => {
      most = Math.max(most, used())
    }, 10)
    const reply = await post('', { length: -1 }, '/teams/new', (socket) => {
      const head = Buffer.from(part('name="plan"; filename="a"').slice(0, -2))
      socket.write(`${head.length.toString(16)}\r\n${head}\r\n`)
      let left = (110 * mega) / block.length
      const more = () => {
        while (left > 0 && socket.writable) {
          left -= 1
          if (!socket.write(chunk)) return void socket.once('drain', more)
        }
      }
      more()
    })
    clearInterval(timer)
    // The server closes while more is on its way: then the connection may be reset before the answer is read.
    expectNothing(reply, reply.status === 0 ? 0 : 413, before[0])
    // Of 110 that were sent; what is read and thrown away is collected when the machine finds time.
    expect((most - before[1]) / mega).toBeLessThan(90)
  }, 30_000)

  test('A connection that breaks off within a file saves nothing, and others are answered', async () => {
    const before = saved
    const cut = post('', { length: 90 * kilo }, '/teams/new', (socket) => {
      socket.write(file('x'.repeat(50 * kilo)), () => setTimeout(() => socket.destroy(), 100))
    })
    expect((await cut).status).toBe(0)
    expect((await app.as('admin@Alder').get('/teams/new')).status).toBe(200)
    expect(saved).toBe(before)
    expect(app.logged.join()).not.toContain('request.failed')
  })
})
