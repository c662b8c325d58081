import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { ReceivedFamily } from './received.ts'

/** The records of a case number, newest first: a number is not unique. */
export const readByCaseNumber = (db: ReadDb, number: string) =>
  db.q
    .selectFrom('family')
    .select(['id', 'cms_id', 'reference', 'opened_on', 'closed_on'])
    .where('cms_id', '=', number)
    .where('cms_id', '<>', '')
    .orderBy('opened_on', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()

/** Opens a record, once for each number. What is answered is the same whether there was one: the function tells nothing. */
export const receiveFamily = async (db: WriteDb, number: string, sent: ReceivedFamily): Promise<void> => {
  const people = sent.people.map(({ name, part, bornOn, expectedOn, gender, caseNumber }) => ({
    name,
    part,
    birth_on: bornOn,
    expected_on: expectedOn,
    gender,
    cms_id: caseNumber,
  }))
  const receive = (team: string | null) =>
    sql`select access.receive_family(${number}, ${sent.name}, ${team}::uuid, ${JSON.stringify(people)}::jsonb)`.execute(
      db.q,
    )
  if (sent.team === null) {
    await receive(null)
    return
  }
  await sql`savepoint with_team`.execute(db.q)
  await receive(sent.team).catch(async (error: unknown) => {
    // No team of this borough. To say so would tell that there was no record of this number yet.
    if ((error as { code?: string }).code !== foreignKeyViolation) throw error // PostgreSQL's errors have one
    await sql`rollback to savepoint with_team`.execute(db.q)
    await receive(null)
  })
}

const foreignKeyViolation = '23503'
