import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeSealer } from '#platform/access/sealing.ts'
import { type Claims, type Database, openDatabase } from '#platform/db/connection.ts'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { grantId, makeWorld, tokenOf } from '#test/world.ts'
import { enqueue, type Message, readOutbox, type Send, sendWaiting } from './outbox.ts'
import { smtpSender } from './smtp.ts'

const secret = 'a secret of the tests, long enough'
const sealer = makeSealer(secret)
const templates = {
  word: {
    subject: 'You have a new message',
    text: ({ link = '' }: Readonly<Record<string, string>>) => `Open ${link}\n`,
  },
}
const admin: Claims = { role: 'r_admin', token: tokenOf('admin@Alder'), grantId: grantId('admin@Alder') }
const from = 'Post <post@sender.example>'

/** A mail server on this machine. What it took, each with its envelope; `before` runs when it has read a message and not answered yet. */
type Taken = { readonly to: string[]; readonly text: string; readonly id: string }
const mailServer = async (before: (message: Taken) => Promise<Error | undefined> = async () => undefined, port = 0) => {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part) => parts.push(part))
      stream.on('end', async () => {
        const text = Buffer.concat(parts).toString('utf8')
        const id = /^Message-ID: (.*)\r$/m.exec(text)?.[1] ?? ''
        const message = { to: session.envelope.rcptTo.map(({ address }) => address), text, id }
        const refused = await before(message)
        if (refused === undefined) taken.push(message)
        done(refused ?? null)
      })
    },
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const { port: at } = server.server.address() as AddressInfo // it listens on a port, not on a path
  return {
    taken,
    port: at,
    send: smtpSender(`smtp://127.0.0.1:${at}`, from),
    stop: () => new Promise<void>((done) => server.close(done)),
  }
}

let database: TestDatabase
let pages: Database
let worker: Database
let operator: pg.Client
beforeAll(async () => {
  database = await testDatabase('outbox')
  await makeWorld(database.admin)
  pages = openDatabase(database.app)
  worker = openDatabase(database.worker)
  operator = new pg.Client(database.admin)
  await operator.connect()
})
afterAll(async () => {
  await Promise.all([pages.close(), worker.close(), operator.end()])
  await database.drop()
})
beforeEach(() => operator.query('delete from mail'))

const put = (...messages: Partial<Message>[]) =>
  pages.write(admin, async (db) => {
    for (const message of messages)
      await enqueue(db, sealer, {
        template: 'word',
        to: 'somebody@there.example',
        data: { link: 'https://here.example/x' },
        ...message,
      })
  })
const sendAll = (send: Send, db = worker) => sendWaiting(db, sealer, templates, send)
const rows = async () =>
  (
    await operator.query<{ sent_at: Date | null; attempts: number; sealed: Buffer; id: string }>(
      'select * from mail order by created_at',
    )
  ).rows
const waiting = async () => (await rows()).filter(({ sent_at }) => sent_at === null).length
const age = (interval: string) => operator.query('update mail set created_at = created_at - $1::interval', [interval])

describe('A message', () => {
  test('is put in with the act, and is not there when the act was not kept', async () => {
    await put({})
    await expect(
      pages.write(admin, async (db) => {
        await enqueue(db, sealer, { template: 'word', to: 'nobody@there.example', data: {} })
        throw new Error('the act failed after all')
      }),
    ).rejects.toThrow('after all')
    expect(await rows()).toHaveLength(1)
  })

  test('lies in the table sealed, and what was sent is emptied', async () => {
    await put({ to: 'sealed@there.example', data: { link: 'https://here.example/once-only' } })
    const lying = JSON.stringify(await rows()) + (await rows()).map(({ sealed }) => sealed.toString('latin1')).join()
    expect(lying).not.toMatch(/sealed@there|once-only|here\.example/)
    const server = await mailServer()
    expect(await sendAll(server.send)).toBe(1)
    await server.stop()
    expect(server.taken[0]?.text).toContain('once-only')
    expect((await rows())[0]).toMatchObject({ sent_at: expect.any(Date), sealed: Buffer.alloc(0) })
    expect(await pages.read({ role: 'r_public' }, (db) => readOutbox(db, sealer, templates))).toEqual([])
  })

  test('that was sent is left alone ever after', async () => {
    const server = await mailServer()
    await put({})
    await sendAll(server.send)
    const sent = await rows()
    await age('2 days')
    await put({ to: 'new@there.example' })
    expect(await sendAll(server.send)).toBe(1)
    await server.stop()
    expect(server.taken).toHaveLength(2)
    expect((await rows()).find(({ id }) => id === sent[0]?.id)).toMatchObject({
      attempts: 0,
      sent_at: sent[0]?.sent_at,
    })
  })

  test('goes to one address, and its headers say nothing of what sent it', async () => {
    const server = await mailServer()
    await put({ to: 'one@there.example' }, { to: 'two@there.example' })
    expect(await sendAll(server.send)).toBe(2)
    await server.stop()
    expect(server.taken.map(({ to }) => to)).toEqual([['one@there.example'], ['two@there.example']])
    for (const { to, text, id } of server.taken) {
      expect(text.match(/^(To|Cc|Bcc): .*/gim)?.map((line) => line.trim())).toEqual([`To: ${to}`])
      expect(text.match(/^Subject: (.*)/m)?.[1]?.trim()).toBe('You have a new message')
      expect(text).not.toMatch(/x-mailer|nodemailer|throughline/i)
      expect(id).toMatch(/^<[0-9a-f-]{36}@sender\.example>$/)
    }
  })

  test.each([
    ['two addresses', 'one@there.example, two@there.example'],
    ['a header of its own', 'one@there.example\r\nBcc: two@there.example'],
    ['a group', 'Team: one@there.example, two@there.example;'],
  ])('whose address is %s reaches nobody else', async (_what, to) => {
    const server = await mailServer()
    await put({ to }, { to: 'three@there.example' })
    await sendAll(server.send)
    await server.stop()
    const reached = server.taken.flatMap((message) => message.to)
    expect(reached).toContain('three@there.example')
    expect(reached).not.toContain('two@there.example')
    expect(server.taken.map(({ text }) => text).join()).not.toMatch(/^Bcc:/m)
  })
})

describe('A mail server that is away', () => {
  test('loses nothing: the message stays, is tried again later, and is sent once', async () => {
    const gone = await mailServer()
    await gone.stop()
    await put({}, {}, {})
    expect(await sendAll(gone.send)).toBe(0)
    // One was tried: the others need not be, to know that nobody is there.
    expect((await rows()).map(({ attempts }) => attempts).sort()).toEqual([0, 0, 1])
    const back = await mailServer(undefined, gone.port)
    expect(await sendAll(back.send)).toBe(2)
    await age('3 minutes')
    expect(await sendAll(back.send)).toBe(1)
    expect(await sendAll(back.send)).toBe(0)
    await back.stop()
    expect(new Set(back.taken.map(({ id }) => id)).size).toBe(3)
    expect(back.taken).toHaveLength(3)
  })

  test('for a whole night delays a message by an hour at most', async () => {
    const gone = await mailServer()
    await gone.stop()
    await put({})
    let tries = 0
    for (let minute = 0; minute < 12 * 60; minute += 5) {
      await sendAll(gone.send)
      await age('5 minutes')
    }
    tries = (await rows())[0]?.attempts ?? 0
    expect([tries > 12, tries < 25]).toEqual([true, true])
    const back = await mailServer(undefined, gone.port)
    let sent = 0
    for (let minute = 0; minute < 65; minute += 5) {
      sent += await sendAll(back.send)
      await age('5 minutes')
    }
    await back.stop()
    expect([sent, back.taken.length]).toEqual([1, 1])
  })

  test('while a message was waiting for days does not use up its tries in one go', async () => {
    const refusing = await mailServer(async () => new Error('451 try again later'))
    await put({}, {})
    await age('6 days')
    await sendAll(refusing.send)
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([1, 1])
    await sendAll(refusing.send)
    await refusing.stop()
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([2, 2])
  })
})

describe('A message that the server refuses', () => {
  test('does not stand in the way of the others, and is not tried for ever', async () => {
    const refuse = async ({ to }: Taken) => (to.includes('refused@there.example') ? new Error('550 no') : undefined)
    const server = await mailServer(refuse)
    await put(
      { to: 'refused@there.example' },
      { to: 'fine@there.example' },
      { template: 'unknown' },
      { to: 'also@there.example' },
    )
    expect(await sendAll(server.send)).toBe(2)
    expect(await waiting()).toBe(2)
    await operator.query(
      "update mail set attempts = 500, created_at = created_at - interval '30 days' where sent_at is null",
    )
    await put({ to: 'later@there.example' })
    expect(await sendAll(server.send)).toBe(1)
    expect((await rows()).filter(({ sent_at }) => sent_at === null).map(({ attempts }) => attempts)).toEqual([500, 500])
    await server.stop()
    expect(server.taken.map(({ to }) => to[0])).toEqual([
      'fine@there.example',
      'also@there.example',
      'later@there.example',
    ])
  })

  test('because it cannot be opened any more does not either: it was sealed under another secret', async () => {
    const server = await mailServer()
    await pages.write(admin, (db) =>
      enqueue(db, makeSealer('another secret, of another server'), { template: 'word', to: 'x@y.example', data: {} }),
    )
    await put({})
    expect(await sendAll(server.send)).toBe(1)
    await server.stop()
    expect(await waiting()).toBe(1)
  })
})

describe('Several senders', () => {
  test('at once never take the same message', async () => {
    let now = 0
    let most = 0
    const server = await mailServer(async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise((done) => setTimeout(done, 20))
      now -= 1
      return undefined
    })
    await put(...Array.from({ length: 60 }, (_, n) => ({ to: `n${n}@there.example` })))
    const others = [openDatabase(database.worker), openDatabase(database.worker)]
    const sent = await Promise.all([worker, ...others].map((db) => sendAll(server.send, db)))
    await Promise.all(others.map((db) => db.close()))
    await server.stop()
    expect(server.taken).toHaveLength(60)
    expect(new Set(server.taken.map(({ id }) => id)).size).toBe(60)
    expect(sent.reduce((sum, n) => sum + n, 0)).toBe(60)
    // Nor does one wait for the other.
    expect(most).toBeGreaterThan(1)
  })

  /** A sender in a process of its own, as a server's job would be. */
  const senderProcess = (port: number) =>
    spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { makeSealer } from '#platform/access/sealing.ts'
         import { openDatabase } from '#platform/db/connection.ts'
         import { sendWaiting } from '#platform/mail/outbox.ts'
         import { smtpSender } from '#platform/mail/smtp.ts'
         const templates = { word: { subject: 'You have a new message', text: ({ link }) => 'Open ' + link } }
         const db = openDatabase(${JSON.stringify(database.worker)})
         const send = smtpSender('smtp://127.0.0.1:${port}', '${from}')
         console.log(await sendWaiting(db, makeSealer('${secret}'), templates, send))
         await db.close()`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )

  let server: Awaited<ReturnType<typeof mailServer>>
  afterEach(() => server?.stop())

  test('that are killed between taking a message and marking it lose none, and send none twice but under its own id', {
    timeout: 120_000,
  }, async () => {
    let left = 0
    let child: ReturnType<typeof senderProcess> | undefined
    let kill: 'before' | 'after' = 'before'
    // Every other sender dies with the message in the server's hands and not yet acknowledged; the rest the moment it is.
    server = await mailServer(async () => {
      left -= 1
      if (left > 0) return undefined
      if (kill === 'after') setImmediate(() => child?.kill('SIGKILL'))
      else {
        child?.kill('SIGKILL')
        return new Error('451 the connection is gone')
      }
      return undefined
    })
    const all = 60
    await put(...Array.from({ length: all }, (_, n) => ({ to: `n${n}@there.example` })))
    const kills = 20
    for (let n = 0; n < kills; n += 1) {
      left = 1 + (n % 3)
      kill = n % 2 === 0 ? 'before' : 'after'
      child = senderProcess(server.port)
      const [, signal] = await once(child, 'exit')
      expect(signal).toBe('SIGKILL')
    }
    left = Number.POSITIVE_INFINITY
    child = senderProcess(server.port)
    await once(child, 'exit')
    await age('3 minutes')
    await sendAll(server.send)
    expect(await waiting()).toBe(0)
    const ids = new Map<string, string>()
    for (const { id, to } of server.taken) {
      expect(ids.get(id) ?? to[0]).toBe(to[0])
      ids.set(id, to[0] ?? '')
    }
    expect([...new Set(ids.values())]).toHaveLength(all)
    // The same message again under the same id: at most one for each death, and the receiver's server can tell.
    expect(server.taken.length - ids.size).toBeLessThanOrEqual(kills)
    expect(ids.size).toBe(all)
  })
})
