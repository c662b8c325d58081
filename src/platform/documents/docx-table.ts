import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { cellText, label, requireTable } from './cells.ts'
import { quiet } from './docx-styles.ts'
import type { Cell, DocumentColumn, DocumentTable } from './model.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: 'B8C2C4' }
const strongLine = { style: BorderStyle.SINGLE, size: 10, color: quiet }

/** Caption, native table with repeating header row, and under it base, period and notes. Throws as `requireTable`. */
export const docxTable = (table: DocumentTable): (Paragraph | Table)[] => {
  requireTable(table)
  const { columns, rows, rowHeadings } = table
  return [
    new Paragraph({ style: 'Caption', text: `${label('Table', table.number)}: ${table.caption}` }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      tableLook: { firstRow: true, firstColumn: rowHeadings, noHBand: true, noVBand: true },
      borders: {
        top: strongLine,
        bottom: strongLine,
        left: none,
        right: none,
        insideHorizontal: line,
        insideVertical: none,
      },
      margins: { top: 30, bottom: 30, left: 80, right: 80 },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map((column) => cellOf(column.heading, column, true)),
        }),
        ...rows.map((row) => rowOf(row, columns, rowHeadings)),
      ],
    }),
    ...sourceNotes(table).map((text) => new Paragraph({ style: 'SourceNote', text })),
  ]
}

/** What stands under a table: base, period and notes, each as a sentence of its own. */
export const sourceNotes = ({ base, period, notes }: DocumentTable): string[] =>
  [base === '' ? '' : `Base: ${base}`, period === '' ? '' : `Period: ${period}`, ...notes].filter((text) => text !== '')

const rowOf = (row: readonly Cell[], columns: readonly DocumentColumn[], rowHeadings: boolean): TableRow =>
  new TableRow({
    cantSplit: true,
    children: columns.map((column, index) => cellOf(cellText(row[index] ?? null), column, rowHeadings && index === 0)),
  })

const cellOf = (text: string, column: DocumentColumn, bold: boolean): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: column.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text, bold })],
      }),
    ],
  })
