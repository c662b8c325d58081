import type { Person } from '#platform/access/actor.ts'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { LookedAt, Offer, Outcome, OwnAnswer } from './answer.ts'

export type NewAnswer = { readonly ruleId: string; readonly reason: string; readonly offered: boolean }

/**
 * Keeps "this is right as it stands" for its writer and, where they offer it, a copy without them for whoever keeps the rules.
 * The caller writes no line into the access record: an administrator could count those by writer.
 */
export const saveAnswer = async (
  db: WriteDb,
  { accountId, grant: { organisationId } }: Person,
  { ruleId, reason, offered }: NewAnswer,
): Promise<{ id: string }> => {
  const what = { organisation_id: organisationId, rule_id: ruleId, reason }
  const { id } = await db.q
    .insertInto('wording_answer')
    .values({ ...what, account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (offered)
    await db.q
      .insertInto('wording_offer')
      .values({ ...what, answer_id: id })
      .execute()
  return { id }
}

const lookedAt = ({
  outcome,
  outcome_note,
}: {
  outcome: string | null
  outcome_note: string | null
}): LookedAt | null =>
  // the table's own checks: one of these, and with a note
  outcome === null ? null : { outcome: outcome as Outcome, note: outcome_note ?? '' }

/** What was offered in an organisation, for whoever keeps its rules. */
export const readOffers = async (db: ReadDb, organisationId: string): Promise<Offer[]> => {
  const rows = await db.q
    .selectFrom('wording_offer')
    .select(['answer_id', 'rule_id', 'reason', 'outcome', 'outcome_note'])
    .where('organisation_id', '=', organisationId)
    .orderBy('answer_id')
    .execute()
  return rows.map((row) => ({ id: row.answer_id, ruleId: row.rule_id, reason: row.reason, lookedAt: lookedAt(row) }))
}

/** Records what came of an offered answer. The latest word counts. */
export const saveOutcome = async (
  db: WriteDb,
  id: string,
  { outcome, note }: LookedAt,
  today: LocalDate,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('wording_offer')
    .set({ outcome, outcome_note: note, outcome_on: today })
    .where('answer_id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** One's own answers, the latest first. */
export const readOwnAnswers = async (db: ReadDb, accountId: string): Promise<OwnAnswer[]> => {
  const rows = await db.q
    .selectFrom('wording_answer as a')
    .leftJoin('wording_offer as o', 'o.answer_id', 'a.id')
    .select(['a.id', 'a.rule_id', 'a.reason', 'a.given_on', 'o.answer_id', 'o.outcome', 'o.outcome_note'])
    .where('a.account_id', '=', accountId)
    .orderBy('a.given_on', 'desc')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ruleId: row.rule_id,
    reason: row.reason,
    givenOn: localDate(row.given_on),
    offered: row.answer_id !== null,
    lookedAt: lookedAt(row),
  }))
}

/** Takes an own answer back, and with it what was offered of it. */
export const takeBack = async (db: WriteDb, accountId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db.q
    .deleteFrom('wording_answer')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
