import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** A lock that is held until it is released or its process ends, however that ends. */
export type Hold = { release(): void }

// Node offers no flock. SQLite, which is part of Node, takes the kernel's own file locks: they vanish with a process
// killed at any moment, so there is no stale lock to recognise by a process number that may since be another's.
const BUSY = 5

const hold = (file: string, begin: readonly string[]): Hold | null => {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    for (const statement of begin) database.exec(statement)
    return { release: () => database.isOpen && database.close() }
  } catch (error) {
    database.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return null
    throw error
  }
}

/** Takes the file's lock for itself alone; null while anybody else holds it, alone or shared. */
export const tryExclusive = (file: string): Hold | null => hold(file, ['begin exclusive'])

/** Takes a share in the file's lock; null while somebody holds it alone. */
export const tryShared = (file: string): Hold | null => hold(file, ['begin', 'select 1 from sqlite_schema'])

/** Takes the file's lock for itself alone, waiting for whoever holds it. Throws after `timeoutMs`. */
export const waitExclusive = async (file: string, timeoutMs: number): Promise<Hold> => {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const held = tryExclusive(file)
    if (held) return held
    if (performance.now() > deadline)
      throw new Error(`Another process has held ${file} for ${timeoutMs / 1000} seconds`)
    await sleep(20)
  }
}
