import { type RawBuilder, sql } from 'kysely'
import { localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type {
  Attended,
  ChangeData,
  Consultations,
  CourseTerm,
  DataCollection,
  Figures,
  Group,
  HubViews,
  Member,
  Partnership,
  PrintedFigure,
  PrintedReport,
  ReferralCount,
  ReferralOrigin,
  ReferredPeople,
  Term,
} from './report/figures.ts'

/** The partnerships that the reader may know of, by name; for the public those with a published term. */
export const readPartnerships = (db: ReadDb): Promise<Partnership[]> =>
  db.q.selectFrom('partnership').select(['id', 'name', 'slug']).orderBy('name').execute()

/** The terms of a partnership that the reader may know of, in order, each with the version that a change must name. */
export const readTerms = async (db: ReadDb, partnershipId: string): Promise<(Term & { version: number })[]> => {
  const rows = await db.q
    .selectFrom('term')
    .select(['number', 'name', 'starts', 'ends', 'published_on', 'version'])
    .where('partnership_id', '=', partnershipId)
    .orderBy('number')
    .execute()
  return rows.map(({ number, name, starts, ends, published_on, version }) => ({
    number,
    name,
    starts: localDate(starts),
    ends: localDate(ends),
    publishedOn: published_on === null ? null : localDate(published_on),
    version,
  }))
}

/**
 * Everything that the report of a term counts, in one snapshot. What the reader may not see is not there.
 * @returns null where the reader sees no such term.
 */
export const readReportFigures = async (db: ReadDb, partnershipId: string, upTo: number): Promise<Figures | null> => {
  const partnership = (await readPartnerships(db)).find(({ id }) => id === partnershipId)
  const terms = (await readTerms(db, partnershipId)).filter(({ number }) => number <= upTo)
  const term = terms.find(({ number }) => number === upTo)
  if (partnership === undefined || term === undefined) return null
  return {
    partnership,
    term,
    terms,
    ...(await readCounts(db, partnershipId, upTo)),
    ...(await readMarketplace(db, partnershipId, upTo)),
    dataCollection: await readDataCollection(db, partnershipId, upTo),
    printed: await readPrinted(db, partnershipId, upTo),
  }
}

const rowsOf = async <T>(db: ReadDb, query: RawBuilder<T>): Promise<T[]> => (await query.execute(db.q)).rows

const readCounts = async (db: ReadDb, id: string, upTo: number) => ({
  members: await rowsOf(
    db,
    sql<Member>`select term_number as term, name as authority from figures.members(${id}, ${upTo})`,
  ),
  training: await rowsOf(
    db,
    sql<CourseTerm>`select term_number as term, course, days, mode, offered, blocks, attended from figures.training(${id}, ${upTo})`,
  ),
  attended: await rowsOf(
    db,
    sql<Attended>`select term_number as term, course, authority, attended from figures.training_by_authority(${id}, ${upTo})`,
  ),
  consultations: await rowsOf(
    db,
    sql<Consultations>`select term_number as term, authority, consultations, months from figures.consultations(${id}, ${upTo})`,
  ),
  hubViews: await rowsOf(
    db,
    sql<HubViews>`select term_number as term, section, page, views, first_on as "firstOn", last_on as "lastOn" from figures.hub_views(${id}, ${upTo})`,
  ),
  changeData: await rowsOf(
    db,
    sql<ChangeData>`select term_number as term, authority, starts, ends, indicator, events from figures.change_data(${id}, ${upTo})`,
  ),
  groups: await rowsOf(db, sql<Group>`select name, meets from figures.governance(${id}, ${upTo})`),
})

const readMarketplace = async (db: ReadDb, id: string, upTo: number) => ({
  referrals: await rowsOf(
    db,
    sql<ReferralCount>`select term_number as term, programme, measure, n, first_on as "firstOn", last_on as "lastOn" from figures.referrals(${id}, ${upTo})`,
  ),
  referredPeople: await rowsOf(
    db,
    sql<ReferredPeople>`select term_number as term, characteristic, value, n from figures.referred_people(${id}, ${upTo})`,
  ),
  origins: await rowsOf(
    db,
    sql<ReferralOrigin>`select term_number as term, programme, origin, own_borough as "ownBorough", n, suitable from figures.referral_origins(${id}, ${upTo})`,
  ),
})

const readDataCollection = (db: ReadDb, partnershipId: string, upTo: number): Promise<DataCollection[]> =>
  db.q
    .selectFrom('data_collection')
    .select(['term_number as term', 'name', 'what'])
    .where('partnership_id', '=', partnershipId)
    .where('term_number', '<=', upTo)
    .orderBy('sort')
    .orderBy('term_number')
    .execute()

const readPrinted = async (db: ReadDb, partnershipId: string, term: number): Promise<PrintedReport | null> => {
  const report = await db.q
    .selectFrom('printed_report')
    .select(['id', 'title', 'citation'])
    .where('partnership_id', '=', partnershipId)
    .where('term_number', '=', term)
    .executeTakeFirst()
  if (report === undefined) return null
  const figures: PrintedFigure[] = await db.q
    .selectFrom('printed_figure')
    .select(['place', 'file', 'row_label as row', 'column_name as column', 'printed'])
    .where('report_id', '=', report.id)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  return { title: report.title, citation: report.citation, figures }
}

/**
 * Publishes a term from today on, or takes it back.
 * @returns false where the term has been changed since `version` was read, or is not the reader's to change.
 */
export const setPublished = async (
  db: WriteDb,
  term: { partnershipId: string; number: number; version: number },
  published: boolean,
): Promise<boolean> => {
  const done = await db.q
    .updateTable('term')
    .set({ published_on: published ? sql<string>`access.today()` : null, version: term.version + 1 })
    .where('partnership_id', '=', term.partnershipId)
    .where('number', '=', term.number)
    .where('version', '=', term.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
