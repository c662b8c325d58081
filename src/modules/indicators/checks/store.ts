import type { ReadDb } from '#platform/db/connection.ts'
import {
  type Published,
  type PublishedFigure,
  type PublishedName,
  type PublishedSymbol,
  publishedNames,
  symbols,
} from './published.ts'

const names: ReadonlySet<string> = new Set(Object.values(publishedNames).flat())
const isName = (name: string): name is PublishedName => names.has(name)
const isSymbol = (status: string): status is PublishedSymbol => symbols.some((symbol) => symbol === status)

/** What the Department has published of one authority, by its three digits: every year that was loaded. */
export const readPublished = async (db: ReadDb, authorityCode: string): Promise<Published> => {
  const rows = await db.q
    .selectFrom('published_figure')
    .select(['year', 'name', 'status', 'value'])
    .where('authority_code', '=', authorityCode)
    .orderBy('year')
    .orderBy('name')
    .execute()
  const years = new Map<number, Map<PublishedName, PublishedFigure>>()
  for (const { year, name, status, value } of rows) {
    const figure = value ?? (isSymbol(status) ? status : null)
    if (figure === null || !isName(name)) continue
    const own = years.get(year) ?? new Map<PublishedName, PublishedFigure>()
    years.set(year, own.set(name, figure))
  }
  return years
}
