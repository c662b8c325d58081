import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeWorld } from '#test/world.ts'
import { readConfig } from '../config.ts'
import { type EmbeddedServer, startEmbedded } from '../db/embedded/index.ts'
import { migrate } from '../db/migrate.ts'
import type { OfflineCommand } from '../module.ts'
import { backupCommand } from './backup-command.ts'
import { drill, standStill } from './drill.ts'
import { drillCommand } from './drill-command.ts'
import { presentKeyId } from './key-id.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { restoreCommand } from './restore-command.ts'

const secret = 'a secret of the tests, long enough'
// Every file of a restored database is flushed to the disk, which takes long on a busy one.
const patience = 120_000
const home = join(import.meta.dirname, '../../..')
let folder: string
let source: string
let sharedFolder: string
/** A backup that tests read and leave as it was. */
let shared: { target: string; said: string }
let server: EmbeddedServer

const ask = async <T extends Record<string, unknown>>(to: EmbeddedServer, sql: string): Promise<T[]> => {
  const client = new pg.Client({ ...to.connection, database: 'throughline' })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Runs a command as `bin/throughline` does, on the installation in a folder of data. */
const run = async (command: OfflineCommand, dataDir: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const config = readConfig({ DATA_DIR: dataDir, ...env })
  const code = await command.runOffline({ config, home, args, print: say, note: say })
  return { code, said: said.join('\n') }
}

const opened = async <T>(dataDir: string, work: (server: EmbeddedServer) => Promise<T>): Promise<T> => {
  const restored = await startEmbedded({ dir: join(dataDir, 'postgres'), log: () => {}, disposable: true })
  try {
    return await work(restored)
  } finally {
    await restored.stop()
  }
}

beforeAll(async () => {
  source = mkdtempSync(join(tmpdir(), 'backup-source-'))
  server = await startEmbedded({ dir: join(source, 'postgres'), log: () => {}, disposable: true })
  const client = new pg.Client(server.connection)
  await client.connect()
  await client.query('create database throughline')
  await client.end()
  const operator = { ...server.connection, database: 'throughline' }
  await migrate({ connection: operator })
  await makeWorld(operator)
  await ask(server, 'create table written (n bigint primary key, filler text)')
  writeFileSync(join(source, 'secret'), secret)
  sharedFolder = mkdtempSync(join(tmpdir(), 'backup-shared-'))
  shared = await backUp(join(sharedFolder, 'backup'))
}, patience)
afterAll(async () => {
  await server.stop()
  rmSync(source, { recursive: true })
  rmSync(sharedFolder, { recursive: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes without pause, several at once. `acknowledged` counts what PostgreSQL has confirmed. */
const writers = (first: number) => {
  const confirmed: number[] = []
  let next = first
  let over = false
  const write = async () => {
    const client = new pg.Client({ ...server.connection, database: 'throughline' })
    await client.connect()
    while (!over) {
      const n = next
      next += 1
      await client.query("insert into written values ($1, repeat('x', 900))", [n])
      confirmed.push(n)
    }
    await client.end()
  }
  const all = Promise.all([write(), write(), write(), write()])
  return {
    confirmed,
    end: async () => {
      over = true
      await all
    },
  }
}

const backUp = async (target = join(folder, 'backup')) => {
  const done = await run(backupCommand, source, [target])
  expect(done.code).toBe(0)
  return { target, said: done.said }
}

/** A new installation with the secret of the old one. */
const newInstallation = () => {
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'secret'), secret)
  return dataDir
}

test(
  'Every row acknowledged before the backup ended is in the restored database, though people wrote all the while',
  async () => {
    await ask(server, 'truncate written')
    const writing = writers(1)
    await expect.poll(() => writing.confirmed.length).toBeGreaterThan(50)
    const before = [...writing.confirmed]
    const { target } = await backUp()
    await writing.end()
    expect(writing.confirmed.length).toBeGreaterThan(before.length)

    const dataDir = newInstallation()
    const { code, said } = await run(restoreCommand, dataDir, [target])
    expect(said).toContain('The access record is whole')
    expect(code).toBe(0)
    await opened(dataDir, async (restored) => {
      const there = new Set((await ask<{ n: string }>(restored, 'select n from written')).map(({ n }) => Number(n)))
      expect(before.filter((n) => !there.has(n))).toEqual([])
      expect([...there].filter((n) => !writing.confirmed.includes(n))).toEqual([])
      await ask(restored, "create extension amcheck; select bt_index_check('written_pkey', true)")
    })
  },
  patience,
)

test('The secret is not in the backup, and its key id is, so that the right one can be told from another', () => {
  const { target, said } = shared
  const keyId = presentKeyId({ secret: null, dataDir: source })
  expect(said).toContain(`key id ${keyId}`)
  const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name)).includes(secret)).toBe(false)
  expect(JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'))).toMatchObject({ keyId })
})

test('A backup is for its owner only', () => {
  for (const path of ['', 'manifest.json', 'cluster/PG_VERSION'])
    expect(statSync(join(shared.target, path)).mode & 0o077).toBe(0)
})

test('A folder with something in it is refused and left as it is', async () => {
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  await expect(run(backupCommand, source, [folder])).rejects.toThrow(/has something in it/)
  expect(readdirSync(folder)).toEqual(['mine.txt'])
})

test('A folder inside the database is refused', async () => {
  const inside = join(source, 'postgres/cluster/backup')
  await expect(run(backupCommand, source, [inside])).rejects.toThrow(/lies in the folder of the database itself/)
  expect(existsSync(inside)).toBe(false)
})

test('Where there is no database none is made in order to back it up', async () => {
  await expect(run(backupCommand, folder, [join(folder, 'backup')])).rejects.toThrow(/There is no database/)
  expect(readdirSync(folder)).toEqual([])
})

test(
  'A database that is there is not overwritten; moved aside it is kept whole',
  async () => {
    const { target } = shared
    const dataDir = newInstallation()
    await run(restoreCommand, dataDir, [target])
    await opened(dataDir, (mine) => ask(mine, 'create table only_mine (n integer)'))
    await expect(run(restoreCommand, dataDir, [target])).rejects.toThrow(
      /There is a database .* already, and nothing was changed/,
    )
    await opened(dataDir, (mine) => ask(mine, 'select from only_mine'))

    const { code, said } = await run(restoreCommand, dataDir, [target, '--move-aside'])
    expect(code).toBe(0)
    const aside = /kept in (.*)\.$/m.exec(said)?.[1] ?? ''
    await expect(opened(dataDir, (mine) => ask(mine, 'select from only_mine'))).rejects.toThrow(/does not exist/)
    rmSync(join(dataDir, 'postgres/cluster'), { recursive: true })
    cpSync(aside, join(dataDir, 'postgres/cluster'), { recursive: true })
    await opened(dataDir, (mine) => ask(mine, 'select from only_mine'))
  },
  patience,
)

test('A database in use is not replaced', async () => {
  const { target } = shared
  await expect(run(restoreCommand, source, [target, '--move-aside'])).rejects.toThrow(/is in use\. Stop Throughline/)
})

/** What a file holds instead; null: it is not there. */
type Damage = (content: string | null) => string | null

test.each<[string, string, Damage, RegExp]>([
  ['in which a file was changed', 'cluster/PG_VERSION', () => '19\n', /PG_VERSION is not as it was made/],
  ['in which a file is missing', 'cluster/backup_label', () => null, /backup_label is missing/],
  ['to which a file was added', 'cluster/standby.signal', () => '', /standby\.signal does not belong/],
  ['whose list was changed', 'manifest.json', (list) => list?.replace(/"lsn": /, '"LSN": ') ?? null, /cannot be read/],
  [
    'whose program was changed',
    'manifest.json',
    (list) => list?.replace(/"program": "/, '"program": "9') ?? null,
    /was changed after/,
  ],
  [
    'whose list leads out of it',
    'manifest.json',
    (list) => list?.replace('"PG_VERSION"', '"../../x"') ?? null,
    /cannot be read/,
  ],
  ['that was not finished', 'manifest.json', () => null, /holds no finished backup/],
])('A backup %s is refused by name, and the database that is there stays', async (_what, path, damage, message) => {
  const file = join(shared.target, path)
  const whole = existsSync(file) ? readFileSync(file, 'utf8') : null
  const dataDir = newInstallation()
  mkdirSync(join(dataDir, 'postgres/cluster'), { recursive: true })
  try {
    put(file, damage(whole))
    await expect(run(restoreCommand, dataDir, [shared.target, '--move-aside'])).rejects.toThrow(message)
  } finally {
    put(file, whole)
  }
  expect(readdirSync(join(dataDir, 'postgres')).filter((name) => !name.endsWith('.lock'))).toEqual(['cluster'])
})

const put = (file: string, content: string | null) =>
  content === null ? rmSync(file) : writeFileSync(file, content, { mode: 0o600 })

test('With another secret, or none, nothing is restored unless it is said that the secret is lost', async () => {
  const { target } = shared
  const dataDir = newInstallation()
  writeFileSync(join(dataDir, 'secret'), 'another secret, and also long enough')
  expect(await run(restoreCommand, dataDir, [target])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/is another \(key id/),
  })
  rmSync(join(dataDir, 'secret'))
  expect(await run(restoreCommand, dataDir, [target])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/there is none in/),
  })
  expect(readdirSync(dataDir)).toEqual([])
  // Past the question of the secret, it comes to the next.
  mkdirSync(join(dataDir, 'postgres/cluster'), { recursive: true })
  await expect(run(restoreCommand, dataDir, [target, '--without-secret'])).rejects.toThrow(/There is a database/)
})

test('A backup of a later version is refused before anything is moved', async () => {
  const later = await readManifest(shared.target)
  await writeManifest(folder, { ...later, migrations: [...later.migrations, '9999_later.sql'] })
  expect(await run(restoreCommand, newInstallation(), [folder])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/later version.*9999_later\.sql/),
  })
})

test(
  'Restoring signs everybody out',
  async () => {
    expect(await ask(server, 'select from session where ended_at is null limit 1')).toHaveLength(1)
    const { target } = shared
    const dataDir = newInstallation()
    await run(restoreCommand, dataDir, [target])
    expect(await opened(dataDir, (restored) => ask(restored, 'select from session where ended_at is null'))).toEqual([])
  },
  patience,
)

test(
  'A restored record that was changed is named, and the command fails',
  async () => {
    await ask(server, "select access.record_link(gen_random_uuid(), null, 'admin', 'test.act', '', '', '', '')")
    await ask(server, "update record_entry set reason = 'changed'")
    const { target } = await backUp()
    const done = await run(restoreCommand, newInstallation(), [target])
    await ask(server, 'delete from record_entry; delete from record_head')
    expect(done).toMatchObject({
      code: 1,
      said: expect.stringMatching(/The access record is broken: chain .* entry 1/),
    })
  },
  patience,
)

test(
  'A drill compares every table while people write, and leaves nothing behind',
  async () => {
    const writing = writers(1_000_000)
    await expect.poll(() => writing.confirmed.length).toBeGreaterThan(20)
    mkdirSync(join(source, 'drill-killed/postgres'), { recursive: true })
    const { code, said } = await run(drillCommand, source, [])
    await writing.end()
    expect(said).toMatch(/^Same +public\.written: [1-9]\d* rows$/m)
    expect(said).toMatch(/^Same +public\.organisation: 5 rows$/m)
    expect(said).toMatch(/tables compared, 0 different\./)
    expect(said).toContain('The access record is whole')
    expect(code).toBe(0)
    expect(readdirSync(source).toSorted()).toEqual(['drill.lock', 'postgres', 'secret'])
  },
  patience,
)

test(
  'A drill names the tables in which the copy is not the same',
  async () => {
    await ask(server, "truncate written; insert into written select n, 'x' from generate_series(1, 3) n")
    const spoil = async (connection: pg.ClientConfig) => {
      const client = new pg.Client(connection)
      await client.connect()
      await client.query("update written set filler = 'y' where n = 2; delete from membership; drop table draft")
      await client.end()
    }
    const options = { dir: join(source, 'postgres'), workFolder: source, program: '', keyId: null, log: () => {} }
    const { tables, surplus } = await drill({ ...options, look: spoil })
    const different = tables.filter(({ live, restored }) => live.hash !== restored?.hash)
    expect(different.map(({ table, live, restored }) => [table, live.rows, restored?.rows])).toEqual([
      ['public.draft', 0, undefined],
      ['public.membership', 5, 0],
      ['public.written', 3, 3],
    ])
    expect(surplus).toEqual([])
  },
  patience,
)

test('While a drill takes its two copies nobody can write, and the moment after everybody can', async () => {
  const connection = { ...server.connection, database: 'throughline' }
  const live = new pg.Client(connection)
  await live.connect()
  let wrote = false
  let writing: Promise<void> | undefined
  await standStill(connection, live, async () => {
    writing = ask(server, 'insert into written values (-1)').then(() => {
      wrote = true
    })
    await sleep(300)
    expect(wrote).toBe(false)
  })
  await writing
  expect((await live.query('select from written where n = -1')).rowCount).toBe(0)
  await live.end()
})

test('An external PostgreSQL is left to its own tools, which are named', async () => {
  const env = { DATABASE_URL: 'postgres://a:b@db.example/throughline', SECRET: secret }
  for (const [command, args] of [
    [backupCommand, ['x']],
    [restoreCommand, ['x']],
    [drillCommand, []],
  ] as const)
    expect(await run(command, folder, args, env)).toMatchObject({
      code: 2,
      said: expect.stringMatching(/pg_dump, pg_basebackup or pgBackRest/),
    })
})

test('Words that a command does not know get its usage', async () => {
  for (const [command, args] of [
    [backupCommand, []],
    [backupCommand, ['a', 'b']],
    [backupCommand, ['a', '--force']],
    [restoreCommand, ['a', '--yes']],
    [drillCommand, ['a']],
  ] as const)
    expect(await run(command, folder, args)).toEqual({
      code: 2,
      said: expect.stringContaining(`Usage: throughline ${command.name}`),
    })
})
