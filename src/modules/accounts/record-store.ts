/** The access record of one organisation. */
import { sql } from 'kysely'
import type { ReadDb } from '#platform/db/connection.ts'

export type Entry = {
  readonly seq: number
  /** Its moment in microseconds since 1970: where the next page goes on. Not its number, which would count lines that are not shown. */
  readonly moment: number
  readonly at: Date
  readonly account_id: string | null
  readonly name: string | null
  readonly role: string
  readonly act: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly reason: string
}

export type Wanted = { readonly person: string | null; readonly act: string | null; readonly before: number | null }

/** Lines a page. */
export const linesAPage = 50

/** Newest first, one more than a page so that the page knows whether there are older ones. */
export const entriesOf = async (db: ReadDb, organisationId: string, wanted: Wanted): Promise<Entry[]> => {
  let query = db.q
    .selectFrom('record_entry')
    .leftJoin('account', 'account.id', 'record_entry.account_id')
    .leftJoin('person', 'person.id', 'account.person_id')
    .select([
      'seq',
      'at',
      'record_entry.account_id',
      sql<string>`(extract(epoch from at) * 1000000)::bigint`.as('moment'),
      'person.name',
      'record_entry.role',
      'act',
      'subject_kind',
      'subject_id',
      'reason',
    ])
    .where('chain', '=', organisationId)
  if (wanted.person !== null) query = query.where('record_entry.account_id', '=', wanted.person)
  if (wanted.act !== null) query = query.where('act', '=', wanted.act)
  if (wanted.before !== null)
    query = query.where(sql<boolean>`at < timestamptz 'epoch' + ${wanted.before}::bigint * interval '1 microsecond'`)
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(linesAPage + 1)
    .execute()
  return rows.map((row) => ({ ...row, seq: Number(row.seq), moment: Number(row.moment) }))
}

/** The acts that occur in the latest few thousand lines, for the filter. */
export const recentActs = async (db: ReadDb, organisationId: string): Promise<string[]> => {
  const { rows } = await sql<{ act: string }>`
    select distinct act from (select act from record_entry where chain = ${organisationId} order by seq desc limit 5000) latest order by act`.execute(
    db.q,
  )
  return rows.map(({ act }) => act)
}
