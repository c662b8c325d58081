import { sql } from 'kysely'
import { z } from 'zod'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { checkSchema } from '../checks/index.ts'
import { figuresSchema } from '../definition/figures-shape.ts'
import { readStaff } from './staff.ts'
import { type Version, type VersionLine, versionFile, type Who } from './version.ts'

type Row = {
  id: string
  number: number
  reason: string | null
  made_by: string
  made_at: Date
  analyst_by: string | null
  analyst_at: Date | null
  analyst_note: string | null
  lead_by: string | null
  lead_at: Date | null
  lead_note: string | null
  given_up_by: string | null
  given_up_at: Date | null
  given_up_reason: string | null
}

const lines = (db: ReadDb, authorityId: string) =>
  db.q
    .selectFrom('change_version as v')
    .where('v.authority_id', '=', authorityId)
    .select(['v.id', 'v.number', 'v.reason', 'v.made_by', 'v.made_at'])
    .select(['v.analyst_by', 'v.analyst_at', 'v.analyst_note'])
    .select(['v.lead_by', 'v.lead_at', 'v.lead_note'])
    .select(['v.given_up_by', 'v.given_up_at', 'v.given_up_reason'])

type Names = Awaited<ReturnType<typeof readStaff>>

/** The names of everybody who did something with some versions. */
const readNames = (db: ReadDb, rows: readonly Row[]): Promise<Names> =>
  readStaff(
    db,
    rows.flatMap((row) => [row.made_by, row.analyst_by, row.lead_by, row.given_up_by]),
  )

const asLine = (row: Row, names: Names): VersionLine => {
  const who = (id: string): Who => ({ id, name: names.get(id) ?? null })
  const signature = (id: string | null, at: Date | null, note: string | null) =>
    id === null || at === null ? null : { by: who(id), at, note: note ?? '' }
  const givenUp = signature(row.given_up_by, row.given_up_at, row.given_up_reason)
  return {
    id: row.id,
    number: row.number,
    reason: row.reason,
    made: { by: who(row.made_by), at: row.made_at },
    analyst: signature(row.analyst_by, row.analyst_at, row.analyst_note),
    lead: signature(row.lead_by, row.lead_at, row.lead_note),
    givenUp: givenUp && { by: givenUp.by, at: givenUp.at, reason: givenUp.note },
  }
}

/** Every version of a borough, the newest first, without its figures. */
export const readVersions = async (db: ReadDb, authorityId: string): Promise<VersionLine[]> => {
  const rows = await lines(db, authorityId).orderBy('v.number', 'desc').execute()
  const names = await readNames(db, rows)
  return rows.map((row) => asLine(row, names))
}

/** One version with its figures; null where the borough has none of this id. */
export const readVersion = async (db: ReadDb, authorityId: string, id: string): Promise<Version | null> => {
  const row = await lines(db, authorityId)
    .select(['v.files', 'v.figures', 'v.checks'])
    .where('v.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    ...asLine(row, await readNames(db, [row])),
    files: z.array(versionFile).parse(row.files),
    figures: figuresSchema.parse(row.figures),
    checks: z.array(checkSchema).parse(row.checks),
  }
}

/** One thing at a time is done with the versions of a borough: until the transaction ends, others wait. */
export const lockVersions = async (db: WriteDb, authorityId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`change versions ${authorityId}`}, 0))`.execute(db.q)
}

/** Keeps a draft; its id. */
export const insertVersion = async (
  db: WriteDb,
  { authorityId, personId }: { readonly authorityId: string; readonly personId: string },
  { number, reason, files, figures, checks }: Pick<Version, 'number' | 'reason' | 'files' | 'figures' | 'checks'>,
): Promise<string> => {
  const { id } = await db.q
    .insertInto('change_version')
    .values({
      authority_id: authorityId,
      number,
      definition: figures.definition,
      reason,
      files: JSON.stringify(files),
      figures: JSON.stringify(figures),
      checks: JSON.stringify(checks),
      made_by: personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type By = { readonly id: string; readonly personId: string }

const open = (db: WriteDb, id: string) =>
  db.q.updateTable('change_version').where('id', '=', id).where('lead_at', 'is', null).where('given_up_at', 'is', null)

/** The first signature. False: somebody signed it, or gave it up, in the meantime. The database sets the time. */
export const signFirst = async (db: WriteDb, { id, personId }: By, note: string): Promise<boolean> => {
  const { numUpdatedRows } = await open(db, id)
    .where('analyst_at', 'is', null)
    .set({ analyst_by: personId, analyst_at: sql`statement_timestamp()`, analyst_note: note })
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The second signature, of somebody else. False: it is not waiting for one any more. */
export const signSecond = async (db: WriteDb, { id, personId }: By, note: string): Promise<boolean> => {
  const { numUpdatedRows } = await open(db, id)
    .where('analyst_at', 'is not', null)
    .where('analyst_by', '<>', personId)
    .set({ lead_by: personId, lead_at: sql`statement_timestamp()`, lead_note: note })
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends a version that is not locked. False: it was locked or given up in the meantime. */
export const giveUp = async (db: WriteDb, { id, personId }: By, reason: string): Promise<boolean> => {
  const { numUpdatedRows } = await open(db, id)
    .set({ given_up_by: personId, given_up_at: sql`statement_timestamp()`, given_up_reason: reason })
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
