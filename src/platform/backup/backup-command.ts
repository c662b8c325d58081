import { join } from 'node:path'
import type { OfflineCommand } from '../module.ts'
import { presentKeyId } from './key-id.ts'
import { secondsSince, withEmbedded } from './prepared.ts'
import { takeBackup } from './take.ts'

const usage = 'backup FOLDER'

/** `throughline backup FOLDER`: a copy of the built-in database, made while people work. */
export const backupCommand: OfflineCommand = {
  name: 'backup',
  usage,
  summary: 'copy the built-in database into a new folder, while people work',
  runOffline: (given) =>
    withEmbedded(given, { usage, takesFolder: true }, async ({ dir, folder, program }) => {
      const started = performance.now()
      const { config, note, print } = given
      const keyId = presentKeyId(config)
      const { files, madeAt } = await takeBackup({ dir, folder, program, keyId, log: note })
      const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 1_000_000
      print(
        `Backed up into ${folder}: ${files.length} files, ${megabytes.toFixed(1)} MB, in ${secondsSince(started)}. Everything saved by ${madeAt} is in it.`,
      )
      const secret = config.secret === null ? join(config.dataDir, 'secret') : 'SECRET'
      print(
        keyId === null
          ? 'There is no secret yet.'
          : `The secret (key id ${keyId}) is not in it. Keep ${secret} in another place: what is sealed opens with it only.`,
      )
      return 0
    }),
}
