import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { type EarlierVersion, type Note, type NoteInput, type NoteKind, type NoteLine, pageSize } from './note.ts'

const beginning = 2000

/** The notes of a family, newest first. `page` counts from 1. */
export const listNotes = async (
  db: ReadDb,
  familyId: string,
  { kind, page }: { readonly kind: NoteKind | null; readonly page: number },
): Promise<{ readonly notes: readonly NoteLine[]; readonly total: number }> => {
  const notes = db.q
    .selectFrom('case_note as n')
    .where('n.family_id', '=', familyId)
    .$if(kind !== null, (q) => q.where('n.kind', '=', kind ?? ''))
  const rows = await notes
    .select(['n.id', 'n.on_date', 'n.kind', 'n.version', 'n.imported_from', 'n.recorded_by', 'n.recorded_at'])
    .select(sql<string>`left(n.text, ${beginning})`.as('beginning'))
    .select(sql<boolean>`length(n.text) > ${beginning}`.as('is_cut'))
    .select(sql<number>`(select count(*)::int from attachment a where a.note_id = n.id)`.as('files'))
    .orderBy('n.on_date', 'desc')
    .orderBy('n.recorded_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await notes.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return {
    total,
    notes: rows.map((row) => ({
      id: row.id,
      onDate: localDate(row.on_date),
      kind: row.kind as NoteKind, // the table checks it
      version: row.version,
      importedFrom: row.imported_from,
      recordedBy: row.recorded_by,
      recordedAt: row.recorded_at,
      beginning: row.beginning,
      isCut: row.is_cut,
      files: row.files,
    })),
  }
}

/** A note of a family, whole; null where there is none that the person may see. */
export const readNote = async (db: ReadDb, familyId: string, id: string): Promise<Note | null> => {
  const row = await db.q
    .selectFrom('case_note')
    .selectAll()
    .where('family_id', '=', familyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    familyId: row.family_id,
    onDate: localDate(row.on_date),
    kind: row.kind as NoteKind, // the table checks it
    text: row.text,
    locationReason: row.location_reason,
    importedFrom: row.imported_from,
    version: row.version,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }
}

const revisions = (db: ReadDb, { id, familyId }: Pick<Note, 'id' | 'familyId'>) =>
  db.q
    .selectFrom('case_revision')
    .where('of_table', '=', 'case_note')
    .where('row_id', '=', id)
    .where('family_id', '=', familyId)

/** The versions that a note had before, newest first. */
export const readVersions = async (
  db: ReadDb,
  note: Pick<Note, 'id' | 'familyId'>,
): Promise<readonly EarlierVersion[]> => {
  const rows = await revisions(db, note)
    .select(['version', 'changed_by', 'changed_at'])
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ version, changed_by, changed_at }) => ({ version, changedBy: changed_by, changedAt: changed_at }))
}

/** What a note said in one of its earlier versions. */
export const readVersion = async (
  db: ReadDb,
  note: Pick<Note, 'id' | 'familyId'>,
  version: number,
): Promise<NoteInput | null> => {
  const row = await revisions(db, note)
    .select([
      sql<string>`was ->> 'on_date'`.as('on_date'),
      sql<NoteKind>`was ->> 'kind'`.as('kind'),
      sql<string>`was ->> 'text'`.as('text'),
      sql<string>`was ->> 'location_reason'`.as('location_reason'),
    ])
    .where('version', '=', version)
    .executeTakeFirst()
  return row
    ? { onDate: localDate(row.on_date), kind: row.kind, text: row.text, locationReason: row.location_reason }
    : null
}

type Writer = { readonly familyId: string; readonly authorityId: string; readonly personId: string }

const columnsOf = ({ onDate, kind, text, locationReason }: NoteInput) => ({
  on_date: onDate,
  kind,
  text,
  location_reason: locationReason,
})

/** Keeps notes, in their order. Returns their ids. */
export const insertNotes = async (
  db: WriteDb,
  { familyId, authorityId, personId }: Writer,
  notes: readonly (NoteInput & { readonly importedFrom: string })[],
): Promise<readonly string[]> => {
  const rows = notes.map((note) => ({
    id: randomUUID(),
    authority_id: authorityId,
    family_id: familyId,
    recorded_by: personId,
    imported_from: note.importedFrom,
    ...columnsOf(note),
  }))
  // A statement has a limit of values.
  for (let from = 0; from < rows.length; from += 500)
    await db.q
      .insertInto('case_note')
      .values(rows.slice(from, from + 500))
      .execute()
  return rows.map(({ id }) => id)
}

/** False: somebody else changed it since this version. */
export const updateNote = async (
  db: WriteDb,
  { id, familyId, version }: Pick<Note, 'id' | 'familyId' | 'version'>,
  input: NoteInput,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('case_note')
    .set({ ...columnsOf(input), version: version + 1 })
    .where('id', '=', id)
    .where('family_id', '=', familyId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Day and SHA-256 of the text (hex) of every note of a family: `2026-01-31 ab12…`. */
export const readNoteMarks = async (db: ReadDb, familyId: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ mark: string }>`
    select on_date::text || ' ' || encode(sha256(convert_to(text, 'UTF8')), 'hex') as mark from case_note where family_id = ${familyId}`.execute(
    db.q,
  )
  return new Set(rows.map(({ mark }) => mark))
}
