import { randomUUID } from 'node:crypto'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { type KeyedFamily, readFamilySealer, takeFamilySealer } from '../vault/index.ts'
import type { Attachment } from './attachment.ts'
import { endingOf, typeOf } from './file-type.ts'

/** Where a sealed file lies: moved to another row, it does not open. */
const place = ({ id, authorityId }: KeyedFamily, attachmentId: string): string =>
  `attachment|${authorityId}|${id}|${attachmentId}`

type To = {
  readonly family: KeyedFamily
  readonly noteId: string | null
  readonly personId: string
  readonly secret: string
}

/** Seals a file with the family's key and keeps it. Returns its id. */
export const addAttachment = async (
  db: WriteDb,
  { family, noteId, personId, secret }: To,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<string> => {
  const type = typeOf(file.name)
  if (type === null) throw new Error('a file of this type is not kept')
  const sealer = await takeFamilySealer(db, secret, family)
  const id = randomUUID()
  await db.q
    .insertInto('attachment')
    .values({
      id,
      authority_id: family.authorityId,
      family_id: family.id,
      note_id: noteId,
      name: file.name,
      type,
      bytes: file.bytes.length,
      sealed: sealer.seal(file.bytes, place(family, id)),
      added_by: personId,
    })
    .execute()
  return id
}

/** The files of a note, in the order in which they came. */
export const readAttachments = async (db: ReadDb, noteId: string): Promise<readonly Attachment[]> =>
  db.q
    .selectFrom('attachment')
    .select(['id', 'name', 'bytes'])
    .where('note_id', '=', noteId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

/** What is in a file of a family; null where there is none that the person may open. */
export const openAttachment = async (
  db: ReadDb,
  secret: string,
  family: KeyedFamily,
  id: string,
): Promise<{ readonly body: Buffer; readonly ending: string } | null> => {
  const row = await db.q
    .selectFrom('attachment')
    .select(['name', 'sealed'])
    .where('family_id', '=', family.id)
    .where('id', '=', id)
    .executeTakeFirst()
  const sealer = row && (await readFamilySealer(db, secret, family))
  return row && sealer ? { body: sealer.open(row.sealed, place(family, id)), ending: endingOf(row.name) } : null
}
