import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type Row, refuse, tableLimits, tooManyRows } from '../workbook/index.ts'

const mostRecord = tableLimits.columns * tableLimits.field + 100_000
// A sheet of Excel has 1,048,576 rows, and exports of it may have as many empty lines.
const mostLines = 1_100_000
const pieceLength = 64 * 1024

/** The sign that stands most often in the first lines, outside quotation marks: a comma, a semicolon or a tab. */
export const separatorOf = (text: string): string => {
  const head = text
    .slice(0, 20_000)
    .split('\n', 10)
    .join('\n')
    .replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (sign: string): number => head.split(sign).length
  return ['\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

const pieces = function* (text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength)
}

const linesOf = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 1)

/**
 * Gives the rows of a text file that hold anything, until `take` says false. A quotation mark in the middle of a cell is a sign like others; one that opens a
 * cell and does not close refuses the file, with the line where it opens. Throws what `unlessRefused` catches.
 */
export const readCsv = async (text: string, take: (row: Row) => boolean): Promise<void> => {
  refuseLongLine(text)
  let line = 1
  const places: Pick<Row, 'line' | 'lines'>[] = []
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: mostRecord,
      // Counted as the parser comes to them: it runs ahead of the loop below, and what it finds wrong is told before the rows in between.
      on_record: (cells) => {
        const lines = linesOf(cells)
        places.push({ line, lines })
        line += lines
        return cells
      },
    }),
  )
  let [rows, records] = [0, 0]
  try {
    // The parser gives arrays of text where no option says otherwise; its type says nothing.
    for await (const cells of parser as AsyncIterable<string[]>) {
      const place = places.shift() ?? { line, lines: 1 }
      records += 1
      if (records > mostLines) refuse(tooManyRows, place.line)
      if (!cells.some((cell) => cell.trim() !== '')) continue
      rows += 1
      // One of them is the names of the columns.
      if (rows > tableLimits.rows + 1) refuse(tooManyRows, place.line)
      const kept = cells.length > tableLimits.columns ? cells.slice(0, tableLimits.columns) : cells
      if (!take({ ...place, cells: kept, width: cells.length })) return
    }
  } catch (error) {
    if (error instanceof CsvError) refuse(whyNot(error), line)
    throw error
  } finally {
    parser.destroy()
  }
}

// The parser's limit does not count separators, of which a line may have many millions.
const refuseLongLine = (text: string): void => {
  let line = 1
  for (let start = 0; start < text.length; line += 1) {
    const end = text.indexOf('\n', start)
    if ((end === -1 ? text.length : end) - start > mostRecord) refuse(noEnd, line)
    if (end === -1) return
    start = end + 1
  }
}

const noEnd =
  'A row here has no end within 2 MB. Check that each row ends with a new line, and that a quotation mark which opens also closes.'

const whyNot = (error: CsvError): string =>
  error.code === 'CSV_MAX_RECORD_SIZE'
    ? noEnd
    : 'A quotation mark opens here and does not close. Close it or take it away, and upload the file again.'
