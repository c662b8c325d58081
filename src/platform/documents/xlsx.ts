import type { CellObject, Row, Sheet } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { cellText, cellValue, label, requireTable } from './cells.ts'
import { readMade } from './made.ts'
import type { Cell, Document, DocumentTable } from './model.ts'
import { numberFormat } from './number-format.ts'
import { repack } from './repack.ts'
import { sheetNames } from './sheet-names.ts'

type Worksheet = Sheet<never>

/**
 * An Excel file: a contents sheet, then one sheet a table with its caption, period and base above a frozen header row
 * and its notes below. Only tables go in: no text, facts, notes or charts; the footer stands on the contents sheet. Numbers are numbers, printed as in the document; text is always text, never a formula; nothing is
 * hidden. The same document gives the same bytes.
 * @throws RangeError when a table does not hold together, or `made` is no day and no instant.
 */
export const toXlsx = async (document: Document): Promise<Buffer> => {
  const made = readMade(document.made)
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  for (const table of tables) requireTable(table)
  const [contents = 'Contents', ...names] = sheetNames([
    'Contents',
    ...tables.map((table) => label('Table', table.number)),
  ])
  const sheets = [
    contentsSheet(document, made.words, tables, contents, names),
    ...tables.map((table, index) => tableSheet(table, names[index] ?? '')),
  ]
  return repack(await writeExcelFile(sheets, { fontFamily: 'Arial', fontSize: 11 }).toBuffer(), made.instant)
}

// The type is always said: left to itself the library would guess it from the value.
const text = (value: string, style: Partial<CellObject> = {}): CellObject => ({ value, type: String, ...style })
const heading = (value: string, numeric: boolean): CellObject =>
  text(value, { fontWeight: 'bold', wrap: true, align: numeric ? 'right' : 'left', bottomBorderStyle: 'thin' })

const contentsSheet = (
  document: Document,
  made: string,
  tables: readonly DocumentTable[],
  sheet: string,
  names: readonly string[],
): Worksheet => {
  const above: Row[] = [
    [text(document.title, { fontWeight: 'bold', fontSize: 16 })],
    ...(document.subtitle === '' ? [] : [[text(document.subtitle)]]),
    [text(`Made on ${made}`)],
    ...(document.footer === undefined || document.footer === '' ? [] : [[text(document.footer)]]),
    ['Sheet', 'What it shows', 'Period', 'Base'].map((word) => heading(word, false)),
  ]
  const rows = tables.map((table, index) =>
    [names[index] ?? '', table.caption, table.period, table.base].map((value) =>
      text(value, { wrap: true, alignVertical: 'top' }),
    ),
  )
  const columns = [14, 60, 34, 44].map((width) => ({ width }))
  return { sheet, data: [...above, ...rows], columns, stickyRowsCount: above.length }
}

const tableSheet = (table: DocumentTable, sheet: string): Worksheet => {
  const above: Row[] = [
    [text(`${label('Table', table.number)}: ${table.caption}`, { fontWeight: 'bold', fontSize: 13 })],
    ...(table.period === '' ? [] : [[text(`Period: ${table.period}`)]]),
    ...(table.base === '' ? [] : [[text(`Base: ${table.base}`)]]),
    table.columns.map((column) => heading(column.heading, column.numeric)),
  ]
  const rows = table.rows.map((row) => row.map((cell, index) => cellOf(cell, table, index)))
  const notes = table.notes.map((note) => [text(note)])
  return {
    sheet,
    data: [...above, ...rows, ...notes],
    columns: widths(table),
    stickyRowsCount: above.length,
    ...(table.rowHeadings ? { stickyColumnsCount: 1 } : {}),
  }
}

const cellOf = (cell: Cell, table: DocumentTable, index: number): CellObject => {
  const value = cellValue(cell)
  const align = table.columns[index]?.numeric ? 'right' : 'left'
  if (value === null)
    return text(cellText(cell), { align, ...(table.rowHeadings && index === 0 ? { fontWeight: 'bold' } : {}) })
  const format = numberFormat(value, cellText(cell))
  return { value, type: Number, align, ...(format === null ? {} : { format }) }
}

/** Wide enough for the longest cell, within reason; headings wrap. In characters. */
const widths = ({ columns, rows }: DocumentTable): { width: number }[] =>
  columns.map(({ heading: title }, index) => {
    const longest = Math.max(title.length / 2, ...rows.map((row) => cellText(row[index] ?? null).length))
    return { width: Math.min(60, Math.max(12, Math.ceil(longest) + 2)) }
  })
