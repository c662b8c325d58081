import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isSystemError, writeNewFile } from './files.ts'

const fileName = 'manifest.json'

/** Where in a backup the files of the database lie. */
export const clusterFolder = 'cluster'

// The folder may come back from anywhere: a path in it never leads out of it.
const path = z.string().regex(/^(?!.*(^|\/)\.{1,2}(\/|$))[\w.-]+(\/[\w.-]+)*$/)

const content = z.strictObject({
  format: z.literal(1),
  /** What was acknowledged by then is in it. */
  madeAt: z.iso.datetime(),
  /** The Throughline that made it. */
  program: z.string(),
  postgres: z.strictObject({ version: z.string(), major: z.number().int() }),
  /** The migrations that the database has run. */
  migrations: z.array(z.string()),
  /** Tells the installation's secret from another one, and not what it is; null where there was none. */
  keyId: z.string().nullable(),
  lsn: z.strictObject({ start: z.string(), stop: z.string() }),
  folders: z.array(path),
  files: z.array(z.strictObject({ path, size: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

const manifest = content.extend({ sha256: z.string() })

/** What a backup says of itself. */
export type Manifest = z.infer<typeof content>

// Parsed first, which puts the fields in the order of the schema: equal content hashes alike.
const hashOf = (value: Manifest): string =>
  createHash('sha256')
    .update(JSON.stringify(content.parse(value)))
    .digest('hex')

/** Written last: a folder without it is no backup. */
export const writeManifest = async (folder: string, value: Manifest): Promise<void> => {
  await writeNewFile(join(folder, fileName), `${JSON.stringify({ ...value, sha256: hashOf(value) }, null, 1)}\n`)
}

/** @throws Error in words, where the folder holds no finished backup or its list was changed */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, fileName), 'utf8').catch((error: unknown) => {
    if (!isSystemError(error, 'ENOENT') && !isSystemError(error, 'ENOTDIR')) throw error
    throw new Error(`${folder} holds no finished backup: there is no ${fileName} in it.`)
  })
  const read = manifest.safeParse(asJson(text))
  if (!read.success)
    throw new Error(`${join(folder, fileName)} cannot be read: it was damaged, or a later Throughline wrote it.`)
  const { sha256, ...value } = read.data
  if (sha256 !== hashOf(value)) throw new Error(`${join(folder, fileName)} was changed after the backup was made.`)
  return value
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null // the schema refuses it, in our words
  }
}
