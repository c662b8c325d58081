import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { OfflineGiven } from '../module.ts'

/** Exit code: asked in words that the command does not know, or of a database that is not ours to copy. */
export const MISUNDERSTOOD = 2

/** What all commands of this folder need. */
export type Prepared = {
  /** The folder of the built-in PostgreSQL. */
  readonly dir: string
  /** The version of this program. */
  readonly program: string
  /** The folder named on the command line, absolute; '' where the command takes none. */
  readonly folder: string
  readonly has: (option: string) => boolean
}

const elsewhere = `This installation uses a PostgreSQL of your own (DATABASE_URL). Throughline neither backs that up nor restores it.
Use pg_dump, pg_basebackup or pgBackRest there: docs/running/back-up.md says how.`

/** Reads the command line and finds the built-in database. Says what is wrong and returns `MISUNDERSTOOD`, or does the work. */
export const withEmbedded = async (
  given: OfflineGiven,
  { usage, takesFolder, options = [] }: { usage: string; takesFolder: boolean; options?: readonly string[] },
  work: (prepared: Prepared) => Promise<number>,
): Promise<number> => {
  const { config, home, note, args } = given
  const asked = understand(args, options)
  const [folder = '', ...more] = asked?.positionals ?? []
  if (asked === null || more.length > 0 || (folder !== '') !== takesFolder) {
    note(`Usage: throughline ${usage}`)
    return MISUNDERSTOOD
  }
  if (config.database.kind === 'external') {
    note(elsewhere)
    return MISUNDERSTOOD
  }
  return work({
    dir: config.database.dir,
    program: versionOf(home),
    // Folders named on the command line are the caller's, wherever the program itself runs (bin/throughline.mjs).
    folder: folder === '' ? '' : resolve(process.env['INIT_CWD'] ?? process.cwd(), folder),
    has: (option) => asked.values[option] === true,
  })
}

const understand = (args: readonly string[], options: readonly string[]) => {
  try {
    const known = Object.fromEntries(options.map((name) => [name, { type: 'boolean' } as const]))
    return parseArgs({ args: [...args], allowPositionals: true, options: known })
  } catch {
    return null // an option that there is not
  }
}

const versionOf = (home: string): string => {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return String(version)
}

/** '3.2 s', since a moment of `performance.now()`. */
export const secondsSince = (started: number): string => inSeconds((performance.now() - started) / 1000)

/** '3.2 s' */
export const inSeconds = (seconds: number): string => `${seconds.toFixed(1)} s`
