import { readingOf } from '#modules/people/index.ts'
import { toCsv, toXlsx } from '#platform/documents/index.ts'
import { file } from '#platform/web/page.ts'
import { seeReleases } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadReleased } from '../load.ts'
import { releasesDocument, releasesTable } from './document.ts'

/** Everything that has left the boroughs of the reader's partnership: `?as=xlsx`, or CSV. */
export const releasesFile = file({
  path: paths.releasesFile,
  permission: seeReleases,
  record: { act: 'change-release.downloaded', subject: () => ({ kind: 'change-release', id: '' }) },
  async load(given) {
    const reading = await readingOf(given)
    return reading && { ...(await loadReleased(given.db, reading)), as: given.query.get('as') }
  },
  write: async ({ as, ...loaded }) =>
    as === 'xlsx'
      ? {
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          name: 'change-data-released.xlsx',
          body: await toXlsx(releasesDocument(loaded)),
        }
      : { type: 'text/csv; charset=utf-8', name: 'change-data-released.csv', body: toCsv(releasesTable(loaded)) },
})
