import { cellText, label, requireTable } from './cells.ts'
import { requireChart } from './docx-chart.ts'
import { sourceNotes } from './docx-table.ts'
import { readMade } from './made.ts'
import type { Document, DocumentBlock, DocumentChart, DocumentTable } from './model.ts'
import { boxesName } from './pdf-boxes.ts'
import { compilePdf } from './pdf-compiler.ts'
import { type PdfText, pdfText, printable } from './pdf-text.ts'

/** Longer documents are refused: making one holds up every page that is asked for meanwhile. In signs of its text. */
export const longestPdf = 3_000_000

/**
 * A tagged PDF (PDF/UA-1): headings, lists, tables with header cells that repeat, a title, British English, page numbers
 * that are no part of the text. Charts are their words and their table. The same document gives the same bytes.
 * What our typefaces cannot draw is drawn as boxes, is whole in the text, and is announced at the top.
 * @throws RangeError when a table or a chart does not hold together, `made` is no day and no instant, or the text is
 * longer than `longestPdf`.
 */
export const toPdf = async (document: Document): Promise<Buffer> => {
  const data = dataOf(document)
  const file = await compilePdf(data)
  return file.includes(`+${boxesName}`) ? compilePdf({ ...data, warning: wide(boxWarning) }) : file
}

const boxWarning =
  'Some of the writing below is shown as empty boxes, because this file has no letters for its script. None of it is lost: it can be copied, searched and read out.'

// The longest words that fit on a line of the page, and into a column of a table.
const wide = (text: string): PdfText => pdfText(text, 48)
const oneLine = (text: string): PdfText => pdfText(plain(text), 48)
// Headings, captions and what is as short as they.
const plain = (text: string): string => printable(text).replaceAll('\n', ' ')
const narrow = (text: string): PdfText => pdfText(text, 20)
const optional = (text: string): PdfText | null => (text === '' ? null : oneLine(text))

const dataOf = (document: Document) => {
  requireLength(document)
  const { instant, words } = readMade(document.made)
  return {
    // A title of several lines is one line in the window of a reader.
    documentTitle: plain(document.title),
    date: datePartsOf(instant),
    title: oneLine(document.title),
    subtitle: optional(document.subtitle),
    made: wide(`Made on ${words}`),
    footer: optional(document.footer ?? ''),
    warning: null,
    blocks: levelled(document.blocks).flatMap(blockOf),
  }
}

const requireLength = (document: Document): void => {
  const length = JSON.stringify(document).length
  if (length > longestPdf) throw new RangeError(`${length} signs are too many for one PDF; ${longestPdf} are the most`)
}

const datePartsOf = (instant: Date): number[] => [
  instant.getUTCFullYear(),
  instant.getUTCMonth() + 1,
  instant.getUTCDate(),
  instant.getUTCHours(),
  instant.getUTCMinutes(),
  instant.getUTCSeconds(),
]

/** The same blocks; the first heading is of level 1 and none is more than one below that before it, as PDF/UA-1 demands. */
const levelled = (blocks: readonly DocumentBlock[]): DocumentBlock[] => {
  let above = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    const level = block.level > above + 1 ? (above === 0 ? 1 : above === 1 ? 2 : 3) : block.level
    above = level
    return { ...block, level }
  })
}

const blockOf = (block: DocumentBlock): object[] => {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, text: oneLine(block.text) }]
    case 'paragraph':
    case 'note':
      return [{ kind: block.kind, text: wide(block.text) }]
    case 'list':
      return [{ kind: 'list', items: block.items.map(wide) }]
    case 'facts':
      return [
        {
          kind: 'facts',
          items: block.items.map(({ term, text }) => ({ term: oneLine(term), text: wide(cellText(text)) })),
        },
      ]
    case 'table':
      return [{ kind: 'table', table: tableOf(block.table) }]
    case 'chart':
      return chartOf(block.chart)
  }
}

const chartOf = (chart: DocumentChart): object[] => {
  requireChart(chart)
  return [
    { kind: 'paragraph', text: wide(chart.headline) },
    { kind: 'paragraph', text: wide(chart.alt) },
    { kind: 'table', table: tableOf(numbersOf(chart), 'Figure') },
  ]
}

const numbersOf = ({ number, caption, categories, series, unit }: DocumentChart): DocumentTable => ({
  number,
  caption,
  columns: [
    { key: 'category', heading: 'Category', numeric: false },
    ...series.map(({ name }) => ({ key: name, heading: name, numeric: true })),
  ],
  rows: categories.map((category, index) => [category, ...series.map(({ values }) => values[index] ?? null)]),
  rowHeadings: true,
  notes: unit === '' ? [] : [`Counted in: ${unit}`],
  base: '',
  period: '',
})

const tableOf = (table: DocumentTable, kind: 'Table' | 'Figure' = 'Table'): object => {
  requireTable(table)
  return {
    caption: oneLine(`${label(kind, table.number)}: ${table.caption}`),
    headings: table.columns.map(({ heading }) => narrow(plain(cellText(heading)))),
    numeric: table.columns.map(({ numeric }) => numeric),
    rows: table.rows.map((row) => row.map((cell) => narrow(cellText(cell)))),
    rowHeadings: table.rowHeadings,
    // Points. Many columns need smaller type to stand side by side.
    size: table.columns.length > 8 ? 7 : 9.5,
    notes: sourceNotes(table).map(wide),
  }
}
