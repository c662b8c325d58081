import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildPrograms, type Programs, type Running } from './program.ts'

/** The real server, as a process of its own with its own database, told to stop while it is at work. */
let programs: Programs
let server: Running | undefined
beforeAll(async () => {
  programs = await buildPrograms()
})
afterEach(async () => {
  server?.child.kill('SIGTERM')
  await server?.ended
})
afterAll(() => programs.remove())

let port = 20_000 + (process.pid % 20_000)

const started = async (): Promise<Running> => {
  port += 1
  const running = programs.start('main', [], { DEMO: '1', PORT: String(port), LOG_LEVEL: 'info' })
  server = running
  const end = performance.now() + 90_000
  while (!running.said().includes('Throughline is at')) {
    if (performance.now() > end || running.child.exitCode !== null) throw new Error(`did not start: ${running.said()}`)
    await sleep(50)
  }
  return running
}

type Answer = {
  readonly connected: boolean
  readonly whole: boolean
  readonly status: number
  readonly closing: boolean
}

/** One request on a connection of its own. `whole`: as many bytes came as the answer said there would be. */
const ask = (
  bytes: string,
  seen: (event: 'connected' | 'answered') => void = () => {},
  before: Promise<unknown> = Promise.resolve(),
): Promise<Answer> =>
  new Promise((resolve) => {
    let got: Buffer = Buffer.alloc(0)
    let connected = false
    const socket = connect(port, '127.0.0.1', () => {
      connected = true
      seen('connected')
      void before.then(() => socket.write(bytes))
    })
    const answer = (): Answer => {
      const end = got.indexOf('\r\n\r\n')
      const head = got.subarray(0, Math.max(0, end)).toString('latin1')
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
      return {
        connected,
        whole: end > 0 && got.length - end - 4 === length,
        status: Number(head.split(' ')[1] ?? 0),
        closing: /connection: close/i.test(head),
      }
    }
    socket.on('data', (data: Buffer) => {
      if (got.length === 0) seen('answered')
      got = Buffer.concat([got, data])
      if (answer().whole) socket.end()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer()))
  })

const get = 'GET /sign-in HTTP/1.1\r\nhost: here\r\n\r\n'

describe('A server that is told to stop', () => {
  test('with 500 requests in flight answers every one of them, and has ended within ten seconds', {
    timeout: 180_000,
  }, async () => {
    const running = await started()
    let told = 0
    let answered = 0
    let connected = 0
    let waiting = 0
    const stopping = Promise.withResolvers<void>()
    const stop = () => {
      if (told > 0) return
      told = performance.now()
      waiting = 500 - answered
      running.child.kill('SIGTERM')
      setTimeout(stopping.resolve, 100)
    }
    const count = (event: 'connected' | 'answered') => {
      if (event === 'connected') connected += 1
      else answered += 1
      // All are there, and most are still to be answered.
      if (connected === 500 && answered > 0) stop()
    }
    // A fifth of them are on their way: what they ask arrives when we have begun to stop.
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, n) => ask(get, count, n % 5 === 0 ? stopping.promise : undefined)),
    )
    const ended = await running.ended
    const broken = answers.filter(({ whole, status }) => !whole || status !== 200)
    expect([broken.length, broken[0]]).toEqual([0, undefined])
    expect(waiting).toBeGreaterThan(100)
    expect([ended.code, ended.signal]).toEqual([0, null])
    expect(performance.now() - told).toBeLessThan(10_000)
    expect((await ask(get)).connected).toBe(false)
  })

  test('does not wait for somebody who never finishes what they began, and still ends in order', {
    timeout: 180_000,
  }, async () => {
    const running = await started()
    const slow = ask(
      'POST /sign-in HTTP/1.1\r\nhost: here\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 50\r\n\r\nemail=',
    )
    expect((await ask(get)).status).toBe(200)
    const told = performance.now()
    running.child.kill('SIGTERM')
    const ended = await running.ended
    expect((await slow).status).toBe(0)
    expect([ended.code, ended.signal]).toEqual([0, null])
    expect(performance.now() - told).toBeLessThan(10_000)
  })

  test('in a second way says where it was and why not, without a line of code: the port is taken', {
    timeout: 180_000,
  }, async () => {
    await started()
    const second = await programs.run('main', [], {
      DEMO: '1',
      PORT: String(port),
      DATA_DIR: `${programs.data}-second`,
    })
    expect(second.code).toBe(1)
    expect(second.err).toContain('Something else uses this port')
    expect(second.err).not.toMatch(/\bat .*:\d+:\d+/)
  })
})
