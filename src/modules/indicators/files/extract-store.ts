import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Sealer } from '#platform/access/sealing.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { Extract } from '../readers/extract.ts'
import type { ReturnFile } from './return-file.ts'
import { readFiles } from './store.ts'

const [zip, unzip] = [promisify(gzip), promisify(gunzip)]

// A sealed value that is moved to another row, or another borough's key, does not open.
/** Where the key of a borough lies, for its sealing. */
export const keyPlace = (authorityId: string): string => `return_key|sealed|${authorityId}`
const extractPlace = (fileId: string): string => `return_file|extract|${fileId}`

const readSealedKey = async (db: ReadDb, authorityId: string): Promise<Buffer | null> => {
  const row = await db.q
    .selectFrom('return_key')
    .select('sealed')
    .where('authority_id', '=', authorityId)
    .executeTakeFirst()
  return row?.sealed ?? null
}

/** The key under which a borough's children leave their prints; null before its first file. */
export const readKey = async (db: ReadDb, sealer: Sealer, authorityId: string): Promise<Buffer | null> => {
  const sealed = await readSealedKey(db, authorityId)
  return sealed === null ? null : sealer.open(sealed, keyPlace(authorityId))
}

/** The same for taking a file in: made with the first one. Two at once get the same key, else the same child would have two prints. */
export const takeKey = async (db: WriteDb, sealer: Sealer, authorityId: string): Promise<Buffer> => {
  const known = await readKey(db, sealer, authorityId)
  if (known !== null) return known
  await db.q
    .insertInto('return_key')
    .values({ authority_id: authorityId, sealed: sealer.seal(randomBytes(32), keyPlace(authorityId)) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const key = await readKey(db, sealer, authorityId)
  if (key === null) throw new Error('the key of a borough was neither made nor found')
  return key
}

/** An extract as it is kept: JSON, packed, sealed for this file. */
export const sealExtract = async (sealer: Sealer, fileId: string, extract: Extract): Promise<Buffer> =>
  sealer.seal(await zip(JSON.stringify(extract)), extractPlace(fileId))

const openExtract = async (sealer: Sealer, fileId: string, sealed: Buffer): Promise<Extract> =>
  // sealed under our own key by the function above, so its shape is ours
  JSON.parse((await unzip(sealer.open(sealed, extractPlace(fileId)))).toString('utf8')) as Extract

/** A file that counts, with what was taken out of it. */
export type OpenedFile = { readonly file: ReturnFile; readonly extract: Extract }

/**
 * All files of a borough that have not been withdrawn, with their extracts, in the order in which they were uploaded. Only in the role of its analyst.
 * @throws where an extract was moved, changed, or sealed under a secret that is not configured any more.
 */
export const openExtracts = async (db: ReadDb, sealer: Sealer, authorityId: string): Promise<readonly OpenedFile[]> => {
  const files = (await readFiles(db, authorityId)).filter(({ withdrawn }) => withdrawn === null)
  const opened: OpenedFile[] = []
  // One after the other: each is large while it is open.
  for (const file of files.toSorted((a, b) => a.uploadedAt.getTime() - b.uploadedAt.getTime())) {
    const row = await db.q.selectFrom('return_file').select('extract').where('id', '=', file.id).executeTakeFirst()
    if (row?.extract) opened.push({ file, extract: await openExtract(sealer, file.id, row.extract) })
  }
  return opened
}
