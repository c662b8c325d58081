import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Family, Part } from '../family.ts'
import type { KeptApart, PersonDetails, StampedPerson } from './people.ts'

const dayOrNull = (text: string | null): LocalDate | null => (text === null ? null : localDate(text))

/** Those of a family who have not left it, with the fields that the form asks of people. */
export const readPeopleDetails = async (db: ReadDb, familyId: string): Promise<PersonDetails[]> => {
  const rows = await db.q
    .selectFrom('family_individual as fi')
    .innerJoin('individual as i', 'i.id', 'fi.individual_id')
    .select(['i.id', 'i.name', 'fi.part', 'fi.cms_id', 'i.birth_on', 'i.expected_on', 'i.gender', 'i.disability'])
    .select(['i.ethnicity', 'i.religion', 'i.sexuality', 'fi.involvement', 'i.communication_needs', 'i.vulnerability'])
    .select(['i.housing_status', 'fi.children_elsewhere'])
    .where('fi.family_id', '=', familyId)
    .where('fi.left_on', 'is', null)
    .orderBy(sql`array_position(array['child', 'perpetrator', 'victim_survivor', 'other'], fi.part)`)
    .orderBy('fi.sort')
    .orderBy('fi.added_at')
    .orderBy('i.id')
    .execute()
  return rows.map((row) => ({
    individualId: row.id,
    name: row.name,
    part: row.part as Part, // the table checks it
    cmsId: row.cms_id,
    birthOn: dayOrNull(row.birth_on),
    expectedOn: dayOrNull(row.expected_on),
    gender: row.gender,
    disability: row.disability,
    ethnicity: row.ethnicity,
    religion: row.religion,
    sexuality: row.sexuality,
    involvement: row.involvement,
    communicationNeeds: row.communication_needs,
    vulnerability: row.vulnerability,
    housingStatus: row.housing_status,
    childrenElsewhere: row.children_elsewhere,
  }))
}

/** By person: what is kept apart for them. Only that it is there is read, never what it is. */
export const readKeptApart = async (db: ReadDb, familyId: string): Promise<ReadonlyMap<string, KeptApart>> => {
  const addresses = await db.q
    .selectFrom('vault_entry')
    .select('individual_id')
    .where('family_id', '=', familyId)
    .where('kind', '=', 'address')
    .where('ended_on', 'is', null)
    .execute()
  const plans = await db.q
    .selectFrom('safety_plan')
    .select('perpetrator_id')
    .where('family_id', '=', familyId)
    .where('safe_way', '<>', '')
    .execute()
  const [homes, ways] = [
    new Set(addresses.map(({ individual_id }) => individual_id)),
    new Set(plans.map(({ perpetrator_id }) => perpetrator_id)),
  ]
  return new Map([...homes, ...ways].map((id) => [id, { address: homes.has(id), safeWay: ways.has(id) }]))
}

/** The people as they are recorded now, for a form that is completed today. */
export const stampPeople = async (
  db: ReadDb,
  family: Pick<Family, 'id' | 'communicationNeeds' | 'legalStatus'>,
): Promise<StampedPerson[]> => [
  ...(await readPeopleDetails(db, family.id)),
  { part: 'household', communicationNeeds: family.communicationNeeds, legalStatus: family.legalStatus },
]
