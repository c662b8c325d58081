import { sql } from 'kysely'
import { type LocalDate, localDate, londonDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { type Figures, figuresSchema } from '../definition/figures-shape.ts'
import { readStaff } from '../versions/staff.ts'
import { type Mark, type MarkKind, whenOf } from './mark.ts'

/** The version that lines are drawn of. `lockedOn` null: a draft, which may still change. */
export type Drawn = {
  readonly id: string
  readonly number: number
  readonly madeOn: LocalDate
  readonly lockedOn: LocalDate | null
  readonly figures: Figures
}

/** The latest locked version of a borough, else the draft that there is; null: none. */
export const readDrawn = async (db: ReadDb, authorityId: string): Promise<Drawn | null> => {
  const row = await db.q
    .selectFrom('change_version')
    .select(['id', 'number', 'made_at', 'lead_at', 'figures'])
    .where('authority_id', '=', authorityId)
    .where('given_up_at', 'is', null)
    .orderBy('lead_at', (order) => order.desc().nullsLast())
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : {
        id: row.id,
        number: row.number,
        madeOn: londonDate(row.made_at),
        lockedOn: row.lead_at === null ? null : londonDate(row.lead_at),
        figures: figuresSchema.parse(row.figures),
      }
}

const columns = [
  ...(['id', 'measure', 'on_date', 'kind', 'label', 'reason'] as const),
  ...(['made_by', 'made_at', 'withdrawn_by', 'withdrawn_at'] as const),
] as const
type Row = {
  id: string
  measure: string | null
  on_date: string
  kind: string
  label: string
  reason: string | null
  made_by: string
  made_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

const asMark = (row: Row, names: Awaited<ReturnType<typeof readStaff>>): Mark => {
  const { id, measure, label, reason } = row
  const on = localDate(row.on_date)
  const kind = row.kind as MarkKind // the table's own check allows these only
  const entered = (by: string | null, at: Date) => ({ by: names.get(by) ?? null, on: londonDate(at) })
  return {
    ...{ id, measure, on, when: whenOf(kind, on), kind, label, reason },
    made: entered(row.made_by, row.made_at),
    withdrawn: row.withdrawn_at === null ? null : entered(row.withdrawn_by, row.withdrawn_at),
  }
}

const asMarks = async (db: ReadDb, rows: readonly Row[]): Promise<Mark[]> => {
  const names = await readStaff(
    db,
    rows.flatMap((row) => [row.made_by, row.withdrawn_by]),
  )
  return rows.map((row) => asMark(row, names))
}

/** What a borough has marked, from the oldest entry, withdrawn marks too. */
export const readMarks = async (db: ReadDb, authorityId: string): Promise<Mark[]> => {
  const rows = await db.q
    .selectFrom('change_mark')
    .select(columns)
    .where('authority_id', '=', authorityId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return asMarks(db, rows)
}

/** A mark of a borough that stands; null: there is none, or it was withdrawn. */
export const readMark = async (db: ReadDb, authorityId: string, markId: string): Promise<Mark | null> => {
  const rows = await db.q
    .selectFrom('change_mark')
    .select(columns)
    .where('authority_id', '=', authorityId)
    .where('id', '=', markId)
    .where('withdrawn_at', 'is', null)
    .execute()
  const [mark = null] = await asMarks(db, rows)
  return mark
}

/** The first day of the first Core block that began from a day on and not after another; null: there was none. */
export const readCoreBlock = async (
  db: ReadDb,
  partnershipId: string,
  from: LocalDate,
  until: LocalDate,
): Promise<LocalDate | null> => {
  const row = await db.q
    .selectFrom('block as b')
    .innerJoin('course as c', 'c.id', 'b.course_id')
    .select('b.starts')
    .where('b.partnership_id', '=', partnershipId)
    .where('c.name', '=', 'Core')
    .where('b.starts', '>=', from)
    .where('b.starts', '<=', until)
    .orderBy('b.starts')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : localDate(row.starts)
}

export type NewMark = Pick<Mark, 'measure' | 'on' | 'kind' | 'label' | 'reason'>

/** Keeps a mark and returns its id. */
export const insertMark = async (
  db: WriteDb,
  by: { readonly authorityId: string; readonly personId: string },
  { measure, on, kind, label, reason }: NewMark,
): Promise<string> => {
  const { id } = await db.q
    .insertInto('change_mark')
    .values({ authority_id: by.authorityId, made_by: by.personId, measure, on_date: on, kind, label, reason })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes a mark off the lines. It stays readable. False: somebody did it before. */
export const withdrawMark = async (db: WriteDb, markId: string, personId: string): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('change_mark')
    .set({ withdrawn_by: personId, withdrawn_at: sql`statement_timestamp()` })
    .where('id', '=', markId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
