import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from './postgres.ts'

const ask = async (connection: pg.ClientConfig, sql: string): Promise<unknown> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

test('Each database is migrated, its own, and reached as the pages and the jobs reach it', async () => {
  const [one, two] = await Promise.all([testDatabase('One: first'), testDatabase()])
  expect(one.name).toMatch(/^t_one_first_[0-9a-f]{10}$/)
  expect(await ask(one.admin, 'select count(*)::int from migration.applied')).toBeGreaterThan(0)
  expect(await ask(one.app, 'select current_user::text')).toBe('tl_login')
  expect(await ask(one.worker, 'select current_user::text')).toBe('tl_worker')
  await ask(one.admin, 'create table only_here (id int)')
  expect(await ask(two.admin, `select to_regclass('only_here')`)).toBeNull()
  await Promise.all([one.drop(), two.drop()])
  await expect(ask(one.admin, 'select 1')).rejects.toThrow(/does not exist/)
})
