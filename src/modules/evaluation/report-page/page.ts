import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { readReport } from '../access.ts'
import { loadReport } from '../load.ts'
import { paths } from '../paths.ts'
import { ReportView } from './view.tsx'

/** `/report/:term` */
export const reportPage = page({
  path: paths.report,
  permission: readReport,
  record: notRecorded('counts, with nobody named'),
  title: 'Report',
  area: 'Evaluation',
  wide: true,
  load: loadReport,
  view: ReportView,
})
