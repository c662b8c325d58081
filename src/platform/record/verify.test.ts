import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/postgres.ts'
import { grantId, idOf, makeWorld, organisationId } from '#test/world.ts'
import { type Database, openDatabase } from '../db/connection.ts'
import { makeRecorder } from './recorder.ts'
import { verifyRecord } from './verify.ts'

let database: TestDatabase
let operator: pg.Client
let app: Database
let command: Database

beforeEach(async () => {
  database = await testDatabase('record')
  await makeWorld(database.admin)
  operator = new pg.Client(database.admin)
  await operator.connect()
  app = openDatabase(database.app)
  command = openDatabase(database.admin)
  const recorder = makeRecorder(app)
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      recorder.read({
        session_id: idOf(`session lead@${n % 2 ? 'Alder' : 'Birch'}`),
        grant_id: grantId(`lead@${n % 2 ? 'Alder' : 'Birch'}`),
        act: 'test.read',
        subject_kind: 'thing',
        subject_id: `ünïcode ${n}, with: punctuation`,
        request_id: String(n),
      }),
    ),
  )
})
afterEach(async () => {
  await Promise.all([app.close(), command.close(), operator.end()])
  await database.drop()
})

const verify = () => command.read({ role: 'r_command' }, verifyRecord)

test('A record that nobody touched is whole, a chain for each organisation', async () => {
  expect(await verify()).toEqual({ entries: 40, chains: 2, breaks: [] })
})

test.each([
  ['whose reason was changed', "update record_entry set reason = 'another' where seq = 7", 7],
  [
    'whose moment was changed by a microsecond',
    "update record_entry set at = at + interval '1 microsecond' where seq = 9",
    9,
  ],
  ['that was removed', 'delete from record_entry where seq = 5', 6],
  ['that was removed at the very end', 'delete from record_entry where seq = 20', 20],
  [
    'that changed places with the next',
    'update record_entry set seq = case seq when 3 then -4 when 4 then -3 end where seq in (3, 4); update record_entry set seq = -seq where seq < 0',
    3,
  ],
])('An entry %s is named', async (_what, change, seq) => {
  await operator.query(change.replaceAll(' where ', ` where chain = '${organisationId('Alder')}' and `))
  const { breaks } = await verify()
  expect(breaks).toEqual([expect.objectContaining({ chain: organisationId('Alder'), seq })])
})

test('Nobody who uses the application can change or remove an entry', async () => {
  for (const change of [
    "update record_entry set reason = ''",
    'delete from record_entry',
    'truncate record_entry',
    'update record_head set seq = 0',
  ])
    for (const role of ['r_admin', 'r_sign_in', 'r_public'] as const)
      await expect(app.write({ role }, ({ q }) => sql.raw(change).execute(q))).rejects.toMatchObject({ code: '42501' })
})
