import { cellText, cellValue, requireTable } from './cells.ts'
import type { Cell, DocumentTable } from './model.ts'

// Spreadsheets run a cell that begins like this (after blanks, and in full width too) as a formula, which may fetch or start something.
const formulaStart = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/

/** Text that no spreadsheet takes for a formula: an apostrophe in front of what looks like one, save a plain number. */
export const neutralise = (text: string): string =>
  formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text

const field = (text: string): string => {
  const safe = neutralise(text)
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const printed = (cell: Cell): string => String(cellValue(cell) ?? cellText(cell))

/**
 * A table as CSV (RFC 4180, lines end in CRLF, no byte order mark): the keys of its columns, then its rows. Numbers are
 * the numbers, not their printed form; what is missing says its word. Caption, base, period and notes are left out.
 * @throws RangeError when a row does not fit the columns.
 */
export const toCsv = (table: DocumentTable): string => {
  requireTable(table)
  const lines = [table.columns.map((column) => column.key), ...table.rows.map((row) => row.map(printed))]
  return `${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`
}
