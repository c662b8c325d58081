import { type Cell, textOf } from '../workbook/index.ts'

/** "Date_of Referral ", "DATE OF REFERRAL" and "date of referral" are one column; so are those with straight and with curly quotation marks. */
export const columnName = (cell: Cell): string =>
  (textOf(cell) ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['‘’ʼ`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A column that is looked for. */
export type Column = {
  /** As `columnName` makes them; any of them heads the column. */
  readonly names: readonly string[]
  /** How the column's name may begin, where the rest of it varies. */
  readonly begins?: string
  readonly isOptional?: true
}

/** Where each column stands. `missing`: the required ones that are not there. `twice`: the first that is there twice. */
export type Found<Key extends string> = {
  readonly places: ReadonlyMap<Key, number>
  readonly missing: readonly Key[]
  readonly twice: Key | null
}

/** Looks for columns in a row of names. */
export const findColumns = <Key extends string>(
  wanted: Readonly<Record<Key, Column>>,
  header: readonly string[],
): Found<Key> => {
  const places = new Map<Key, number>()
  const missing: Key[] = []
  let twice: Key | null = null
  // The keys of an object literal are those of its type.
  for (const key of Object.keys(wanted) as Key[]) {
    const { names, begins, isOptional } = wanted[key]
    const isIt = (name: string) => names.includes(name) || (begins !== undefined && name.startsWith(begins))
    const at = header.findIndex(isIt)
    if (at === -1) {
      if (isOptional !== true) missing.push(key)
      continue
    }
    places.set(key, at)
    if (twice === null && header.findLastIndex(isIt) !== at) twice = key
  }
  return { places, missing, twice }
}
