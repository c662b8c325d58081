import type { Actor } from '#platform/access/actor.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { isPerson } from '#platform/web/route.ts'
import { buildReport } from './report/build.ts'
import type { Partnership } from './report/figures.ts'
import type { Report } from './report/model.ts'
import { remembered } from './report/remembered.ts'
import { readFigures, readPartnerships, readTerms } from './store.ts'

type Reader = { readonly actor: Actor; readonly db: ReadDb; readonly query: URLSearchParams }

/** The partnerships whose reports somebody may read: their own, or those of which the public knows. */
export const partnershipsOf = async ({ actor, db }: Reader): Promise<Partnership[]> => {
  const seen = await readPartnerships(db)
  return isPerson(actor) ? seen.filter(({ id }) => id === actor.grant.partnershipId) : seen
}

/** The partnership that a page is about: the one that the URL names, or the only one there is. */
export const partnershipFor = async (
  reader: Reader,
): Promise<{ partnership: Partnership; slug: string | null } | null> => {
  const open = await partnershipsOf(reader)
  const named = reader.query.get('partnership')
  const partnership =
    named === null ? (open.length === 1 ? open[0] : undefined) : open.find(({ slug }) => slug === named)
  return partnership ? { partnership, slug: open.length > 1 ? partnership.slug : null } : null
}

/** The number of a term, as a URL or an option writes it. */
export const termNumber = (text: string): number | null => (/^[1-9]\d?$/.test(text) ? Number(text) : null)

/** A report with what its pages need beside it: `slug` where links must name the partnership. */
export type LoadedReport = {
  readonly report: Report
  readonly slug: string | null
  readonly mayPublish: boolean
  /** Reads what boroughs have released of their change data: the partnership's roles, never the public. */
  readonly readsReleases: boolean
}

/** The report of the term that a URL names, as far as this reader may see it; null: there is none, or not for them. */
export const loadReport = async (
  reader: Reader & { readonly params: { readonly term: string } },
): Promise<LoadedReport | null> => {
  const found = await partnershipFor(reader)
  const number = termNumber(reader.params.term)
  if (found === null || number === null) return null
  const read = await readFigures(reader.db, found.partnership.id, number)
  if (read === null) return null
  // The public's counts may be fewer, and then their content differs: nobody is shown a report made for another.
  const report = remembered(`${found.partnership.id} ${number}`, read.content, () => buildReport(read.figures()))
  if (!mayRead(reader.actor, report.term.publishedOn)) return null
  const mayPublish = isPerson(reader.actor) && reader.actor.grant.role === 'project'
  return { report, slug: found.slug, mayPublish, readsReleases: isPerson(reader.actor) }
}

/** The terms whose report somebody may read. The public may know of an earlier term and not have its report. */
export const termsFor = async ({ actor, db }: Reader, partnershipId: string) =>
  (await readTerms(db, partnershipId)).filter(({ publishedOn }) => mayRead(actor, publishedOn))

const mayRead = (actor: Actor, publishedOn: string | null): boolean => isPerson(actor) || publishedOn !== null
