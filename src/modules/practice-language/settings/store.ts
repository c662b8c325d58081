import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { type Change, type Decision, type Kind, type PastDecision, readChange } from './overlay.ts'

type Row = {
  id: string
  rule_id: string
  kind: string
  change: unknown
  reason: string
  starts: string
  ends: string | null
}

const columns = ['o.id', 'o.rule_id', 'o.kind', 'o.change', 'o.reason', 'o.starts', 'o.ends'] as const

const asDecision = (row: Row): Decision => ({
  id: row.id,
  ruleId: row.rule_id,
  kind: row.kind as Kind, // the table's own check allows these only
  change: readChange(row.kind, row.change),
  reason: row.reason,
  starts: localDate(row.starts),
  ends: row.ends === null ? null : localDate(row.ends),
})

/** What an organisation changed of the rules, as far as it counts on a day. */
export const readInForce = async (db: ReadDb, organisationId: string, today: LocalDate): Promise<Decision[]> => {
  const rows = await db.q
    .selectFrom('wording_overlay as o')
    .select(columns)
    .where('o.organisation_id', '=', organisationId)
    .where('o.starts', '<=', today)
    .where((eb) => eb.or([eb('o.ends', 'is', null), eb('o.ends', '>', today)]))
    .orderBy('o.rule_id')
    .orderBy('o.kind')
    .execute()
  return rows.map(asDecision)
}

/** Everything that was ever decided about a rule, the latest first. For those who keep the rules. */
export const readHistory = async (db: ReadDb, organisationId: string, ruleId: string): Promise<PastDecision[]> => {
  const rows = await db.q
    .selectFrom('wording_overlay as o')
    .leftJoin('person as p', 'p.id', 'o.decided_by')
    .select([...columns, 'o.end_reason', 'p.name'])
    .where('o.organisation_id', '=', organisationId)
    .where('o.rule_id', '=', ruleId)
    .orderBy('o.starts', 'desc')
    .orderBy('o.id')
    .execute()
  return rows.map((row) => ({ ...asDecision(row), decidedBy: row.name, endReason: row.end_reason }))
}

/** The ids of the organisation's own rules, past ones too: an id is never used for another rule. */
export const readOwnRuleIds = async (db: ReadDb, organisationId: string): Promise<string[]> => {
  const rows = await db.q
    .selectFrom('wording_overlay')
    .select('rule_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'own')
    .orderBy('rule_id')
    .execute()
  return rows.map((row) => row.rule_id)
}

/** Until this transaction ends, nobody else decides about the rules of the organisation. */
export const lockRules = async (db: WriteDb, organisationId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`wording rules ${organisationId}`}, 0))`.execute(db.q)
}

type NewDecision = {
  readonly organisationId: string
  readonly ruleId: string
  readonly change: Change
  readonly reason: string
  readonly today: LocalDate
  /** The first day on which it does not count any more; null: until somebody ends it. */
  readonly ends: LocalDate | null
  readonly decidedBy: string
}

/** Ends what was decided of the kind about the rule, and begins this. */
export const decide = async (db: WriteDb, decision: NewDecision): Promise<void> => {
  const { organisationId, ruleId, change, reason, today, ends, decidedBy } = decision
  await db.q
    .updateTable('wording_overlay')
    .set({ ends: today })
    .where('organisation_id', '=', organisationId)
    .where('rule_id', '=', ruleId)
    .where('kind', '=', change.kind)
    .where((eb) => eb.or([eb('ends', 'is', null), eb('ends', '>', today)]))
    .execute()
  await db.q
    .insertInto('wording_overlay')
    .values({
      organisation_id: organisationId,
      rule_id: ruleId,
      kind: change.kind,
      change: JSON.stringify(change.data),
      reason,
      starts: today,
      ends,
      decided_by: decidedBy,
    })
    .execute()
}

/** False where it has ended already: then nothing is written. */
export const endDecision = async (db: WriteDb, id: string, today: LocalDate, reason: string): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('wording_overlay')
    .set({ ends: today, end_reason: reason })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('ends', 'is', null), eb('ends', '>', today)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
