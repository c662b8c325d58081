import { sql } from 'kysely'
import { type LocalDate, localDate, type Period } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Consultation, Theme } from './consultation.ts'

export type ConsultationFilter = {
  readonly authorityId: string
  readonly during: Period | null
  readonly theme: Theme | null
}

const matching = (db: ReadDb, { authorityId, during, theme }: ConsultationFilter) => {
  let query = db.q.selectFrom('consultation as c').where('c.authority_id', '=', authorityId)
  if (during !== null) {
    query = query.where('c.held_on', '>=', during.starts)
    if (during.ends !== null) query = query.where('c.held_on', '<', during.ends)
  }
  if (theme !== null) query = query.where('c.theme', '=', theme)
  return query
}

export const countConsultations = async (db: ReadDb, filter: ConsultationFilter): Promise<number> => {
  const row = await matching(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** The latest first; those planned stand above those held. */
export const listConsultations = async (
  db: ReadDb,
  filter: ConsultationFilter,
  offset: number,
  limit: number,
): Promise<Consultation[]> => {
  const rows = await matching(db, filter)
    .leftJoin('team as t', 't.id', 'c.team_id')
    .leftJoin('person as p', 'p.id', 'c.led_by')
    .select(['c.id', 'c.held_on', 'c.kind', 'c.theme', 't.name as team', 'c.led_by', 'p.name as leader'])
    .orderBy('c.held_on', 'desc')
    .orderBy('c.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    heldOn: localDate(row.held_on),
    kind: row.kind,
    theme: row.theme as Theme, // the table's own check allows these only
    team: row.team,
    ledBy: row.leader ?? (row.led_by === null ? null : 'a colleague'),
  }))
}

/** The months for which a borough sent in its activity, as their first days. */
export const readReturns = async (db: ReadDb, partnershipId: string, authorityId: string): Promise<LocalDate[]> => {
  const rows = await db.q
    .selectFrom('activity_return')
    .select('month')
    .where('partnership_id', '=', partnershipId)
    .where('authority_id', '=', authorityId)
    .orderBy('month')
    .execute()
  return rows.map(({ month }) => localDate(month))
}

/** How many consultations a borough held in each month, by the month's first day. */
export const countByMonth = async (db: ReadDb, authorityId: string): Promise<ReadonlyMap<LocalDate, number>> => {
  const month = sql<string>`date_trunc('month', held_on)::date`
  const rows = await db.q
    .selectFrom('consultation')
    .where('authority_id', '=', authorityId)
    .select(({ fn }) => [month.as('month'), fn.countAll<number>().as('n')])
    .groupBy(month)
    .execute()
  return new Map(rows.map((row) => [localDate(row.month), row.n]))
}

export type BoroughConsultations = {
  readonly term: number
  readonly authorityId: string
  readonly consultations: number
  readonly months: number
}

/** `figures.consultations`: for the partnership's own roles. A borough without a month of data in a term has no row. */
export const readAllConsultations = async (
  db: ReadDb,
  partnershipId: string,
  upTo: number,
): Promise<BoroughConsultations[]> => {
  const { rows } =
    await sql<BoroughConsultations>`select term_number as term, authority_id as "authorityId", consultations, months
    from figures.consultations(${partnershipId}, ${upTo})`.execute(db.q)
  return rows
}
