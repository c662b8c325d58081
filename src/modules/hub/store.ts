import { localDate, type Period } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { PageViews } from './views.ts'

/** Every page of a partnership's hub with its views in a period (null: ever), in the order of the hub. */
export const readPageViews = async (
  db: ReadDb,
  partnershipId: string,
  during: Period | null,
  section: string | null = null,
): Promise<PageViews[]> => {
  const [starts, ends] = [during?.starts ?? '0001-01-01', during?.ends ?? '9999-12-31']
  let query = db.q
    .selectFrom('hub_page as p')
    .leftJoin('hub_page_day as d', (join) =>
      join.onRef('d.page_id', '=', 'p.id').on('d.on_date', '>=', starts).on('d.on_date', '<', ends),
    )
    .where('p.partnership_id', '=', partnershipId)
  if (section !== null) query = query.where('p.section', '=', section)
  const rows = await query
    .select(({ fn }) => [
      'p.id',
      'p.section',
      'p.title',
      fn.sum<number | null>('d.views').as('views'),
      fn.min<string | null>('d.on_date').as('first_on'),
      fn.max<string | null>('d.on_date').as('last_on'),
    ])
    .groupBy(['p.id', 'p.section', 'p.title', 'p.sort'])
    .orderBy('p.sort')
    .orderBy('p.title')
    .execute()
  return rows.map(({ id, section: name, title, views, first_on, last_on }) => ({
    id,
    section: name,
    title,
    views,
    firstOn: first_on === null ? null : localDate(first_on),
    lastOn: last_on === null ? null : localDate(last_on),
  }))
}
