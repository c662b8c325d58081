/** A family's record out of its rows, for another system. Reads nothing that `r_system` may not: no vault, notes, supervision or safety plan. */
import { sql } from 'kysely'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Harm } from '../pattern/entry.ts'
import { type FamilyRecord, recordFormat } from './record.ts'
import { readFormsOut } from './record-forms.ts'
import { readAttemptsOut, readPlanOut, readReferralsOut } from './record-work-store.ts'

type Part<K extends keyof FamilyRecord> = FamilyRecord[K]

/** The record as it leaves; null where there is none that whoever asks may see. */
export const readRecord = async (
  db: ReadDb,
  familyId: string,
  { now, copy }: { readonly now: Date; readonly copy: string | null },
): Promise<FamilyRecord | null> => {
  const family = await readFamilyOut(db, familyId)
  if (family === null) return null
  return {
    format: recordFormat,
    madeAt: now.toISOString(),
    copy,
    family,
    people: await readPeopleOut(db, familyId),
    relations: await readRelationsOut(db, familyId),
    pattern: await readPatternOut(db, familyId),
    efforts: await readEffortsOut(db, familyId),
    complexity: await readComplexityOut(db, familyId),
    attempts: await readAttemptsOut(db, familyId),
    plan: await readPlanOut(db, familyId),
    forms: await readFormsOut(db, familyId),
    referrals: await readReferralsOut(db, familyId),
  }
}

/** What was taken back, and why. */
export const withdrawnOf = (row: { withdrawn_at: Date | null; withdrawn_why: string }) =>
  row.withdrawn_at === null ? null : { at: row.withdrawn_at.toISOString(), why: row.withdrawn_why }

const readFamilyOut = async (db: ReadDb, familyId: string): Promise<Part<'family'> | null> => {
  const row = await db.q
    .selectFrom('family')
    .select(['id', 'reference', 'name', 'cms_id', 'opened_on', 'closed_on', 'close_reason', 'legal_status'])
    .select(['communication_needs', 'version'])
    .where('id', '=', familyId)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    reference: row.reference,
    name: row.name,
    caseNumber: row.cms_id,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    closeReason: row.close_reason,
    legalStatus: row.legal_status,
    communicationNeeds: row.communication_needs,
    version: row.version,
  }
}

const readPeopleOut = async (db: ReadDb, familyId: string): Promise<Part<'people'>> => {
  const rows = await db.q
    .selectFrom('family_individual as fi')
    .innerJoin('individual as i', 'i.id', 'fi.individual_id')
    .select(['i.id', 'i.name', 'fi.part', 'i.birth_on', 'i.expected_on', 'fi.left_on', 'fi.cms_id', 'i.gender'])
    .select(['i.disability', 'i.ethnicity', 'i.religion', 'i.sexuality', 'i.communication_needs', 'i.vulnerability'])
    .select(['i.housing_status', 'fi.involvement', 'fi.children_elsewhere'])
    .where('fi.family_id', '=', familyId)
    .orderBy(sql`array_position(array['child', 'perpetrator', 'victim_survivor', 'other'], fi.part)`)
    .orderBy('fi.sort')
    .orderBy('i.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    part: row.part as Part<'people'>[number]['part'], // the table checks it
    bornOn: row.birth_on,
    expectedOn: row.expected_on,
    leftOn: row.left_on,
    caseNumber: row.cms_id,
    gender: row.gender,
    disability: row.disability,
    ethnicity: row.ethnicity,
    religion: row.religion,
    sexuality: row.sexuality,
    communicationNeeds: row.communication_needs,
    vulnerability: row.vulnerability,
    housingStatus: row.housing_status,
    involvement: row.involvement,
    childrenElsewhere: row.children_elsewhere,
  }))
}

const readRelationsOut = async (db: ReadDb, familyId: string): Promise<Part<'relations'>> => {
  const rows = await db.q
    .selectFrom('relation')
    .select(['id', 'from_id', 'to_id', 'kind', 'note', 'ended_on', 'version'])
    .where('family_id', '=', familyId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, from_id, to_id, kind, note, ended_on, version }) => ({
    id,
    from: from_id,
    to: to_id,
    kind,
    note,
    endedOn: ended_on,
    version,
  }))
}

const readPatternOut = async (db: ReadDb, familyId: string): Promise<Part<'pattern'>> => {
  const rows = await db.q
    .selectFrom('pattern_entry')
    .select(['id', 'perpetrator_id', 'kinds', 'what', 'starts', 'ends', 'known_to', 'source', 'harms', 'meaning'])
    .select(['recorded_at', 'withdrawn_at', 'withdrawn_why', 'version'])
    .where('family_id', '=', familyId)
    .orderBy(sql`starts nulls last, ends nulls last, recorded_at, id`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    perpetrator: row.perpetrator_id,
    kinds: row.kinds,
    what: row.what,
    starts: row.starts,
    ends: row.ends,
    knownTo: row.known_to as Part<'pattern'>[number]['knownTo'], // the table checks it
    source: row.source,
    // written by the pattern's own store alone
    harms: (row.harms as unknown as readonly Harm[]).map(({ individual, ways, how }) => ({
      person: individual,
      ways: [...ways],
      how,
    })),
    meaning: row.meaning,
    recordedAt: row.recorded_at.toISOString(),
    withdrawn: withdrawnOf(row),
    version: row.version,
  }))
}

const readEffortsOut = async (db: ReadDb, familyId: string): Promise<Part<'efforts'>> => {
  const rows = await db.q
    .selectFrom('protective_effort')
    .select(['id', 'survivor_id', 'children', 'kind', 'what', 'source', 'seen_on', 'acknowledged_on'])
    .select(['recorded_at', 'withdrawn_at', 'withdrawn_why', 'version'])
    .where('family_id', '=', familyId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    survivor: row.survivor_id,
    children: row.children,
    kind: row.kind as Part<'efforts'>[number]['kind'], // the table checks it
    what: row.what,
    source: row.source,
    seenOn: row.seen_on,
    acknowledgedOn: row.acknowledged_on,
    recordedAt: row.recorded_at.toISOString(),
    withdrawn: withdrawnOf(row),
    version: row.version,
  }))
}

const readComplexityOut = async (db: ReadDb, familyId: string): Promise<Part<'complexity'>> => {
  const rows = await db.q
    .selectFrom('complexity')
    .select(['id', 'individual_id', 'kind', 'link', 'what', 'source', 'recorded_at', 'withdrawn_at'])
    .select(['withdrawn_why', 'version'])
    .where('family_id', '=', familyId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.individual_id,
    kind: row.kind,
    link: row.link,
    what: row.what,
    source: row.source,
    recordedAt: row.recorded_at.toISOString(),
    withdrawn: withdrawnOf(row),
    version: row.version,
  }))
}
