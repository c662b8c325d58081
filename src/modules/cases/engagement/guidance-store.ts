import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { GuidanceLink } from './guidance.ts'

/** Where the partnerships of whoever asks keep their guidance. */
export const readGuidance = async (db: ReadDb): Promise<GuidanceLink[]> =>
  db.q
    .selectFrom('guidance_link')
    .select(['id', 'question', 'title', 'url', 'sort'])
    .orderBy('question')
    .orderBy('sort')
    .orderBy('title')
    .orderBy('id')
    .execute()

export const insertGuidance = async (
  db: WriteDb,
  partnershipId: string,
  link: Pick<GuidanceLink, 'question' | 'title' | 'url'>,
): Promise<string> => {
  const { id } = await db.q
    .insertInto('guidance_link')
    .values({ partnership_id: partnershipId, ...link })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False where somebody changed or took it away since it was `seen`. */
export const updateGuidance = async (
  db: WriteDb,
  seen: GuidanceLink,
  to: Pick<GuidanceLink, 'title' | 'url'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('guidance_link')
    .set(to)
    .where('id', '=', seen.id)
    .where('title', '=', seen.title)
    .where('url', '=', seen.url)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const deleteGuidance = async (db: WriteDb, id: string): Promise<void> => {
  await db.q.deleteFrom('guidance_link').where('id', '=', id).execute()
}
