import { noteColumns, notesOfRows } from './csv-notes.ts'
import type { RawNote } from './imported-note.ts'
import { dayAtStart, wholeDay } from './read-day.ts'
import { type Cut, cutAtDates } from './text-notes.ts'
import type { WordBlock } from './word-blocks.ts'

type Numbered = { readonly line: number; readonly block: WordBlock }

/** A row whose first cell is a date, in a table that names no columns: the rest of it is the text. */
const plainRow = ({ line, cells }: { line: number; cells: readonly string[] }): RawNote[] => {
  const [date = '', ...others] = cells
  return wholeDay(date) === null ? [] : [{ line, date, type: '', author: '', text: others.join('\n') }]
}

/** The notes of tables: by the names of their columns where they have some, else of each row that begins with a date. */
const notesOfTables = (rows: readonly Numbered[]): readonly RawNote[] => {
  let columns: ReturnType<typeof noteColumns> = null
  return rows.flatMap(({ line, block }) => {
    if (block.kind !== 'row') return []
    if (block.isFirst) {
      columns = noteColumns(block.cells)
      if (columns?.at.has('date') && columns.at.has('text')) return []
      columns = null
    }
    if (block.cells.every((cell) => cell === '')) return []
    return columns === null
      ? plainRow({ line, cells: block.cells })
      : notesOfRows([{ line, cells: block.cells }], columns.at)
  })
}

/** The notes of a Word file: of a table with dates, else from each heading, or else each paragraph, that begins with a date. */
export const readWordNotes = (blocks: readonly WordBlock[]): Cut => {
  const numbered = blocks.map((block, index): Numbered => ({ line: index + 1, block }))
  const inTables = notesOfTables(numbered)
  const paragraphs = numbered.flatMap(({ line, block }) => (block.kind === 'paragraph' ? [{ line, ...block }] : []))
  const hasHeadings = paragraphs.some(({ isHeading, text }) => isHeading && dayAtStart(text) !== null)
  if (inTables.length > 0 && !hasHeadings)
    return { raws: inTables, before: paragraphs.map(({ text }) => text).join('\n') }
  // A table within notes is text of theirs.
  const pieces = numbered.map(({ line, block }) => ({
    line,
    text: block.kind === 'paragraph' ? block.text : block.cells.join('\t'),
    mayBegin: block.kind === 'paragraph' && (hasHeadings ? block.isHeading : true),
  }))
  return cutAtDates(pieces, '\n')
}
