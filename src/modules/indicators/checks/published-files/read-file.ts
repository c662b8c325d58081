import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { type PublishedFigure, type PublishedSource, symbols } from '../published.ts'
import { columnsOf, type Header, NotReadable } from './columns.ts'

/** A figure of one authority and one year (that ends on 31 March). */
export type FigureLine = {
  readonly authorityCode: string
  readonly year: number
  readonly name: string
  readonly figure: PublishedFigure
}

/** What one of the Department's files holds of local authorities. `withoutCode`: rows of an authority without three digits; `empty`: cells with nothing in them. */
export type PublishedFile = {
  readonly source: PublishedSource
  readonly sha256: Buffer
  readonly lines: readonly FigureLine[]
  readonly withoutCode: number
  readonly empty: number
}

const mostCell = 64 * 1024
const highest = 2_147_483_647

const shown = (cell: string): string => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)

const yearOf = (cell: string, kind: string | undefined, line: number): number => {
  const year = Number(cell)
  if (!/^\d{4}$/.test(cell) || year < 2009 || year > 2100)
    throw new NotReadable(`line ${line}: time_period is “${shown(cell)}”, and should be a year such as 2024`)
  if (kind !== undefined && kind !== 'Reporting year')
    throw new NotReadable(`line ${line}: time_identifier is “${shown(kind)}”, and should be Reporting year`)
  return year
}

/** A whole number or one of the symbols; undefined: nothing stands there. */
const figureOf = (cell: string, column: string, line: number): PublishedFigure | undefined => {
  if (cell === '') return undefined
  const symbol = symbols.find((each) => each === cell)
  if (symbol !== undefined) return symbol
  if (/^\d+$/.test(cell) && Number(cell) <= highest) return Number(cell)
  const known = symbols.join(' ')
  throw new NotReadable(
    `line ${line}: ${column} is “${shown(cell)}”, which is neither a whole number nor one of ${known}`,
  )
}

type Found = {
  header: Header | null
  lines: FigureLine[]
  seen: Map<string, number>
  withoutCode: number
  empty: number
}

const addRow = (found: Found, header: Header, cells: readonly string[], line: number): void => {
  const cell = (place: number | undefined): string => (place === undefined ? '' : (cells[place] ?? '').trim())
  if (cell(header.level) !== 'Local authority') return
  const year = yearOf(cell(header.period), header.kind === undefined ? undefined : cell(header.kind), line)
  const authorityCode = cell(header.code)
  if (!/^\d{3}$/.test(authorityCode)) {
    found.withoutCode += 1
    return
  }
  const key = `${authorityCode} ${year}`
  const earlier = found.seen.get(key)
  if (earlier !== undefined)
    throw new NotReadable(`line ${line}: authority ${authorityCode} in ${year} stands on line ${earlier} already`)
  found.seen.set(key, line)
  for (const { name, place } of header.figures) {
    const figure = figureOf(cell(place), name, line)
    if (figure === undefined) found.empty += 1
    else found.lines.push({ authorityCode, year, name, figure })
  }
}

type Row = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/**
 * Reads one of the Department's files of underlying data: which it is, by its columns, and the figures of every local authority and year in it.
 * @throws NotReadable with the reason and, where there is one, the line.
 */
export const readPublishedFile = async (file: string): Promise<PublishedFile> => {
  const hash = createHash('sha256')
  const found: Found = { header: null, lines: [], seen: new Map(), withoutCode: 0, empty: 0 }
  try {
    await pipeline(
      createReadStream(file),
      async function* hashed(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          yield chunk
        }
      },
      parse({ bom: true, info: true, skip_empty_lines: true, max_record_size: mostCell }),
      async (rows: AsyncIterable<Row>) => {
        for await (const { record, info } of rows) {
          if (found.header === null) found.header = columnsOf(record)
          else addRow(found, found.header, record, info.lines)
        }
      },
    )
  } catch (error) {
    throw error instanceof CsvError ? new NotReadable(`it is no CSV file that can be read: ${error.message}`) : error
  }
  const { header, lines, withoutCode, empty } = found
  if (header === null) throw new NotReadable('it is empty')
  if (lines.length === 0) throw new NotReadable('it has no row of a local authority (geographic_level Local authority)')
  return { source: header.source, sha256: hash.digest(), lines, withoutCode, empty }
}
