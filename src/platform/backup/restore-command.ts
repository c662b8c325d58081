import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../db/embedded/index.ts'
import { databaseName } from '../db/open.ts'
import type { OfflineCommand, OfflineGiven } from '../module.ts'
import { presentKeyId } from './key-id.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { withEmbedded } from './prepared.ts'
import { putBack } from './restore.ts'
import { sayVerified } from './say-verified.ts'

const usage = 'restore FOLDER [--move-aside] [--without-secret]'

/** `throughline restore FOLDER`: puts the database of a backup in place, checks it, and signs everybody out. */
export const restoreCommand: OfflineCommand = {
  name: 'restore',
  usage,
  summary:
    'put the database of a backup in place and check it; --move-aside keeps the one that is there under another name',
  runOffline: (given) =>
    withEmbedded(
      given,
      { usage, takesFolder: true, options: ['move-aside', 'without-secret'] },
      async ({ dir, folder, has }) => {
        const manifest = await readManifest(folder)
        const problem =
          migrationProblem(given, manifest) ?? (has('without-secret') ? null : secretProblem(given, manifest))
        if (problem !== null) {
          given.note(problem)
          return 1
        }
        const { aside } = await putBack({ folder, dir, mayMoveAside: has('move-aside') })
        given.print(
          `Restored the backup of ${manifest.madeAt} into ${dir}: ${manifest.files.length} files, each as it was made.`,
        )
        if (aside !== null) given.print(`The database that was there is kept in ${aside}.`)
        return startAndCheck(dir, given)
      },
    ),
}

/** A database from a later version would not start here; better said before anything is moved. */
const migrationProblem = ({ home }: OfflineGiven, { migrations, program }: Manifest): string | null => {
  const folder = join(home, 'db/migrations')
  const known = existsSync(folder) ? readdirSync(folder) : []
  const later = migrations.find((name) => !known.includes(name))
  return later === undefined
    ? null
    : `The backup is of a later version (${program}): it has run ${later}, which this one does not have. Nothing was changed.`
}

const secretProblem = ({ config }: OfflineGiven, { keyId }: Manifest): string | null => {
  const present = presentKeyId(config)
  if (keyId === null || keyId === present) return null
  const place = config.secret === null ? join(config.dataDir, 'secret') : 'SECRET'
  const state = present === null ? `there is none in ${place}` : `${place} is another (key id ${present})`
  return (
    `The backup goes with the secret of key id ${keyId}, and ${state}. Nothing was changed. Put the right one there and try again.\n` +
    'If it is lost, --without-secret restores all the same. Authenticator apps, drafts and unsent messages then do not open.'
  )
}

const startAndCheck = async (dir: string, given: OfflineGiven): Promise<number> => {
  const server = await startEmbedded({ dir, log: given.note })
  try {
    const connection = { ...server.connection, database: databaseName }
    await endSessions(connection)
    given.print('Everybody has been signed out.')
    return await sayVerified(connection, given.print)
  } finally {
    await server.stop()
  }
}

/** A session ended since the backup was made, a leaver's say, must not live again. */
const endSessions = async (connection: pg.ClientConfig): Promise<void> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('update session set ended_at = statement_timestamp() where ended_at is null')
  } finally {
    await client.end()
  }
}
