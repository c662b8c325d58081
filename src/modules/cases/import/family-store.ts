import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { openFamily, readOwnTeam } from '../open/store.ts'
import { addKnownPerson, addPerson } from '../people/store.ts'
import type { FamilyFile } from './family-file.ts'

/** The record with this number that the person sees; null where there is none for them. Nothing tells of one that is hidden. */
export const recordWithNumber = async (
  db: ReadDb,
  cmsId: string,
): Promise<{ readonly id: string; readonly reference: string } | null> =>
  cmsId === ''
    ? null
    : ((await db.q
        .selectFrom('family')
        .select(['id', 'reference'])
        .where('cms_id', '=', cmsId)
        .orderBy('opened_on', 'desc')
        .limit(1)
        .executeTakeFirst()) ?? null)

/** By row of the file: the perpetrator of another record of the borough who has this name and date of birth. */
export const readKnown = async (db: ReadDb, { people }: FamilyFile): Promise<ReadonlyMap<number, string>> => {
  const known = new Map<number, string>()
  for (const { line, part, name, birthOn } of people) {
    if (part !== 'perpetrator' || birthOn === null) continue
    const { rows } = await sql<{ id: string }>`
      select id from access.same_perpetrator(${name}, ${birthOn}::date) id order by id limit 1`.execute(db.q)
    const [found] = rows
    if (found) known.set(line, found.id)
  }
  return known
}

/** Opens the record with everybody in it. `known`: who of them is somebody of another record. Returns its id. */
export const openImported = async (
  db: WriteDb,
  authorityId: string,
  family: FamilyFile,
  known: ReadonlyMap<number, string>,
): Promise<string> => {
  const { name, cmsId, legalStatus, communicationNeeds } = family
  const familyId = await openFamily(db, { name, cmsId, teamId: await readOwnTeam(db) })
  for (const [sort, { line, ...person }] of family.people.entries()) {
    const same = known.get(line)
    if (same === undefined) await addPerson(db, { authorityId, familyId, sort }, person)
    else await addKnownPerson(db, { authorityId, familyId, sort }, same, person)
  }
  if (legalStatus !== '' || communicationNeeds !== '')
    await db.q
      .updateTable('family')
      .set({ legal_status: legalStatus, communication_needs: communicationNeeds })
      .where('id', '=', familyId)
      .execute()
  return familyId
}
