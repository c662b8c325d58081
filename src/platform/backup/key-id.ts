import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyedHash } from '../access/tokens.ts'
import type { Config } from '../config.ts'
import { isSystemError } from './files.ts'

/** Tells one secret from another without telling anything of either. */
export const keyIdOf = (secret: string): string => keyedHash(secret, 'key id', 'backup').subarray(0, 8).toString('hex')

/** The key id of the installation's secret; null where it has none yet. Unlike `installationSecret` it makes none. */
export const presentKeyId = (config: Pick<Config, 'secret' | 'dataDir'>): string | null => {
  if (config.secret !== null) return keyIdOf(config.secret)
  try {
    return keyIdOf(readFileSync(join(config.dataDir, 'secret'), 'utf8').trim())
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null
    throw error
  }
}
