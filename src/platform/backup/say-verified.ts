import type pg from 'pg'
import { openDatabase } from '../db/connection.ts'
import { verifyRecord } from '../record/verify.ts'

/** Checks the access record of a database, as `throughline verify` does, says what was found and returns the exit code. */
export const sayVerified = async (operator: pg.ClientConfig, print: (text: string) => void): Promise<number> => {
  const db = openDatabase({ ...operator, max: 1 })
  try {
    const { entries, chains, breaks } = await db.read({ role: 'r_command' }, verifyRecord)
    for (const { chain, seq, says } of breaks)
      print(`The access record is broken: chain ${chain}, entry ${seq}: ${says}.`)
    if (breaks.length === 0) print(`The access record is whole: ${entries} entries in ${chains} chains.`)
    return breaks.length === 0 ? 0 : 1
  } finally {
    await db.close()
  }
}
