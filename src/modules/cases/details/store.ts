import { sql } from 'kysely'
import { localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { readStaffNames } from '../family-store.ts'
import type { WorkerTime } from './worker.ts'

export type FamilyDetails = {
  readonly name: string
  readonly cmsId: string
  readonly legalStatus: string
  readonly communicationNeeds: string
}

/** Writes what a family is called and what else is recorded of it; false where somebody has changed it since this version. */
export const updateFamily = async (
  db: WriteDb,
  id: string,
  version: number,
  { name, cmsId, legalStatus, communicationNeeds }: FamilyDetails,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('family')
    .set({
      name,
      cms_id: cmsId,
      legal_status: legalStatus,
      communication_needs: communicationNeeds,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Closes a family today, or with `reason: null` opens it again; false where somebody has changed it since this version. */
export const closeFamily = async (
  db: WriteDb,
  id: string,
  version: number,
  reason: string | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('family')
    .set({
      closed_on: reason === null ? null : sql`access.today()`,
      close_reason: reason ?? '',
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Changes the team; false where somebody has changed the family since this version. */
export const moveFamily = async (db: WriteDb, id: string, version: number, teamId: string | null): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('family')
    .set({ team_id: teamId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Everybody who works or worked with a family, those of today first, then the latest. */
export const readWorkerTimes = async (db: ReadDb, familyId: string): Promise<WorkerTime[]> => {
  const rows = await db.q
    .selectFrom('family_worker')
    .select(['id', 'person_id', 'kind', 'starts', 'ends'])
    .where('family_id', '=', familyId)
    .orderBy(sql`ends is not null`)
    .orderBy('starts', 'desc')
    .orderBy('id')
    .execute()
  const names = await readStaffNames(
    db,
    rows.map(({ person_id }) => person_id),
  )
  return rows.map(({ id, person_id, kind, starts, ends }) => ({
    id,
    personId: person_id,
    name: names.get(person_id) ?? 'Somebody who has left',
    kind,
    starts: localDate(starts),
    ends: ends === null ? null : localDate(ends),
  }))
}

/** From today somebody works with the family. */
export const addWorker = async (
  db: WriteDb,
  worker: { authorityId: string; familyId: string; personId: string; kind: string },
): Promise<void> => {
  await db.q
    .insertInto('family_worker')
    .values({
      authority_id: worker.authorityId,
      family_id: worker.familyId,
      person_id: worker.personId,
      kind: worker.kind,
      starts: sql`access.today()`,
    })
    .execute()
}

/** From today somebody no longer works with the family. */
export const endWorker = async (db: WriteDb, familyId: string, id: string): Promise<void> => {
  await db.q
    .updateTable('family_worker')
    .set({ ends: sql`greatest(access.today(), starts)` })
    .where('id', '=', id)
    .where('family_id', '=', familyId)
    .where('ends', 'is', null)
    .execute()
}
