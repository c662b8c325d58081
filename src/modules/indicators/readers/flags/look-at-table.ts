import type { RefusedFile } from '../extract.ts'
import { faultList } from '../fault.ts'
import {
  type Cell,
  dateReader,
  type GivenFile,
  type Layout,
  openTables,
  readTable,
  refuse,
  type Source,
  textOf,
  unlessRefused,
} from '../table/index.ts'
import { type ValueCount, valueCounter } from './value-counts.ts'

/** What a page shows of a file that is to be mapped. */
export type LookedAt = {
  /** The sheet that is meant, that with the most rows; null for a text file. */
  readonly sheet: string | null
  /** Names as they stand there, cut after 100 characters; columns without a name are left out. */
  readonly columns: readonly string[]
  /** At the place of each column: its values where they are few and say nothing of who somebody is, else null. */
  readonly values: readonly (readonly ValueCount[] | null)[]
  readonly rows: number
}

const fewest = 3
const mostShown = 20

/** Names of columns whose values are not shown however few they are. */
const identifying =
  /(^| )(id|ids|identifier|number|no|ref|reference|name|names|forename|surname|dob|birth|born|upn|nhs|postcode|address|street|phone|mobile|email|worker|note|notes|comment|comments|date)( |$)/

/** Looks at a table without taking anything of it. */
export const lookAtTable = (file: GivenFile): Promise<LookedAt | RefusedFile> =>
  unlessRefused(async () => {
    let best: LookedAt | null = null
    for (const table of await openTables(file)) {
      const looking = lookingAt()
      await readTable(table, [looking.layout], faultList())
      const seen = looking.seen()
      if (seen !== null && seen.rows > (best?.rows ?? -1)) best = seen
    }
    return (
      best ??
      refuse(
        `No table with the names of at least ${fewest} columns is in the first rows of this file. Check that it is the right one.`,
      )
    )
  })

const lookingAt = () => {
  let rows = 0
  let source: Source | null = null
  let columns: ReturnType<typeof columnLook>[] = []
  const layout: Layout = {
    match: (header, of, { cells }) => {
      const named = header.flatMap((name, at) => (name === '' || typeof cells[at] !== 'string' ? [] : [at]))
      if (named.length < fewest) return { missing: [], found: 0 }
      source = of
      columns = named.map((at) => columnLook(at, textOf(cells[at] ?? '') ?? '', header[at] ?? ''))
      return {
        lastColumn: 0,
        take: (row) => {
          rows += 1
          for (const column of columns) column.add(row.cells[column.at] ?? '')
        },
      }
    },
  }
  return {
    layout,
    seen: (): LookedAt | null =>
      source === null
        ? null
        : {
            sheet: source.sheet,
            columns: columns.map(({ name }) => name),
            values: columns.map((column) => column.values()),
            rows,
          },
  }
}

const columnLook = (at: number, heading: string, plainName: string) => {
  const counter = valueCounter(mostShown)
  const dates = dateReader('day-first')
  let isShown = !identifying.test(plainName)
  let filled = 0
  return {
    at,
    name: heading.slice(0, 100),
    add: (cell: Cell): void => {
      if (!isShown) return
      const text = textOf(cell)
      if (text !== null && text !== '') filled += 1
      isShown = text !== null && text.length <= 40 && !/\d{5}/.test(text) && !('day' in dates.read(text))
      counter.add(text ?? '')
    },
    values: (): readonly ValueCount[] | null => {
      const values = isShown ? counter.values() : null
      // Where nearly every row has its own value, the values may say who is meant.
      const different = values?.filter(({ value }) => value !== '').length ?? 0
      return different * 2 > filled ? null : values
    },
  }
}
