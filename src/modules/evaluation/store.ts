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

/** Counts as the database gave them: `content` is equal where the counts are, and `figures` reads it. */
export type ReadFigures = { readonly content: string; figures(): Figures }

/**
 * Everything that the report of a term counts, in one snapshot. What the reader may not see is not there.
 * @returns null where the reader sees no such term.
 */
export const readFigures = async (db: ReadDb, partnershipId: string, upTo: number): Promise<ReadFigures | null> => {
  const partnership = (await readPartnerships(db)).find(({ id }) => id === partnershipId)
  const known = await readTerms(db, partnershipId)
  const term = known.find(({ number }) => number === upTo)
  if (partnership === undefined || term === undefined) return null
  const text = await readCounts(db, partnershipId, upTo)
  const publishedOn = (number: number) => known.find((one) => one.number === number)?.publishedOn ?? null
  return {
    content: `${JSON.stringify([partnership, known])}${text}`,
    figures: () => {
      const counts = JSON.parse(text) as Counts // what readCounts asked for, column by column
      const terms = counts.terms.map((one) => ({ ...one, publishedOn: publishedOn(one.number) }))
      return { partnership, ...counts, term, terms }
    },
  }
}

/** The same, read. */
export const readReportFigures = async (db: ReadDb, partnershipId: string, upTo: number): Promise<Figures | null> =>
  (await readFigures(db, partnershipId, upTo))?.figures() ?? null

/** All rows of a figures function, or of a table, as one JSON array in their order. Days come as text, counts as numbers. */
const listOf = <T>(columns: string, from: RawBuilder<unknown>): RawBuilder<readonly T[]> =>
  sql`(select coalesce(json_agg(x), '[]') from (select ${sql.raw(columns)} from ${from}) x)`

// One statement and one value for all: a dozen small answers would cost more than what is in them.
const readCounts = async (db: ReadDb, id: string, upTo: number): Promise<string> => {
  const of = (name: string) => sql`${sql.id('figures', name)}(${id}, ${upTo})`
  const counts = await sql<{ text: string }>`select json_build_object(
    'terms', ${listOf<Counts['terms'][number]>('number, name, starts, ends', of('terms'))},
    'members', ${listOf<Member>('term_number as term, name as authority', of('members'))},
    'training', ${listOf<CourseTerm>('term_number as term, course, days, mode, offered, blocks, attended', of('training'))},
    'attended', ${listOf<Attended>('term_number as term, course, authority, attended', of('training_by_authority'))},
    'consultations', ${listOf<Consultations>('term_number as term, authority, consultations, months', of('consultations'))},
    'referrals', ${listOf<ReferralCount>('term_number as term, programme, measure, n, first_on as "firstOn", last_on as "lastOn"', of('referrals'))},
    'referredPeople', ${listOf<ReferredPeople>('term_number as term, characteristic, value, n', of('referred_people'))},
    'origins', ${listOf<ReferralOrigin>('term_number as term, programme, origin, own_borough as "ownBorough", n, suitable', of('referral_origins'))},
    'hubViews', ${listOf<HubViews>('term_number as term, section, page, views, first_on as "firstOn", last_on as "lastOn"', of('hub_views'))},
    'changeData', ${listOf<ChangeData>('term_number as term, authority, starts, ends, indicator, events, withheld', of('change_data'))},
    'groups', ${listOf<Group>('name, meets', of('governance'))},
    'dataCollection', ${listOf<DataCollection>('term_number as term, name, what', dataCollection(id, upTo))},
    'printed', ${printedReport(id, upTo)})::text as text`.execute(db.q)
  const [row] = counts.rows
  // A select without a table has exactly one row.
  return (row as { text: string }).text
}

type Counts = Omit<Figures, 'partnership' | 'term' | 'terms'> & { readonly terms: readonly Omit<Term, 'publishedOn'>[] }

const dataCollection = (id: string, upTo: number) =>
  sql`data_collection where partnership_id = ${id} and term_number <= ${upTo} order by sort, term_number`

const printedReport = (id: string, term: number): RawBuilder<PrintedReport | null> => {
  const figures = listOf<PrintedFigure>(
    'place, file, row_label as "row", column_name as "column", printed',
    sql`printed_figure where report_id = r.id order by sort, id`,
  )
  return sql`(select json_build_object('title', r.title, 'citation', r.citation, 'figures', ${figures})
    from printed_report r where r.partnership_id = ${id} and r.term_number = ${term})`
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

/** The terms of which a printed report is entered, in order. */
export const readPrintedTerms = async (db: ReadDb, partnershipId: string): Promise<number[]> => {
  const rows = await db.q
    .selectFrom('printed_report')
    .select('term_number')
    .where('partnership_id', '=', partnershipId)
    .orderBy('term_number')
    .execute()
  return rows.map(({ term_number }) => term_number)
}
