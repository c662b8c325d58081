import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { withPlainLines } from '../notes/note.ts'
import { NotReadable } from './read-text.ts'

export const mostRows = 5000
const mostRecord = 4 * 1024 * 1024

/** A row with the line on which it begins, counted as a spreadsheet or an editor counts, from 1. Cells are text, whatever they look like. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

// csv-parse gives its answer as unknown records; Zod tells what they are.
const parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** The sign that stands most often in the first line, outside quotation marks. */
const separatorOf = (text: string): string => {
  const head = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0] ?? '').replaceAll(
    /"(?:[^"]|"")*"/g,
    '',
  )
  const count = (sign: string) => head.split(sign).length
  return ['\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

/**
 * The rows of a CSV file, those without anything in them left out; the first is the names of the columns.
 * @throws NotReadable
 */
export const rowsOf = (file: string): readonly Row[] => {
  // The parser counts the two signs of a Windows line within a cell as two lines.
  const text = withPlainLines(file).replace(/^\ufeff/, '')
  let found: z.infer<typeof parsed>
  try {
    const given = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: separatorOf(text.trimStart()),
      max_record_size: mostRecord,
      // Enough to know that they are too many.
      to: mostRows + 2,
    })
    found = parsed.parse(given)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new NotReadable(whyNot(error))
  }
  if (found.length > mostRows + 1) {
    const most = mostRows.toLocaleString('en-GB')
    throw new NotReadable(`The file has more than ${most} rows. Bring it in by parts of up to ${most} rows each`)
  }
  return found
    .map(({ record, info }) => ({ line: info.lines - linesWithin(record), cells: record }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

/** The parser says on which line a row ends. */
const linesWithin = (cells: readonly string[]): number => cells.join('').split('\n').length - 1

const whyNot = (error: CsvError): string => {
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return 'One row of the file is larger than 4 MB: check that each row ends with a new line and that quotation marks are closed'
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1
  return `Line ${line}: a quotation mark opens and does not close, or stands in the middle of a cell. Nothing after it can be read`
}

/** "Case Note_Date " and "case note date" are the same column. */
export const columnName = (cell: string): string =>
  cell
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
