import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from './index.ts'

// Only root can act as another account; an ordinary one is itself the case that these tests need.
const testAsRoot = (title: string, work: () => void | Promise<void>) => process.getuid?.() === 0 && test(title, work)

let folder: string
const running: EmbeddedServer[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-'))
})

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (dir = join(folder, 'postgres')): Promise<EmbeddedServer> => {
  const server = await startEmbedded({ dir, log: () => {}, disposable: true })
  running.push(server)
  return server
}

const ask = async (server: Pick<EmbeddedServer, 'connection'>, sql: string): Promise<unknown[]> => {
  const client = new pg.Client(server.connection)
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** A program that starts the server, says so, and then waits for a line that tells it what to do. */
const program = `
  import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
  const server = await startEmbedded({ dir: process.argv[1], log: () => {}, disposable: true })
  console.log(JSON.stringify({ adopted: server.adopted, connection: server.connection }))
  process.stdin.once('data', async () => { console.log(await server.stop()); process.exit(0) })
`
type Other = { process: ChildProcess; says(): Promise<string>; stop(): Promise<string> }
const otherProcess = (dir: string, identity: { uid?: number; gid?: number } = {}): Other => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, dir], {
    ...identity,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const says = async () => String((await once(child.stdout, 'data'))[0]).trim()
  return {
    process: child,
    says,
    stop: () => {
      child.stdin.write('stop\n')
      return says()
    },
  }
}

test('The database is made once, in UTF-8, sorted by code point and with checksums, and what it holds outlives a stop', async () => {
  const first = await start()
  expect(first.adopted).toBe(false)
  expect(
    await ask(
      first,
      `select current_setting('server_encoding'), current_setting('data_checksums'), datlocprovider::text, datlocale
       from pg_database where datname = 'template1'`,
    ),
  ).toEqual(['UTF8', 'on', 'b', 'C.UTF-8'])
  await ask(first, `create table kept as select 'Ann' as name`)
  expect(await first.stop()).toBe('stopped')

  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second, 'select name from kept')).toEqual(['Ann'])
})

test('Nobody but the owner can come near it: no network, a private folder and a private socket', async () => {
  const server = await start()
  expect(await ask(server, `select current_setting('listen_addresses')`)).toEqual([''])
  expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
  expect(statSync(join(server.connection.host, '.s.PGSQL.5432')).mode & 0o777).toBe(0o700)
})

test('The server of a killed program runs on and its successor takes it up', async () => {
  const dir = join(folder, 'postgres')
  const killed = otherProcess(dir)
  expect(JSON.parse(await killed.says())).toMatchObject({ adopted: false })
  killed.process.kill('SIGKILL')
  await once(killed.process, 'exit')

  const successor = await start(dir)
  expect(successor.adopted).toBe(true)
  expect(await ask(successor, 'select 1')).toEqual([1])
  expect(await successor.stop()).toBe('stopped')
  expect(existsSync(join(dir, 'cluster/postmaster.pid'))).toBe(false)
})

test('Of two programs starting at the same time one starts the server and the other takes it up, and the first to leave does not stop it', async () => {
  const dir = join(folder, 'postgres')
  const pair = [otherProcess(dir), otherProcess(dir)] as const
  const said = (await Promise.all(pair.map((one) => one.says()))).map(
    (line) => JSON.parse(line) as { adopted: boolean },
  )
  expect(said.map((one) => one.adopted).toSorted()).toEqual([false, true])
  // The one that started it goes first: the other still works.
  const [starter, adopter] = said[0]?.adopted ? [pair[1], pair[0]] : pair
  expect(await starter.stop()).toBe('left')
  expect(await adopter.stop()).toBe('stopped')
})

test('A program that leaves lets the server run', async () => {
  const server = await start()
  server.leave()
  expect(await ask(server, 'select 1')).toEqual([1])
  expect((await start()).adopted).toBe(true)
})

test('Data of another major version is refused, named, and left as it is', async () => {
  const server = await start()
  await server.stop()
  const version = join(folder, 'postgres/cluster/PG_VERSION')
  writeFileSync(version, '17\n')
  await expect(start()).rejects.toThrow(
    /made by PostgreSQL 17, and this Throughline brings PostgreSQL 18\. Nothing has been changed/,
  )
  expect(readFileSync(version, 'utf8')).toBe('17\n')
})

test('A folder that holds something else is not overwritten', async () => {
  mkdirSync(join(folder, 'postgres/cluster'), { recursive: true })
  writeFileSync(join(folder, 'postgres/cluster/notes.txt'), 'mine')
  await expect(start()).rejects.toThrow(/exists but holds no database/)
  expect(readFileSync(join(folder, 'postgres/cluster/notes.txt'), 'utf8')).toBe('mine')
})

test('A folder too deep for a socket, with spaces and commas in its name, works, and the second program finds it', async () => {
  const dir = join(folder, `a "deep", folder ${'x'.repeat(90)}`, 'postgres')
  const server = await start(dir)
  expect(Buffer.byteLength(server.connection.host)).toBeLessThan(90)
  expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
  const second = await start(dir)
  expect(second.connection).toEqual(server.connection)
  expect(await second.stop()).toBe('left')
  expect(await server.stop()).toBe('stopped')
  expect(existsSync(server.connection.host)).toBe(false)
})

test('A number left behind by a dead server and since given to another program does not keep it from starting', async () => {
  const server = await start()
  await server.stop()
  // As after the restart of a container: the number is that of a process that lives and has nothing to do with it.
  const stranger = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)'])
  const lines = [stranger.pid, join(folder, 'postgres/cluster'), 0, 5432, join(folder, 'postgres'), '', '', 'ready']
  writeFileSync(join(folder, 'postgres/cluster/postmaster.pid'), lines.join('\n'))
  writeFileSync(join(folder, 'postgres/.s.PGSQL.5432.lock'), `${stranger.pid}\n`)
  expect((await start()).adopted).toBe(false)
  stranger.kill()
})

test('Settings that could cost acknowledged rows or open the server to others are refused', async () => {
  const dir = join(folder, 'postgres')
  for (const settings of [{ fsync: 'off' }, { FSYNC: 'off' }, { listen_addresses: '*' }]) {
    await expect(startEmbedded({ dir, log: () => {}, settings })).rejects.toThrow(/does not let .* be changed/)
  }
})

test('Without being told otherwise it flushes everything to the disk', async () => {
  const server = await startEmbedded({ dir: join(folder, 'postgres'), log: () => {}, settings: { work_mem: '5MB' } })
  running.push(server)
  expect(
    await ask(
      server,
      `select current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'), current_setting('work_mem')`,
    ),
  ).toEqual(['on', 'on', 'on', '5MB'])
})

test('Names in a statement that failed are not written to the log of the server', async () => {
  const server = await start()
  await expect(ask(server, `select 'Marked Name'::int`)).rejects.toThrow(/Marked Name/)
  await server.stop()
  const log = readFileSync(join(folder, 'postgres/server.log'), 'utf8')
  expect(log).toContain('ready to accept connections')
  expect(log).not.toContain('Marked Name')
})

testAsRoot('Root takes up and starts the data of an ordinary account without taking it over', async () => {
  const dir = join(folder, 'postgres')
  chmodSync(folder, 0o755)
  mkdirSync(dir)
  chownSync(dir, 65534, 65534)
  const ordinary = otherProcess(dir, { uid: 65534, gid: 65534 })
  expect(JSON.parse(await ordinary.says())).toMatchObject({ adopted: false })
  const root = await start(dir)
  expect(root.adopted).toBe(true)
  expect(await root.stop()).toBe('left')
  expect(await ordinary.stop()).toBe('stopped')
  expect((await start(dir)).adopted).toBe(false)
  expect(statSync(join(dir, 'cluster/PG_VERSION')).uid).toBe(65534)
})
