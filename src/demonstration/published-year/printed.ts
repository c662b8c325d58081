import type { z } from 'zod'
import { idOf } from '../ids.ts'
import type { Published, PublishedFile } from '../published-figures.ts'
import { keyText, type Line } from '../published-file.ts'
import type { Setting } from '../setting.ts'
import { withoutRemark } from './governance.ts'

const termNumber = 2

type Cells = Readonly<Record<string, string>>
type Place = string | ((cells: Cells) => string)
type Printed = { place: string; file: string; row_label: string; column_name: string; printed: string }

/** The report of Year 2 with every cell and sentence that it printed, and its register of data collection. */
export const savePrinted = (setting: Setting): void => {
  const { world, partnership, published } = setting
  const report = idOf('printed report', termNumber)
  world.add('printed_report', {
    id: report,
    partnership_id: partnership,
    term_number: termNumber,
    title: 'Beyond Training',
    citation: 'Garner and Kelly (2023) Beyond Training',
  })
  for (const [index, figure] of [...tableCells(published), ...statements(published)].entries()) {
    const id = idOf('printed figure', figure.place, figure.file, figure.row_label, figure.column_name)
    world.add('printed_figure', { id, partnership_id: partnership, report_id: report, ...figure, sort: index + 1 })
  }
  saveCollection(setting)
}

/**
 * Every cell of the report's tables but those that name their row. A row's name is kept only where the table prints it otherwise than we do; notes only
 * where the report gives them beside a number.
 */
const tableCells = (published: Published): Printed[] => [
  ...cellsOf(published.collection, 'Table 1'),
  ...cellsOf(published.blocks, 'Table 2'),
  ...cellsOf(published.attendance, 'Appendix 1'),
  ...cellsOf(published.survey, 'section 4.1'),
  ...cellsOf(published.demographics, 'Table 3'),
  ...cellsOf(published.consultations, 'Table 4'),
  ...cellsOf(published.referrals, ({ measure, provider }) =>
    measure === 'referrals' && provider !== '(all)' ? 'Figure 5' : 'section 4.3',
  ),
  ...cellsOf(published.hub, 'Table 5'),
  ...cellsOf(published.changeData, 'Table 6'),
  ...cellsOf(published.audits, 'section 4.4'),
  ...cellsOf(published.groups, 'section 4.4').map((cell) => ({ ...cell, printed: withoutRemark(cell.printed) })),
  ...cellsOf(published.memberships, 'chapters 1 and 3'),
]

const cellsOf = <C extends Record<string, z.ZodType>>({ shape, lines }: PublishedFile<C>, place: Place): Printed[] => {
  const columns = Object.keys(shape.columns).filter(
    (name) => !shape.key.includes(name) && (name !== 'note' || 'provider' in shape.columns),
  )
  return lines.flatMap((line: Line<C>) => {
    const cells: Cells = line.cells
    const values: Readonly<Record<string, unknown>> = line.values
    const renamed = shape.key.filter((name) => typeof values[name] === 'string' && values[name] !== cells[name])
    return [...renamed, ...columns].map((column) => ({
      place: typeof place === 'string' ? place : place(cells),
      file: shape.file,
      row_label: keyText(shape, line),
      column_name: column,
      printed: cells[column] ?? '',
    }))
  })
}

const statements = ({ statements: { lines } }: Published): Printed[] => lines.map(({ values }) => ({ ...values }))

/** Table 1. */
const saveCollection = ({ world, partnership, published }: Setting) => {
  for (const [index, { values }] of published.collection.lines.entries()) {
    for (const [term, what] of [values.year_1, values.year_2].entries()) {
      world.add('data_collection', {
        id: idOf('data collection', values.data_collection, term + 1),
        partnership_id: partnership,
        term_number: term + 1,
        name: values.data_collection,
        what,
        sort: index + 1,
      })
    }
  }
}
