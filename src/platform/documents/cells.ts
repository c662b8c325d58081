import type { Cell, DocumentTable } from './model.ts'

/** What a cell without a number and without a word of its own says. Never empty, never 0. */
export const missing = 'not available'

/** What is printed in a cell. */
export const cellText = (cell: Cell): string => {
  if (cell === null) return missing
  if (typeof cell === 'object')
    return cell.text.trim() === '' ? (cell.value === null ? missing : String(cell.value)) : cell.text
  return typeof cell === 'number' ? String(cell) : cell.trim() === '' ? missing : cell
}

/** The number behind a cell, or null. */
export const cellValue = (cell: Cell): number | null =>
  typeof cell === 'number' ? cell : typeof cell === 'object' && cell !== null ? cell.value : null

/** `Table 1` from '1'; a label that is already one ('Appendix 1', 'Table 1') stays. */
export const label = (kind: 'Table' | 'Figure', number: string): string =>
  /^\d+[a-z]?$/i.test(number) ? `${kind} ${number}` : number

/**
 * @throws RangeError when a row has more or fewer cells than the table has columns, or a number is not finite: a shifted
 * row would put figures under the wrong heading.
 */
export const requireTable = (table: DocumentTable): void => {
  if (table.columns.length === 0) throw new RangeError(`${label('Table', table.number)} has no columns`)
  for (const [index, row] of table.rows.entries()) {
    if (row.length !== table.columns.length) {
      throw new RangeError(
        `${label('Table', table.number)}, row ${index + 1}: ${row.length} cells for ${table.columns.length} columns`,
      )
    }
    if (row.some((cell) => !Number.isFinite(cellValue(cell) ?? 0))) {
      throw new RangeError(`${label('Table', table.number)}, row ${index + 1}: a number is not finite`)
    }
  }
}
