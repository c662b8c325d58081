import { sql } from 'kysely'
import type { ReadDb } from '#platform/db/connection.ts'
import { type AuditRound, dueFirst } from './round.ts'

/** The rounds of the reader's own borough: what is due first, then the latest wave first. */
export const readOwnRounds = async (db: ReadDb, authorityId: string): Promise<AuditRound[]> => {
  const rows = await db.q
    .selectFrom('audit_round as r')
    .innerJoin('organisation as o', 'o.id', 'r.authority_id')
    .leftJoin('audit_case as c', 'c.round_id', 'r.id')
    .where('r.authority_id', '=', authorityId)
    .select(({ fn }) => [
      'o.name as borough',
      'r.wave',
      'r.state',
      'r.sample',
      'r.population',
      'r.period',
      fn.count<number>('c.id').as('cases'),
    ])
    .groupBy(['r.id', 'o.name'])
    .execute()
  return dueFirst(rows.map((row) => ({ ...row, state: row.state as AuditRound['state'] }))) // the table's own check allows these only
}

/** `figures.audits`: for the partnership's own roles. */
export const readAllRounds = async (db: ReadDb, partnershipId: string): Promise<AuditRound[]> => {
  const { rows } = await sql<AuditRound>`select authority as borough, wave, state, sample, population, period, cases
    from figures.audits(${partnershipId})`.execute(db.q)
  return rows
}
