import { sql } from 'kysely'
import { type LocalDate, localDate, type Period } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Indicator, ReturnLine } from './indicator.ts'

type Row = { borough: string; starts: string; ends: string; indicator: string; events: number | null }

const asLine = ({ borough, starts, ends, indicator, events }: Row): ReturnLine => ({
  borough,
  starts: localDate(starts),
  ends: localDate(ends),
  indicator: indicator as Indicator, // the table's own check allows these only
  events,
})

// The order of the partnership's table, not of the alphabet.
const inOrder = sql`array_position(array['identified at referral', 'identified after assessment', 'child protection plan', 'taken into care'], r.indicator)`

export type ReturnFilter = {
  readonly authorityId: string
  readonly endsIn: Period | null
  readonly indicator: Indicator | null
}

/** The returns of the reader's own borough, the latest period first. A return belongs to the term in which it ends. */
export const readOwnReturns = async (
  db: ReadDb,
  { authorityId, endsIn, indicator }: ReturnFilter,
): Promise<ReturnLine[]> => {
  let query = db.q
    .selectFrom('change_return as r')
    .innerJoin('organisation as o', 'o.id', 'r.authority_id')
    .leftJoin('change_event as e', 'e.return_id', 'r.id')
    .where('r.authority_id', '=', authorityId)
  if (endsIn !== null) {
    query = query.where('r.ends', '>', endsIn.starts)
    if (endsIn.ends !== null) query = query.where('r.ends', '<=', endsIn.ends)
  }
  if (indicator !== null) query = query.where('r.indicator', '=', indicator)
  const rows = await query
    .select(({ fn }) => [
      'o.name as borough',
      'r.starts',
      'r.ends',
      'r.indicator',
      'r.collected',
      fn.count<number>('e.id').as('counted'),
    ])
    .groupBy(['r.id', 'o.name'])
    .orderBy('r.ends', 'desc')
    .orderBy('r.starts', 'desc')
    .orderBy(inOrder)
    .execute()
  return rows.map(({ collected, counted, ...row }) => asLine({ ...row, events: collected ? counted : null }))
}

/** `figures.change_data` of one term: for the partnership's own roles. */
export const readAllReturns = async (db: ReadDb, partnershipId: string, term: number): Promise<ReturnLine[]> => {
  const { rows } = await sql<Row>`select authority as borough, starts, ends, indicator, events
    from figures.change_data(${partnershipId}, ${term}) where term_number = ${term} order by authority, starts`.execute(
    db.q,
  )
  return rows.map(asLine)
}

/** The day on which the latest return of a borough ends (the first day after its period); null where there is none. */
export const lastReturnEnds = async (db: ReadDb, authorityId: string): Promise<LocalDate | null> => {
  const row = await db.q
    .selectFrom('change_return')
    .where('authority_id', '=', authorityId)
    .select(({ fn }) => fn.max<string | null>('ends').as('ends'))
    .executeTakeFirst()
  return row?.ends == null ? null : localDate(row.ends)
}
