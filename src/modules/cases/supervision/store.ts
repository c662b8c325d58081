import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type LocalDate, localDate, londonDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { readStaffNames } from '../family-store.ts'
import type { Effort, Entry } from './facts.ts'
import type { FullSupervision, SupervisionAnswers } from './supervision.ts'

/** The supervisions of a family, newest first. */
export const readSupervisions = async (db: ReadDb, familyId: string): Promise<readonly FullSupervision[]> => {
  const rows = await db.q
    .selectFrom('supervision')
    .select(['id', 'held_on', 'with_person', 'recorded_by', 'version'])
    .select(['pattern', 'impact', 'partnering', 'engagement', 'safety', 'decisions'])
    .where('family_id', '=', familyId)
    .orderBy('held_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  const names = await readStaffNames(
    db,
    rows.flatMap(({ recorded_by, with_person }) => (with_person === null ? [recorded_by] : [recorded_by, with_person])),
  )
  const name = (id: string) => names.get(id) ?? 'Somebody of another organisation'
  return rows.map(({ id, held_on, with_person, recorded_by, version, ...texts }) => ({
    id,
    heldOn: localDate(held_on),
    by: name(recorded_by),
    withWhom: with_person === null ? null : name(with_person),
    withPerson: with_person,
    texts,
    version,
  }))
}

type Writer = { readonly authorityId: string; readonly familyId: string; readonly personId: string }

/** Keeps a supervision; its id, for the actions that come of it. */
export const insertSupervision = async (
  db: WriteDb,
  { authorityId, familyId, personId }: Writer,
  { heldOn, withPerson, texts }: SupervisionAnswers,
): Promise<string> => {
  const id = randomUUID()
  await db.q
    .insertInto('supervision')
    .values({
      id,
      authority_id: authorityId,
      family_id: familyId,
      held_on: heldOn,
      with_person: withPerson,
      recorded_by: personId,
      ...texts,
    })
    .execute()
  return id
}

/** False: somebody else changed it since it was read. What it said is kept. */
export const updateSupervision = async (
  db: WriteDb,
  { id, version }: Pick<FullSupervision, 'id' | 'version'>,
  { heldOn, withPerson, texts }: SupervisionAnswers,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('supervision')
    .set({ held_on: heldOn, with_person: withPerson, ...texts, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

// As it is written by the form of the pattern; what else stands in it is not needed here.
const harm = z.looseObject({ individual: z.string(), how: z.string().catch('') })

const harmsOf = (json: unknown): Entry['harms'] =>
  z
    .array(z.unknown())
    .catch([])
    .parse(json)
    .flatMap((each) => {
      const parsed = harm.safeParse(each)
      return parsed.success ? [{ individualId: parsed.data.individual, how: parsed.data.how }] : []
    })

/** The pattern of a family's perpetrators, by time; what was withdrawn is not of it. */
export const readEntries = async (db: ReadDb, familyId: string): Promise<readonly Entry[]> => {
  const rows = await db.q
    .selectFrom('pattern_entry')
    .select(['perpetrator_id', 'what', 'starts', 'known_to', 'harms', 'recorded_at'])
    .where('family_id', '=', familyId)
    .where('withdrawn_at', 'is', null)
    .orderBy('starts', (order) => order.asc().nullsLast())
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({
    perpetratorId: row.perpetrator_id,
    what: row.what,
    starts: row.starts === null ? null : localDate(row.starts),
    knownTo: row.known_to,
    harms: harmsOf(row.harms),
    recordedOn: londonDate(row.recorded_at),
  }))
}

/** The protective efforts of a family's victim-survivors, in the order in which they were recorded. */
export const readEfforts = async (db: ReadDb, familyId: string): Promise<readonly Effort[]> => {
  const rows = await db.q
    .selectFrom('protective_effort')
    .select(['survivor_id', 'what', 'acknowledged_on', 'recorded_at'])
    .where('family_id', '=', familyId)
    .where('withdrawn_at', 'is', null)
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({
    survivorId: row.survivor_id,
    what: row.what,
    acknowledgedOn: row.acknowledged_on === null ? null : localDate(row.acknowledged_on),
    recordedOn: londonDate(row.recorded_at),
  }))
}

/** The days on which engagement forms of a family were completed. */
export const readCompletedForms = async (db: ReadDb, familyId: string): Promise<readonly LocalDate[]> => {
  const rows = await db.q
    .selectFrom('engagement_form')
    .select('completed_at')
    .where('family_id', '=', familyId)
    .where('completed_at', 'is not', null)
    .execute()
  return rows.flatMap(({ completed_at }) => (completed_at === null ? [] : [londonDate(completed_at)]))
}
