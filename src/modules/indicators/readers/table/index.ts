/** One shape for the rows of CSV files and of sheets: columns found by their names, rows numbered as the person sees them, dates and ids read one way. */
export { type Cell, isRefused, refuse, textOf, unlessRefused } from '../workbook/index.ts'
export { type IdRead, readChildId } from './child-id.ts'
export { type DateForm, type DateRead, type DateReader, dateForms, dateReader } from './dates.ts'
export { type Column, columnName } from './header.ts'
export { ignored, type Layout, layout, type Source, type TableRow } from './layout.ts'
export { type GivenFile, openTables } from './open.ts'
export { type Outcome, readTable, type Table } from './read-table.ts'
export { childDays, spread } from './spread.ts'
