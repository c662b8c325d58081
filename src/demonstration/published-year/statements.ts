import type { Setting } from '../setting.ts'

/**
 * What a sentence of the report prints about a row and column of a table.
 * @throws Error where `printed-statements.csv` has no such line.
 */
export const statedText = ({ published }: Setting, file: string, row: string, column: string): string => {
  const line = published.statements.lines.find(
    ({ values }) => values.file === file && values.row_label === row && values.column_name === column,
  )
  if (!line) throw new Error(`printed-statements.csv: there is no line for ${file}, ${row}, ${column}`)
  return line.values.printed
}

/** The same where it is a whole number. */
export const statedNumber = (setting: Setting, file: string, row: string, column: string): number => {
  const text = statedText(setting, file, row, column)
  if (!/^\d+$/.test(text)) throw new Error(`printed-statements.csv: ${file}, ${row}, ${column} must be a whole number`)
  return Number(text)
}
