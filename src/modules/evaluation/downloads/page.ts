import { toCsv, toDocx, toXlsx } from '#platform/documents/index.ts'
import { jsonRoute } from '#platform/web/json-route.ts'
import { file } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { readReport } from '../access.ts'
import { type LoadedReport, loadReport } from '../load.ts'
import { paths } from '../paths.ts'
import { toDocument, toFileTable } from '../report/document.ts'
import { reportJson, toJson } from '../report/json.ts'

const record = notRecorded('counts, with nobody named')
const nameOf = ({ report }: LoadedReport, ending: string) =>
  `report-${report.partnership.slug}-term-${report.term.number}${ending}`

/** `/report/:term/document.docx` */
export const docxFile = file({
  path: paths.docx,
  permission: readReport,
  record,
  load: async (given) => dated(await loadReport(given), given.services.clock.today()),
  write: async (loaded) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: nameOf(loaded, '.docx'),
    body: await toDocx(toDocument(loaded.report, loaded.today)),
  }),
})

/** `/report/:term/tables.xlsx` */
export const xlsxFile = file({
  path: paths.xlsx,
  permission: readReport,
  record,
  load: async (given) => dated(await loadReport(given), given.services.clock.today()),
  write: async (loaded) => ({
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: nameOf(loaded, '.xlsx'),
    body: await toXlsx(toDocument(loaded.report, loaded.today)),
  }),
})

/** `/report/:term/report.json` */
export const jsonFile = file({
  path: paths.json,
  permission: readReport,
  record,
  load: loadReport,
  write: async (loaded) => ({
    type: 'application/json; charset=utf-8',
    name: nameOf(loaded, '.json'),
    body: `${JSON.stringify(reportJson.parse(toJson(loaded.report)), null, 2)}\n`,
  }),
})

/** `/report/:term/tables/:table`: one table as its published file has it. */
export const tableFile = file({
  path: paths.table,
  permission: readReport,
  record,
  async load(given) {
    const loaded = await loadReport(given)
    const table = loaded?.report.tables.find(({ id }) => id === given.params.table)
    return loaded && table ? { ...loaded, table } : null
  },
  write: async (loaded) => ({
    type: 'text/csv; charset=utf-8',
    name: nameOf(loaded, `-${loaded.table.file}`),
    body: toCsv(toFileTable(loaded.table)),
  }),
})

/** `/api/v1/report/:term` */
export const reportApi = jsonRoute({
  path: paths.api,
  permission: readReport,
  record,
  summary: 'A term’s report: its tables as counted, and where the printed report disagrees with its own numbers',
  answer: reportJson,
  async load(given) {
    const loaded = await loadReport(given)
    return loaded && toJson(loaded.report)
  },
})

const dated = (loaded: LoadedReport | null, today: string) => loaded && { ...loaded, today }
