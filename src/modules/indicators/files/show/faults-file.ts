import { formatPeriod } from '#platform/dates.ts'
import { toCsv } from '#platform/documents/index.ts'
import { file, type Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFiles } from '../../access.ts'
import { paths } from '../../paths.ts'
import { mostFaults } from '../../readers/fault.ts'
import { readFaults } from '../fault-store.ts'
import { readFile } from '../store.ts'

const columns = ['file', 'line', 'child', 'field', 'rule', 'counted', 'what_to_do'].map((key) => ({
  key,
  heading: key,
  numeric: key === 'line' || key === 'child',
}))

const everything = { rule: null, severity: null } as const

const load = async ({ actor, db, params }: Given<typeof paths.faultsFile.pattern>) => {
  const kept = isPerson(actor) ? await readFile(db, actor.grant.organisationId, params.fileId) : null
  return kept && { kept, faults: await readFaults(db, kept.id, everything, { offset: 0, limit: mostFaults }) }
}

/** Every line that is listed as wrong, for a spreadsheet: where it stands, never who the child is. */
export const faultsFile = file({
  path: paths.faultsFile,
  permission: seeFiles,
  record: { act: 'return-file.faults-downloaded', subject: ({ kept }) => ({ kind: 'return-file', id: kept.id }) },
  load,
  write: async ({ kept, faults }) => ({
    type: 'text/csv; charset=utf-8',
    name: 'what-is-wrong.csv',
    body: toCsv({
      number: '1',
      caption: 'What is wrong with a file',
      columns,
      rows: faults.map(({ file: name, line, record, field, rule, severity, said }) => [
        name,
        line === null ? { value: null, text: 'whole file' } : line,
        record == null ? { value: null, text: 'no child' } : record,
        field ?? 'no field',
        rule,
        severity === 'fault' ? 'not counted' : 'counted',
        said,
      ]),
      rowHeadings: false,
      notes: [],
      base: '',
      period: formatPeriod({ starts: kept.coversFrom, ends: kept.coversTo }),
    }),
  }),
})
