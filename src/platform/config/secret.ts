import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret that signs cookies: the one configured, otherwise one made once and kept in `DATA_DIR/secret`, for its owner only.
 * Throws when the file there has been damaged.
 */
export const installationSecret = (config: { secret: string | null; dataDir: string }): string => {
  if (config.secret) return config.secret
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const file = join(config.dataDir, 'secret')
  const draft = `${file}.${process.pid}`
  // Written whole and then given its name, which fails where there is one: of two programs starting at once both read the same.
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  chmodSync(file, 0o600)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new Error(
    `${file} holds less than 32 characters. Put it back from a backup, or remove it: everybody then signs in again.`,
  )
}
