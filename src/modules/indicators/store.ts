import { sql } from 'kysely'
import { localDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Indicator, ReturnLine } from './indicator.ts'

type Row = {
  borough_id: string
  borough: string
  starts: string
  ends: string
  indicator: string
  events: number | null
  withheld: boolean
}

const asLine = ({ borough_id, borough, starts, ends, indicator, events, withheld }: Row): ReturnLine => ({
  boroughId: borough_id,
  borough,
  starts: localDate(starts),
  ends: localDate(ends),
  indicator: indicator as Indicator, // the table's own check allows these only
  events,
  withheld,
})

// The order of the partnership's table, not of the alphabet.
const inOrder = sql`array_position(array['identified at referral', 'identified after assessment', 'child protection plan', 'taken into care'], r.indicator)`

/** Every return of the reader's own borough, the latest period first: four lines a period. */
export const readOwnReturns = async (db: ReadDb, authorityId: string): Promise<ReturnLine[]> => {
  const rows = await db.q
    .selectFrom('change_return as r')
    .innerJoin('organisation as o', 'o.id', 'r.authority_id')
    .leftJoin('change_event as e', 'e.return_id', 'r.id')
    .where('r.authority_id', '=', authorityId)
    .select(({ fn }) => [
      'r.authority_id as borough_id',
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
  return rows.map(({ collected, counted, ...row }) =>
    asLine({ ...row, events: collected ? counted : null, withheld: false }),
  )
}

/** `figures.change_data` of every term up to a number, by borough and from the latest period: for the partnership's own roles. */
export const readAllReturns = async (db: ReadDb, partnershipId: string, upTo: number): Promise<ReturnLine[]> => {
  const { rows } =
    await sql<Row>`select authority_id as borough_id, authority as borough, starts, ends, indicator, events, withheld
    from figures.change_data(${partnershipId}, ${upTo}) order by authority, ends desc, starts desc`.execute(db.q)
  return rows.map(asLine)
}
