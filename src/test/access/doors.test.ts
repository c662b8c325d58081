import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#test/postgres.ts'
import { tryDoor } from './door.ts'
import { doors } from './doors.ts'
import { furnish } from './probe.ts'
import { skeleton } from './skeleton.ts'
import { sha, tokenOf } from './world.ts'
import { grow } from './world-rooms.ts'

let admin: pg.Client
let atDoor: pg.ClientConfig
beforeAll(async () => {
  const database = await testDatabase('doors')
  atDoor = database.door
  admin = new pg.Client(database.admin)
  await admin.connect()
  await furnish(admin, grow(skeleton(new Date())))
  await admin.query('begin')
})
afterAll(() => admin.end())

test.each(doors.map((door) => [door.words, door] as const))('%s', async (_words, door) => {
  expect(await tryDoor(admin, door)).toBeNull()
})

/** The same call by two at once, each on a connection of its own; the answers sorted. */
const both = async (call: string): Promise<string[]> => {
  const clients = [new pg.Client(atDoor), new pg.Client(atDoor)]
  await Promise.all(clients.map((client) => client.connect()))
  const answers = await Promise.all(
    clients.map(async (client, index) => {
      await client.query("begin; select set_config('role', 'r_sign_in', true)")
      const { rows } = await client.query<{ answer: string }>(
        `select (${call.replace('NEW', `new ${index} ${sha(call)}`)})::text as answer`,
      )
      // Held open a moment, so that the other meets it.
      await client.query('select pg_sleep(0.05); commit')
      return rows[0]?.answer ?? ''
    }),
  )
  await Promise.all(clients.map((client) => client.end()))
  return answers.sort()
}

test.each([
  ['An invitation', `access.accept_invitation('invitation Birch', 'hash') is not null`],
  ['A code', `access.finish_session('${tokenOf('Birch lead')}', 'NEW', 5)`],
  [
    'A recovery code',
    `access.use_recovery_code('${tokenOf('Birch quality')}', 'NEW', '\\x${sha('recovery Birch quality')}')`,
  ],
])('%s taken up by two at once serves one', async (_what, call) => {
  await admin.query('commit')
  try {
    expect(await both(call)).toEqual(['false', 'true'])
  } finally {
    await admin.query('begin')
  }
})
