import type pg from 'pg'
import type { OfflineCommand } from '../module.ts'
import { type Compared, drill } from './drill.ts'
import { presentKeyId } from './key-id.ts'
import { inSeconds, withEmbedded } from './prepared.ts'
import { sayVerified } from './say-verified.ts'

const usage = 'drill'

/** `throughline drill`: shows that a backup made now could be restored. */
export const drillCommand: OfflineCommand = {
  name: 'drill',
  usage,
  summary: 'back up, restore beside it, compare every table, and remove the copy: shows that a backup would help',
  runOffline: (given) =>
    withEmbedded(given, { usage, takesFolder: false }, async ({ dir, program }) => {
      const { config, note, print } = given
      let verified = 1
      const look = async (connection: pg.ClientConfig) => {
        verified = await sayVerified(connection, print)
      }
      const keyId = presentKeyId(config)
      const { tables, surplus, seconds } = await drill({
        dir,
        workFolder: config.dataDir,
        program,
        keyId,
        log: note,
        look,
      })
      for (const compared of tables) print(lineOf(compared))
      for (const table of surplus) print(`DIFFERENT  ${table}: only in the copy`)
      const different = tables.filter((compared) => !isSame(compared)).length + surplus.length
      print(`${tables.length} tables compared, ${different} different.`)
      print(
        `Backup ${inSeconds(seconds.backup)}, restore ${inSeconds(seconds.restore)}, comparison ${inSeconds(seconds.compare)}. The copy has been removed.`,
      )
      return different === 0 ? verified : 1
    }),
}

const isSame = ({ live, restored }: Compared): boolean =>
  restored !== null && live.rows === restored.rows && live.hash === restored.hash

const lineOf = (compared: Compared): string => {
  const { table, live, restored } = compared
  if (isSame(compared)) return `Same       ${table}: ${live.rows} rows`
  return `DIFFERENT  ${table}: ${live.rows} rows, in the copy ${restored === null ? 'no such table' : `${restored.rows} rows`}`
}
