import type { Archive } from './archive.ts'
import { damaged } from './archive.ts'
import type { Cell, Row } from './cell.ts'
import { tableLimits } from './limits.ts'
import { readPart } from './part.ts'
import { refuse } from './refusal.ts'
import { stringReader } from './strings.ts'

export type SheetSetting = {
  readonly strings: readonly string[]
  readonly isDateStyle: (style: number) => boolean
  /** Days from Excel's first day, which is of 1900 or of 1904, to 1970. */
  readonly epoch: '1900' | '1904'
}

/** The column of a cell from 0: 'C7' is 2. Null where the name is none. */
const columnOf = (reference: string): number | null => {
  const letters = /^\$?([A-Z]{1,3})\$?\d+$/.exec(reference)?.[1]
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The day of a date as Excel numbers them. Before March 1900 it counts a 29 February that never was. */
export const dayOfSerial = (serial: number, epoch: '1900' | '1904'): number => {
  // A thousandth of a second is added, since times are fractions that may end just below the whole day.
  const whole = Math.floor(serial + 1e-8)
  if (epoch === '1904') return whole - 24_107
  return whole < 60 ? whole - 25_568 : whole - 25_569
}

type CellState = { column: number; type: string; style: number; value: string; isValue: boolean; hasFormula: boolean }

const cellValue = (cell: CellState, inline: string, setting: SheetSetting): Cell => {
  const { type, value } = cell
  if (type === 'inlineStr') return inline
  // A formula that was never worked out is not empty: its program wrote no result into the file.
  if (value === '') return cell.hasFormula && type !== 'str' ? '#FORMULA' : ''
  if (type === 's') return setting.strings[Number(value)] ?? damaged('a cell points to a text that is not there')
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'str' || type === 'e' || type === 'd') return value.slice(0, tableLimits.field + 1)
  const number = Number(value)
  if (!Number.isFinite(number)) return damaged('a number of it is none')
  return setting.isDateStyle(cell.style) ? { day: dayOfSerial(number, setting.epoch) } : number
}

const rowNumber = (given: string | undefined, last: number): number => {
  const number = given === undefined ? last + 1 : Number(given)
  return Number.isInteger(number) && number > last ? number : damaged('its rows are not in order')
}

/**
 * Reads the rows of a sheet that hold anything, in their order, until `take` says false. Formulas are never worked out: what the file says they came to is
 * read. Hidden rows and those that a filter hides are read as all others.
 */
export const readSheet = async (
  archive: Archive,
  part: string,
  setting: SheetSetting,
  take: (row: Row) => boolean,
): Promise<void> => {
  const inline = stringReader()
  const cell: CellState = { column: -1, type: '', style: 0, value: '', isValue: false, hasFormula: false }
  let line = 0
  let cells: Cell[] = []
  let width = 0
  let rows = 0
  let isDone = false
  const endCell = (): void => {
    const value = cellValue(cell, inline.value(), setting)
    if (value === '') return
    width = Math.max(width, cell.column + 1)
    if (cell.column >= tableLimits.columns) return
    while (cells.length < cell.column) cells.push('')
    cells[cell.column] = value
  }
  const endRow = (): void => {
    if (width === 0 || isDone) return
    rows += 1
    // One of them is the names of the columns.
    if (rows > tableLimits.rows + 1) refuse(tooManyRows, line)
    isDone = !take({ line, cells, width, lines: 1 })
  }
  const begin = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') {
      line = rowNumber(attributes['r'], line)
      cells = []
      width = 0
      cell.column = -1
    } else if (name === 'c') {
      const column = attributes['r'] === undefined ? cell.column + 1 : columnOf(attributes['r'])
      if (column === null) damaged('a cell has no place')
      Object.assign(cell, { column, type: attributes['t'] ?? 'n', value: '', isValue: false, hasFormula: false })
      cell.style = Number(attributes['s'] ?? '0')
      inline.open('is')
    } else if (name === 'f') cell.hasFormula = true
    else if (name === 'v') cell.isValue = true
    else inline.open(name)
  }
  await readPart(archive, part, {
    open: begin,
    text: (text) => {
      if (cell.isValue) cell.value += text
      else inline.text(text)
    },
    close: (name) => {
      if (name === 'v') cell.isValue = false
      else if (name === 'c') endCell()
      else if (name === 'row') endRow()
      else inline.close(name)
    },
    isDone: () => isDone,
  })
}

/** Said of a table that is longer than any return. */
export const tooManyRows = `The table has more than ${tableLimits.rows.toLocaleString('en-GB')} rows, which is more than a return of the largest authority. Check that it is the right file.`
