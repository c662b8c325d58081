/** The reader of the CIN census. */
export { readCin } from './read.ts'
