import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/platform/db/embedded/index.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { languagePages } from './language-pages.ts'
import {
  generatedForBrowser,
  generatedForBrowserLater,
  generatedRules,
  makeRules,
  makeRulesForBrowser,
  makeRulesForBrowserLater,
} from './language-rules.ts'

/**
 * Makes the generated files anew and compares: db/schema.ts from the tables that the migrations make, and the
 * rules of the wording checker, with their pages in docs/, from their YAML files.
 * With --write (npm run db:types) it writes them.
 */
const root = join(import.meta.dirname, '..')
const isWriting = process.argv.includes('--write')

const typesOfTables = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-types-'))
  const server = await startEmbedded({ dir: join(folder, 'postgres'), log: () => {}, disposable: true })
  try {
    const client = new pg.Client(server.connection)
    await client.connect()
    await client.query('create database throughline')
    await client.end()
    await migrate({ connection: { ...server.connection, database: 'throughline' }, folder: join(root, 'db') })
    const url = `postgres://postgres@/throughline?host=${encodeURIComponent(server.connection.host)}`
    const file = join(folder, 'schema.ts')
    const args = [
      ...['--dialect', 'postgres', '--url', url, '--out-file', file],
      // A date is a day, not a moment in somebody's time zone.
      ...['--date-parser', 'string', '--default-schema', 'public', '--include-pattern', 'public.*'],
    ]
    const done = spawnSync(process.execPath, [join(root, 'node_modules/.bin/kysely-codegen'), ...args], {
      encoding: 'utf8',
    })
    if (done.status !== 0) throw new Error(`kysely-codegen: ${done.stdout}${done.stderr}`)
    return readFileSync(file, 'utf8')
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const generated: { file: string; make: () => Promise<string> }[] = [
  { file: generatedRules, make: makeRules },
  { file: generatedForBrowser, make: makeRulesForBrowser },
  { file: generatedForBrowserLater, make: makeRulesForBrowserLater },
  ...languagePages(),
  { file: 'db/schema.ts', make: typesOfTables },
]

const contentOf = (file: string): string | null => {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return null
  }
}

for (const { file, make } of generated) {
  const made = await make()
  if (made === contentOf(file)) {
    console.log(`${file} is as its sources make it`)
  } else if (isWriting) {
    writeFileSync(join(root, file), made)
    console.log(`${file} was written`)
  } else {
    console.error(`${file} is not what its sources make. Run npm run db:types and look at what changes.`)
    process.exitCode = 1
  }
}
