import { kindOf, openWorkbook, refuse } from '../workbook/index.ts'
import { readCsv } from './csv.ts'
import { textOfBytes } from './decode.ts'
import type { Table } from './read-table.ts'

/** A file as it was handed over. Its name is only repeated, never believed. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }

/** The tables of a file: a text file has one, a workbook one for each sheet. Throws what `unlessRefused` catches. */
export const openTables = async ({ name, bytes }: GivenFile): Promise<readonly Table[]> => {
  const kind = kindOf(bytes)
  if (kind === 'xml') return refuse('This is an XML file. Upload a CSV file or a workbook (.xlsx).')
  if (kind === 'zip') {
    const sheets = await openWorkbook(bytes)
    return sheets.map((sheet) => ({
      label: `${name}, ${sheet.name}`,
      sheet: sheet.name,
      isText: false,
      read: sheet.read,
    }))
  }
  const text = textOfBytes(bytes)
  return [{ label: name, sheet: null, isText: true, read: (take) => readCsv(text, take) }]
}
