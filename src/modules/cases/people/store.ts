import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { Part } from '../family.ts'
import type { PersonField, PersonInput, PersonRecord, Relation } from './person.ts'

const dayOrNull = (text: string | null) => (text === null ? null : localDate(text))

// What a person is, in whatever family; and what they are in this one.
const ofIndividual = {
  gender: 'gender',
  disability: 'disability',
  ethnicity: 'ethnicity',
  religion: 'religion',
  sexuality: 'sexuality',
  communicationNeeds: 'communication_needs',
  vulnerability: 'vulnerability',
  housingStatus: 'housing_status',
} as const satisfies Readonly<Partial<Record<PersonField, string>>>
const ofMember = {
  involvement: 'involvement',
  cmsId: 'cms_id',
  childrenElsewhere: 'children_elsewhere',
} as const satisfies Readonly<Partial<Record<PersonField, string>>>

const columnsIn = (fields: PersonInput['fields'], columns: Readonly<Partial<Record<PersonField, string>>>) =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) => {
      const value = fields[field as PersonField] // keys of the tables above
      return value === undefined ? [] : [[column, value]]
    }),
  )

/** Everybody of a family with all that is recorded of them, in the order of the page. */
export const readPeople = async (db: ReadDb, familyId: string): Promise<PersonRecord[]> => {
  const rows = await db.q
    .selectFrom('family_individual as fi')
    .innerJoin('individual as i', 'i.id', 'fi.individual_id')
    .select([
      ...([
        'i.id',
        'i.name',
        'fi.part',
        'i.birth_on',
        'i.expected_on',
        'fi.left_on',
        'i.gender',
        'i.disability',
      ] as const),
      ...(['i.ethnicity', 'i.religion', 'i.sexuality', 'i.communication_needs', 'i.vulnerability'] as const),
      ...(['i.housing_status', 'fi.involvement', 'fi.cms_id', 'fi.children_elsewhere'] as const),
    ])
    .select(sql<string>`i.version || '.' || fi.version`.as('version'))
    .where('fi.family_id', '=', familyId)
    .orderBy(sql`array_position(array['child', 'perpetrator', 'victim_survivor', 'other'], fi.part)`)
    .orderBy('fi.sort')
    .orderBy('fi.added_at')
    .orderBy('i.id')
    .execute()
  return rows.map((row) => ({
    individualId: row.id,
    name: row.name,
    part: row.part as Part, // the table checks it
    birthOn: dayOrNull(row.birth_on),
    expectedOn: dayOrNull(row.expected_on),
    leftOn: dayOrNull(row.left_on),
    gender: row.gender,
    disability: row.disability,
    ethnicity: row.ethnicity,
    religion: row.religion,
    sexuality: row.sexuality,
    communicationNeeds: row.communication_needs,
    vulnerability: row.vulnerability,
    housingStatus: row.housing_status,
    involvement: row.involvement,
    cmsId: row.cms_id,
    childrenElsewhere: row.children_elsewhere,
    version: row.version,
  }))
}

type Into = { readonly authorityId: string; readonly familyId: string; readonly sort: number }

/** Somebody new: nobody in any other record. Returns their id. */
export const addPerson = async (db: WriteDb, into: Into, input: PersonInput): Promise<string> => {
  const id = randomUUID()
  await db.q
    .insertInto('individual')
    .values({
      id,
      authority_id: into.authorityId,
      name: input.name,
      birth_on: input.birthOn,
      expected_on: input.expectedOn,
      ...columnsIn(input.fields, ofIndividual),
    })
    .execute()
  await joinFamily(db, into, id, input)
  return id
}

const joinFamily = async (db: WriteDb, { authorityId, familyId, sort }: Into, id: string, input: PersonInput) => {
  await db.q
    .insertInto('family_individual')
    .values({
      authority_id: authorityId,
      family_id: familyId,
      individual_id: id,
      part: input.part,
      sort,
      ...columnsIn(input.fields, ofMember),
    })
    .execute()
}

/**
 * Somebody who is in another record already. What is recorded of them there stays; what was typed here fills what was empty, and a longer text is
 * added below the other.
 */
export const addKnownPerson = async (db: WriteDb, into: Into, id: string, input: PersonInput): Promise<void> => {
  await joinFamily(db, into, id, input)
  const typed = Object.entries(columnsIn(input.fields, ofIndividual)).filter(([, value]) => value !== '')
  if (typed.length === 0) return
  const sets = typed.map(([column, value]) => {
    const now = sql.ref(column)
    const kept = /^(communication_needs|vulnerability)$/.test(column)
      ? sql`case when ${now} = '' then ${value} when position(${value} in ${now}) > 0 then ${now} else ${now} || E'\n\n' || ${value} end`
      : sql`case when ${now} = '' then ${value} else ${now} end`
    return sql`${now} = ${kept}`
  })
  await sql`update individual set ${sql.join(sets)}, version = version + 1 where id = ${id}`.execute(db.q)
}

/**
 * People of this name and date of birth in other records: perpetrators of the borough, and whoever the person asking sees. Nothing but their ids is
 * read, and nothing out of what is hidden.
 */
export const findSame = async (db: ReadDb | WriteDb, familyId: string, name: string, birthOn: LocalDate) => {
  const { rows } = await sql<{ id: string }>`
    select x.id from (
      select id from access.same_perpetrator(${name}, ${birthOn}::date) id
      union select id from individual where lower(name) = lower(${name}) and birth_on = ${birthOn}::date
    ) x where not exists (select from family_individual fi where fi.family_id = ${familyId} and fi.individual_id = x.id)
    order by x.id`.execute(db.q)
  return rows.map(({ id }) => id)
}

/** Writes what is recorded of somebody; false where somebody else has changed them since this version. */
export const updatePerson = async (
  db: WriteDb,
  { familyId, individualId, version }: { familyId: string; individualId: string; version: string },
  input: PersonInput & { leftOn: LocalDate | null },
): Promise<boolean> => {
  const [ofPerson = 0, inFamily = 0] = version.split('.').map(Number)
  const person = await db.q
    .updateTable('individual')
    .set({
      name: input.name,
      birth_on: input.birthOn,
      expected_on: input.expectedOn,
      ...columnsIn(input.fields, ofIndividual),
      version: ofPerson + 1,
    })
    .where('id', '=', individualId)
    .where('version', '=', ofPerson)
    .executeTakeFirstOrThrow()
  const member = await db.q
    .updateTable('family_individual')
    .set({ ...columnsIn(input.fields, ofMember), left_on: input.leftOn, version: inFamily + 1 })
    .where('family_id', '=', familyId)
    .where('individual_id', '=', individualId)
    .where('version', '=', inFamily)
    .executeTakeFirstOrThrow()
  return person.numUpdatedRows > 0n && member.numUpdatedRows > 0n
}

/** What the people of a family are to one another, those that have ended last. */
export const readRelations = async (db: ReadDb, familyId: string): Promise<Relation[]> => {
  const rows = await db.q
    .selectFrom('relation')
    .select(['id', 'from_id', 'to_id', 'kind', 'note', 'ended_on'])
    .where('family_id', '=', familyId)
    .orderBy(sql`ended_on is not null`)
    .orderBy('kind')
    .orderBy('id')
    .execute()
  return rows.map(({ id, from_id, to_id, kind, note, ended_on }) => ({
    id,
    fromId: from_id,
    toId: to_id,
    kind,
    note,
    endedOn: dayOrNull(ended_on),
  }))
}

type NewRelation = {
  readonly authorityId: string
  readonly familyId: string
  readonly fromId: string
  readonly toId: string
  readonly kind: string
  readonly note: string
}

/** Records what one is to the other, anew where an earlier one has ended; false where one is recorded that has not. */
export const addRelation = async (db: WriteDb, relation: NewRelation): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db.q
    .insertInto('relation')
    .values({
      authority_id: relation.authorityId,
      family_id: relation.familyId,
      from_id: relation.fromId,
      to_id: relation.toId,
      kind: relation.kind,
      note: relation.note,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['family_id', 'from_id', 'to_id'])
        .doUpdateSet({
          kind: relation.kind,
          note: relation.note,
          ended_on: null,
          version: sql`relation.version + 1`,
        })
        .where('relation.ended_on', 'is not', null),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** From today this is no longer so. */
export const endRelation = async (db: WriteDb, familyId: string, id: string): Promise<void> => {
  await db.q
    .updateTable('relation')
    .set({ ended_on: sql`access.today()`, version: sql`version + 1` })
    .where('id', '=', id)
    .where('family_id', '=', familyId)
    .where('ended_on', 'is', null)
    .execute()
}
