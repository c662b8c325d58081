/** Documents as files: build a `Document`, then ask for the file. Nothing here knows where the figures come from. */
export { cellText } from './cells.ts'
export { toCsv } from './csv.ts'
export { toDocx } from './docx.ts'
export type { Cell, Document, DocumentBlock, DocumentChart, DocumentColumn, DocumentTable } from './model.ts'
export { toPdf } from './pdf.ts'
export { toXlsx } from './xlsx.ts'
