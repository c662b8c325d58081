import type { Command } from '../module.ts'
import { verifyRecord } from './verify.ts'

/** `throughline verify`: is the access record whole? Names the first broken link of each organisation's chain. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify',
  summary: 'check that nobody has changed the access record: names the first broken link of each chain',
  run: async ({ db, args, print }) => {
    if (args.length > 0) {
      process.stderr.write(`verify takes no options, and was given ${args.join(' ')}.\nUsage: throughline verify\n`)
      return 2
    }
    const { entries, chains, breaks } = await db.read({ role: 'r_command' }, verifyRecord)
    for (const { chain, seq, says } of breaks) print(`Broken: chain ${chain}, entry ${seq}: ${says}.`)
    print(
      breaks.length === 0
        ? `Whole: ${entries} entries in ${chains} chains.`
        : `${breaks.length} of ${chains} chains broken.`,
    )
    return breaks.length === 0 ? 0 : 1
  },
}
