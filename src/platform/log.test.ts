import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/postgres.ts'
import { asJobName, asRequestId, asRoutePattern, createLog, type LogFields } from './log.ts'

const MARK = 'Marked-Family-Name'

const recorder = (level: 'debug' | 'info' | 'warn' | 'error' = 'debug') => {
  const lines: string[] = []
  const log = createLog({ level, write: (line) => lines.push(line), now: () => new Date('2026-03-03T12:00:00Z') })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> }
}

test('A line is JSON with the time, the level, the event and its fields', () => {
  const { log, lines } = recorder()
  log.with({ requestId: asRequestId('req-7') }).info('request.answered', {
    method: 'GET',
    route: asRoutePattern('/cases/:id/notes'),
    status: 200,
    ms: 12.3456,
  })
  expect(lines).toEqual([
    '{"time":"2026-03-03T12:00:00.000Z","level":"info","event":"request.answered","requestId":"req-7","method":"GET","route":"/cases/:id/notes","status":200,"ms":12.3}',
  ])
})

test('Lines below the level are not written', () => {
  const { log, lines } = recorder('warn')
  log.debug('a.b')
  log.info('a.b')
  log.warn('a.b')
  log.error('a.b')
  expect(lines).toHaveLength(2)
})

test('An event’s name that was put together while running does not compile, and is not written either', () => {
  const { log, lines, last } = recorder()
  const put = `page.${MARK}` as string
  // @ts-expect-error only a constant is a name
  log.info(put)
  expect(last()['event']).toBe('log.badly-named-event')
  expect(lines.join()).not.toContain(MARK)
})

test('A field that is not in the list does not compile, and is not written either', () => {
  const { log, lines } = recorder()
  // @ts-expect-error there is no such field
  log.info('a.b', { message: MARK })
  // @ts-expect-error a text is no route
  log.info('a.b', { route: `/cases/${MARK}` })
  // @ts-expect-error a text is no number of a request
  log.info('a.b', { requestId: `${MARK}?` })
  const smuggled = {
    route: `/cases/${MARK}`,
    method: MARK,
    signal: MARK,
    status: MARK,
    job: MARK,
    name: MARK,
    body: { MARK },
  }
  log.error('a.b', smuggled as unknown as LogFields)
  log.with(smuggled as unknown as LogFields).error('a.b')
  expect(lines.join()).not.toContain(MARK)
})

test.each([['/'], ['/sign-in'], ['/cases/:id/notes'], ['/api/v1/figures'], ['/assets/*'], ['/robots.txt']])(
  '%s is a route',
  (pattern) => {
    expect(asRoutePattern(pattern)).toBe(pattern)
  },
)

test.each([
  ['/cases/123'],
  ['/cases/9f8a-22'],
  ['/cases?name=ann'],
  ['/people/Ann'],
  ['/people/ann%20b'],
  ['cases'],
  ['/cases/x1y2'],
])('%s is an address that somebody opened, and is withheld', (address) => {
  expect(asRoutePattern(address)).toBe('(withheld)')
})

test('The name of a job is a constant word; anything else is withheld', () => {
  expect(asJobName('send-mail')).toBe('send-mail')
  expect(asJobName('mail to ann@home.example')).toBe('(withheld)')
})

test('Of an error in PostgreSQL the code, the table and the constraint are written and no value', async () => {
  const database = await testDatabase('log')
  const client = new pg.Client(database.admin)
  await client.connect()
  await client.query(
    `create table marked_person (name text constraint person_name_key unique); insert into marked_person values ('${MARK}')`,
  )
  const { log, lines, last } = recorder()
  for (const sql of [`insert into marked_person values ('${MARK}')`, `select '${MARK}'::int`, `select "${MARK}"`]) {
    await client.query(sql).catch((error: unknown) => log.error('database.failed', { error }))
  }
  await client.end()
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    error: { code: '23505', schema: 'public', table: 'marked_person', constraint: 'person_name_key' },
  })
  expect(last()).toMatchObject({ error: { code: '42703' } })
  expect(lines).toHaveLength(3)
  expect(lines.join()).not.toContain(MARK)
})

test('Of any other error its class, its places in the code and its cause are written and no message', () => {
  const { log, lines, last } = recorder()
  const cause = Object.assign(new TypeError(`${MARK}\n    at ${MARK} (${MARK}.ts:1:1)`), {
    code: `E_${MARK}`,
    table: MARK,
  })
  log.error('page.failed', { error: new Error(MARK, { cause }) })
  expect(last()).toMatchObject({
    error: {
      class: 'Error',
      at: expect.arrayContaining([expect.stringMatching(/^log\.test\.ts:\d+:\d+$/)]),
      cause: { class: 'TypeError' },
    },
  })
  const renamed = new Error('first')
  renamed.message = MARK
  renamed.name = MARK
  for (const error of [renamed, MARK, 7, null, { name: MARK, message: MARK, stack: `${MARK}:1:1` }])
    log.error('page.failed', { error })
  expect(lines).toHaveLength(6)
  expect(lines.join()).not.toContain(MARK)
})
