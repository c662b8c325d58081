import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openDatabase } from '../db/connection.ts'
import { startEmbedded } from '../db/embedded/index.ts'
import { databaseName } from '../db/open.ts'
import type { OfflineCommand, OfflineGiven } from '../module.ts'
import { verifyRecord } from '../record/verify.ts'
import { drill } from './drill.ts'
import { keyIdOf, presentKeyId } from './key-id.ts'
import { readManifest } from './manifest.ts'
import { putBack } from './restore.ts'
import { takeBackup } from './take.ts'

const elsewhere = `This installation uses a PostgreSQL of your own (DATABASE_URL), which Throughline does not back up or restore.
Use pg_dump, pg_basebackup or pgBackRest there: docs/running/back-up.md says how.`

/** Asked in words that the command does not know. */
const misunderstood = 2

export const backupCommand: OfflineCommand = {
  name: 'backup',
  usage: 'backup FOLDER',
  summary: 'copy the built-in database into a new folder while people work',
  runOffline: (given) =>
    withFolder(given, 'backup FOLDER', async ({ dir, folder, program }) => {
      const started = performance.now()
      const keyId = presentKeyId(given.config)
      const { files, madeAt } = await takeBackup({ dir, folder, program, keyId, log: given.note })
      const size = files.reduce((sum, file) => sum + file.size, 0)
      given.print(`Backed up into ${folder}: ${files.length} files, ${megabytes(size)}, ${seconds(started)}, as of ${madeAt}.`)
      given.print(`The secret is not in it (key id ${keyId ?? 'none: there is no secret yet'}). Keep ${secretPlace(given)} somewhere else.`)
      return 0
    }),
}

export const restoreCommand: OfflineCommand = {
  name: 'restore',
  usage: 'restore FOLDER [--move-aside] [--without-secret]',
  summary: 'put the database of a backup in place, where there is none or with --move-aside, and check the access record',
  runOffline: (given) =>
    withFolder(given, 'restore FOLDER [--move-aside] [--without-secret]', async ({ dir, folder, options }) => {
      const problem = await secretProblem(given, folder, options['without-secret'] === true)
      if (problem !== null) {
        given.note(problem)
        return 1
      }
      const { manifest, aside } = await putBack({ folder, dir, mayMoveAside: options['move-aside'] === true })
      given.print(`Restored the backup of ${manifest.madeAt} into ${dir}: ${manifest.files.length} files, each as it was made.`)
      if (aside !== null) given.print(`The database that was there is kept in ${aside}.`)
      return afterRestore(dir, given)
    }),
}

export const drillCommand: OfflineCommand = {
  name: 'drill',
  usage: 'drill',
  summary: 'back up, restore beside it, compare every table, and remove the copy: shows that a backup would help',
  runOffline: (given) =>
    withEmbedded(given, 'drill', 0, async ({ dir, program }) => {
      let code = 0
      const look = async (connection: pg.ClientConfig) => {
        code = await verify(connection, given)
      }
      const keyId = presentKeyId(given.config)
      const result = await drill({ dir, workFolder: given.config.dataDir, program, keyId, log: given.note, look })
      const wrong = result.tables.filter(({ live, restored }) => restored === null || live.rows !== restored.rows || live.hash !== restored.hash)
      for (const { table, live, restored } of result.tables) {
        const same = !wrong.some((each) => each.table === table)
        given.print(`${same ? 'Same' : 'DIFFERENT'}  ${table}: ${live.rows} rows${same ? '' : `, restored ${restored?.rows ?? 'no table'}`}`)
      }
      for (const table of result.surplus) given.print(`DIFFERENT  ${table}: only in the copy`)
      const { backup, restore, compare } = result.seconds
      const bad = wrong.length + result.surplus.length
      given.print(`${result.tables.length} tables compared, ${bad} different. Backup ${round(backup)} s, restore ${round(restore)} s, comparison ${round(compare)} s. The copy is removed.`)
      return bad === 0 ? code : 1
    }),
}

type Prepared = { readonly dir: string; readonly program: string; readonly rest: readonly string[]; readonly options: Readonly<Record<string, boolean | undefined>> }

const known = { 'move-aside': { type: 'boolean' }, 'without-secret': { type: 'boolean' } } as const

const withEmbedded = async (given: OfflineGiven, usage: string, places: number, work: (prepared: Prepared) => Promise<number>): Promise<number> => {
  const { config, home, note } = given
  const asked = understand(given.args, usage.includes('--move-aside'))
  if (asked === null || asked.positionals.length !== places) {
    note(`Usage: throughline ${usage}`)
    return misunderstood
  }
  if (config.database.kind === 'external') {
    note(elsewhere)
    return misunderstood
  }
  return work({ dir: config.database.dir, program: versionOf(home), rest: asked.positionals, options: asked.values })
}

const understand = (args: readonly string[], withOptions: boolean) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: withOptions ? known : {} })
  } catch {
    return null // an option that there is not
  }
}
