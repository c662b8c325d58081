import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSealer } from '#platform/access/sealing.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/db/connection.ts'
import { makeRecorder } from '#platform/record/recorder.ts'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { acceptInvitation, invitationOf, writeAtDoor } from '../door-store.ts'
import { inviteCommand } from './command.ts'
import { readInviteOptions } from './options.ts'
import { slugOf } from './store.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await testDatabase('invite')
  db = openDatabase({ ...database.admin, max: 2 })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const run = async (args: readonly string[]) => {
  const printed: string[] = []
  const services = {
    db,
    clock: systemClock,
    recorder: makeRecorder(db),
    sealer: makeSealer('x'.repeat(32)),
    secret: 'x'.repeat(32),
    baseUrl: 'https://here.example',
    neutralSite: 'https://neutral.example',
  }
  const code = await inviteCommand.run({
    db,
    config: readConfig({}),
    services,
    args,
    print: (text) => void printed.push(text),
  })
  return { code, printed }
}
const first = [
  '--partnership',
  'Grove partnership',
  '--organisation',
  'Alder',
  '--name',
  'Ama Boateng',
  '--email',
  'Ama@Alder.example',
]
const count = async (table: 'partnership' | 'organisation' | 'membership' | 'invitation') =>
  db.read({ role: 'r_command' }, async ({ q }) => (await q.selectFrom(table).select('id').execute()).length)

test('on an empty database the first administrator gets a link, and partnership and organisation are made', async () => {
  const { code, printed } = await run(first)
  expect(code).toBe(0)
  expect(printed.slice(0, 2)).toEqual([
    'Made the partnership Grove partnership.',
    'Made the organisation Alder, a member from today.',
  ])
  const token = printed.at(-1)?.split('/').at(-1) ?? ''
  expect(printed.at(-1)).toBe(`https://here.example/invitation/${token}`)
  const invited = await writeAtDoor(db, (tx) => invitationOf(tx, token))
  expect(invited).toEqual({ name: 'Ama Boateng', email: 'ama@alder.example', organisation: 'Alder', role: 'admin' })
  expect(await writeAtDoor(db, (tx) => acceptInvitation(tx, token, 'a hash'))).toMatch(/^[0-9a-f-]{36}$/)
})

test('a second one joins what is there', async () => {
  const { code, printed } = await run([...first.slice(0, -1), 'ben@alder.example'])
  expect(code).toBe(0)
  expect(printed.some((line) => line.startsWith('Made'))).toBe(false)
  expect([await count('partnership'), await count('organisation'), await count('membership')]).toEqual([1, 1, 1])
})

test('a role over a whole partnership is given with it', async () => {
  const { printed } = await run([
    ...first.slice(0, 3),
    'Respect',
    '--kind',
    'delivery_partner',
    '--name',
    'Cleo',
    '--email',
    'cleo@respect.example',
    '--role',
    'project',
  ])
  const token = printed.at(-1)?.split('/').at(-1) ?? ''
  expect(await writeAtDoor(db, (tx) => invitationOf(tx, token))).toMatchObject({
    organisation: 'Respect',
    role: 'project',
  })
})

test.each([
  [[], '--partnership is missing'],
  [[...first, '--role', 'boss'], '--role must be one of practitioner, supervisor'],
  [[...first, '--kind', 'council'], '--kind must be one of authority, provider'],
  [[...first.slice(0, -1), 'ama at alder'], '--email must be an email address'],
  [[...first, '--colour', 'red'], "Unknown option '--colour'"],
  [[...first, 'stray'], 'Unexpected argument'],
])('%j is refused in words, and nothing is made', async (args, words) => {
  const before = await count('invitation')
  const { code, printed } = await run(args)
  expect(code).toBe(2)
  expect(printed.join('\n')).toContain(words)
  expect(await count('invitation')).toBe(before)
})

test('every missing option is named at once', () => {
  expect(readInviteOptions([])).toEqual({
    problems: ['--partnership is missing', '--organisation is missing', '--name is missing', '--email is missing'],
  })
})

test('a partnership’s short name is made of its letters and numbers', () => {
  expect(slugOf('Östliche  Bezirke & Co. 2')).toBe('ostliche-bezirke-co-2')
  expect(slugOf('Район')).toBe('partnership')
})
