import { sql } from 'kysely'
import type { WriteDb } from '#platform/db/connection.ts'
import type { FigureLine, PublishedFile } from './read-file.ts'

/** The row of a file: that of the same bytes where they were loaded before. */
const fileIdOf = async ({ q }: WriteDb, name: string, { source, sha256 }: PublishedFile): Promise<string> => {
  const known = await q.selectFrom('published_file').select('id').where('sha256', '=', sha256).executeTakeFirst()
  if (known !== undefined) return known.id
  const { id } = await q
    .insertInto('published_file')
    .values({ source, name, sha256 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

// A statement holds 65,535 values at most, and each line is six.
const atOnce = 5000

/**
 * Keeps what a file holds. What another file said of the same authority, year and column before is replaced: the later load wins. In the role `r_command`.
 * `name`: the file's own, without its folder.
 */
export const keepPublished = async (db: WriteDb, name: string, file: PublishedFile): Promise<void> => {
  const fileId = await fileIdOf(db, name, file)
  for (let start = 0; start < file.lines.length; start += atOnce) {
    await db.q
      .insertInto('published_figure')
      .values(file.lines.slice(start, start + atOnce).map((line) => rowOf(line, fileId)))
      .onConflict((conflict) =>
        conflict.columns(['authority_code', 'year', 'name']).doUpdateSet({
          file_id: sql`excluded.file_id`,
          status: sql`excluded.status`,
          value: sql`excluded.value`,
        }),
      )
      .execute()
  }
}

const rowOf = ({ authorityCode, year, name, figure }: FigureLine, fileId: string) => ({
  authority_code: authorityCode,
  year,
  name,
  file_id: fileId,
  status: typeof figure === 'number' ? 'shown' : figure,
  value: typeof figure === 'number' ? figure : null,
})
