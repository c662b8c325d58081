import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadDemonstration } from '../src/demonstration/index.ts'
import { startEmbedded } from '../src/platform/db/embedded/index.ts'
import { migrate } from '../src/platform/db/migrate.ts'

export const tokenOf = (email: string): string => createHash('sha256').update(`bench ${email}`).digest('base64url')

/** A database with the demonstration in it and everybody of `emails` signed in. */
export const openBenchDatabase = async (emails: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const server = await startEmbedded({ dir: join(folder, 'postgres'), log: () => {}, disposable: true })
  await query(server.connection, 'create database bench')
  const operator = { ...server.connection, database: 'bench' }
  await migrate({ connection: operator })
  await loadDemonstration({ connection: operator, today: '2026-11-21' })
  for (const email of emails)
    await query(
      operator,
      `insert into session (token_sha, account_id, complete, idle_minutes, confirmed_at, expires_at)
       select sha256($1::bytea), id, true, 60, now(), now() + interval '12 hours' from account where email = $2`,
      [tokenOf(email), email],
    )
  return {
    operator,
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const query = async (connection: pg.ClientConfig, text: string, values: readonly unknown[] = []) => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await client.query(text, [...values])
  } finally {
    await client.end()
  }
}
