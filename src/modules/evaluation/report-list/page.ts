import { page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { readReport } from '../access.ts'
import { partnershipsOf, termsFor } from '../load.ts'
import { paths } from '../paths.ts'
import { ReportList } from './view.tsx'

/** `/report`: the terms with a report that the reader may open. */
export const reportListPage = page({
  path: paths.list,
  permission: readReport,
  record: notRecorded('names of terms'),
  title: 'Reports',
  area: 'Evaluation',
  async load(given) {
    const open = await partnershipsOf(given)
    const named = given.query.get('partnership')
    const partnerships = []
    for (const { id, name, slug } of open.filter((one) => named === null || one.slug === named)) {
      const terms = await termsFor(given, id)
      partnerships.push({ name, slug: open.length > 1 ? slug : null, terms: terms.toReversed() })
    }
    if (named !== null && partnerships.length === 0) return null
    return { partnerships, insider: isPerson(given.actor) }
  },
  view: ReportList,
})
