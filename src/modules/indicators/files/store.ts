import { sql } from 'kysely'
import { localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { FileKind } from '../readers/extract.ts'
import type { Fault } from '../readers/fault.ts'
import { type Facts, factsSchema, type ReturnFile, type UsedIn } from './return-file.ts'

/** Everything but the extract, which a lead's role may not even select. */
const columns = [
  'f.id',
  'f.authority_id',
  'f.kind',
  'f.name',
  'f.bytes',
  'f.covers_from',
  'f.covers_to',
  'f.facts',
  'f.fault_count',
  'f.mapping_version',
  'f.uploaded_at',
  'f.withdrawn_at',
  'f.withdrawn_reason',
] as const

const selectFiles = (db: ReadDb) =>
  db.q
    .selectFrom('return_file as f')
    .leftJoin('person as p', 'p.id', 'f.uploaded_by')
    .leftJoin('person as w', 'w.id', 'f.withdrawn_by')
    .select([...columns, 'p.name as uploaded_by_name', 'w.name as withdrawn_by_name'])
    .select(faultsOf('fault').as('faults'))
    .select(faultsOf('query').as('queries'))

const faultsOf = (severity: Fault['severity']) =>
  sql<number>`(select count(*)::int from return_fault t where t.file_id = f.id and t.severity = ${severity})`

type Row = Awaited<ReturnType<ReturnType<typeof selectFiles>['execute']>>[number]

// A role that does not list the staff is not told who it was.
const gone = 'a colleague'

const fileOf = (row: Row): ReturnFile => ({
  id: row.id,
  authorityId: row.authority_id,
  kind: row.kind as FileKind, // the table checks it
  name: row.name,
  bytes: Number(row.bytes),
  coversFrom: localDate(row.covers_from),
  coversTo: localDate(row.covers_to),
  facts: factsSchema.parse(row.facts),
  faultCount: row.fault_count,
  faults: row.faults,
  queries: row.queries,
  mappingVersion: row.mapping_version,
  uploadedBy: row.uploaded_by_name ?? gone,
  uploadedAt: row.uploaded_at,
  withdrawn:
    row.withdrawn_at === null
      ? null
      : { by: row.withdrawn_by_name ?? gone, at: row.withdrawn_at, reason: row.withdrawn_reason ?? '' },
})

/** The files of a borough, the latest first, the withdrawn ones too. */
export const readFiles = async (db: ReadDb, authorityId: string): Promise<readonly ReturnFile[]> => {
  const rows = await selectFiles(db)
    .where('f.authority_id', '=', authorityId)
    .orderBy('f.uploaded_at', 'desc')
    .orderBy('f.id')
    .execute()
  return rows.map(fileOf)
}

/** One of them; null where there is none that the person may see. */
export const readFile = async (db: ReadDb, authorityId: string, id: string): Promise<ReturnFile | null> => {
  const row = await selectFiles(db).where('f.authority_id', '=', authorityId).where('f.id', '=', id).executeTakeFirst()
  return row === undefined ? null : fileOf(row)
}

/** The file with these bytes that counts already; undefined where there is none. */
export const readSame = (
  db: ReadDb,
  { authorityId, kind, sha256 }: { authorityId: string; kind: FileKind; sha256: Buffer },
): Promise<{ id: string; uploaded_at: Date } | undefined> =>
  db.q
    .selectFrom('return_file')
    .select(['id', 'uploaded_at'])
    .where('authority_id', '=', authorityId)
    .where('kind', '=', kind)
    .where('sha256', '=', sha256)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()

export type NewFile = {
  readonly id: string
  readonly authorityId: string
  readonly kind: FileKind
  readonly name: string
  readonly bytes: number
  readonly sha256: Buffer
  readonly coversFrom: string
  readonly coversTo: string
  readonly facts: Facts
  readonly faultCount: number
  readonly extract: Buffer
  readonly mappingVersion: number | null
  readonly by: string
}

/** Keeps a file. False: the same bytes were uploaded at this moment by somebody else. */
export const insertFile = async (db: WriteDb, file: NewFile): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db.q
    .insertInto('return_file')
    .values({
      id: file.id,
      authority_id: file.authorityId,
      kind: file.kind,
      name: file.name,
      bytes: file.bytes,
      sha256: file.sha256,
      covers_from: file.coversFrom,
      covers_to: file.coversTo,
      facts: JSON.stringify(file.facts),
      fault_count: file.faultCount,
      extract: file.extract,
      mapping_version: file.mappingVersion,
      uploaded_by: file.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The extract goes at once; what was found and who brought it stays. False: it was withdrawn already. */
export const withdrawFile = async (
  db: WriteDb,
  file: Pick<ReturnFile, 'id' | 'authorityId'>,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('return_file')
    .set({ extract: null, withdrawn_by: by, withdrawn_reason: reason, withdrawn_at: sql`statement_timestamp()` })
    .where('authority_id', '=', file.authorityId)
    .where('id', '=', file.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The versions that were computed from a file, the latest first. */
export const readUses = async (
  db: ReadDb,
  file: Pick<ReturnFile, 'id' | 'authorityId'>,
): Promise<readonly UsedIn[]> => {
  const rows = await db.q
    .selectFrom('change_version')
    .select(['id', 'number', 'lead_at'])
    .where('authority_id', '=', file.authorityId)
    .where(sql<boolean>`files @> ${JSON.stringify([{ id: file.id }])}::jsonb`)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ id, number, lead_at }) => ({ id, number, locked: lead_at !== null }))
}
