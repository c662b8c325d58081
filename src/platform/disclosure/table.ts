/** What a cell holds. `null` is for hidden cells only: there, and not known to whoever publishes. */
export type CellState =
  /** To be published unless it has to be withheld. `roundTo` 10: published to the nearest 10, halves up. */
  | { state: 'count'; value: number; roundTo?: number; earlier?: number }
  /** Never published, and yet a reader can reckon with it (a quarter inside a rolling year). `guard` false: its size tells nothing of anybody. */
  | { state: 'hidden'; value: number | null; guard?: boolean }
  /** Out already, in an earlier release or with somebody else, and not to be taken back: its value then, as it was before it was rounded. */
  | { state: 'out'; value: number; roundTo?: number }
  /** Withheld in an earlier release; its value then, if it is still known. */
  | { state: 'was-withheld'; value: number | null }
  | { state: 'not-available' }
  | { state: 'not-collected' }

/** A cell. `loss`: what it costs a reader to lose it, a positive whole number up to 10,000; absent: 100 and the value up to 100. */
export type Cell = { id: string; loss?: number } & CellState

/** What a reader knows to hold between cells, by their ids. */
export type Relation =
  /** A part that is not available or not collected is not in the total; a total that is not available says nothing. */
  { kind: 'sum'; total: string; parts: readonly string[] } | { kind: 'at-most'; part: string; whole: string }

/** Cells and what is known to hold between them: everything that is, or ever was, published together. */
export type Table = { cells: readonly Cell[]; relations: readonly Relation[] }

/** Sum of times × cell, and nothing else, is zero (`equal`) or at least zero (`at-least`). */
export type Row = { terms: [id: string, times: number][]; is: 'equal' | 'at-least' }

/** Whether anything stands in the cell that could be counted with. */
export const hasValue = (cell: Cell): boolean => cell.state !== 'not-available' && cell.state !== 'not-collected'

/** The true value; null where there is none, or nobody knows it. */
export const countOf = (cell: Cell): number | null => ('value' in cell ? cell.value : null)

/** What it costs a reader to lose the cell. */
export const lossOf = (cell: Cell): number => cell.loss ?? 100 + Math.min(100, countOf(cell) ?? 0)

/** Relations as rows without the cells that hold nothing. @throws RangeError for a cell that the table does not have. */
export const rowsOf = (relations: readonly Relation[], holds: ReadonlyMap<string, boolean>): Row[] => {
  const there = (id: string): boolean => {
    const held = holds.get(id)
    if (held === undefined) throw new RangeError(`a relation names "${id}", which the table does not have`)
    return held
  }
  return relations.flatMap((relation): Row[] => {
    if (relation.kind === 'at-most') {
      const known = there(relation.part) && there(relation.whole)
      return known
        ? [
            merged(
              [
                [relation.whole, 1],
                [relation.part, -1],
              ],
              'at-least',
            ),
          ]
        : []
    }
    const parts = relation.parts.filter(there)
    return there(relation.total)
      ? [merged([[relation.total, 1], ...parts.map((id): [string, number] => [id, -1])], 'equal')]
      : []
  })
}

const merged = (terms: readonly [string, number][], is: Row['is']): Row => {
  const sums = new Map<string, number>()
  for (const [id, times] of terms) sums.set(id, (sums.get(id) ?? 0) + times)
  return { terms: [...sums].filter(([, times]) => times !== 0), is }
}

/** @throws RangeError for two cells of one id, a count that is not a whole number from 0, a relation that its own values break. */
export const checkTable = (table: Table): void => {
  const values = new Map<string, number | null>()
  for (const cell of table.cells) {
    if (values.has(cell.id)) throw new RangeError(`two cells are called "${cell.id}"`)
    values.set(cell.id, countOf(cell))
    checkCell(cell)
  }
  for (const row of rowsOf(table.relations, new Map(table.cells.map((cell) => [cell.id, hasValue(cell)])))) {
    let sum = 0
    for (const [id, times] of row.terms) sum += times * (values.get(id) ?? Number.NaN)
    // NaN where a value is not known: nothing to compare
    if (row.is === 'equal' ? Math.abs(sum) > 0 : sum < 0) {
      throw new RangeError(`the cells ${row.terms.map(([id]) => `"${id}"`).join(', ')} do not add up`)
    }
  }
}

const checkCell = (cell: Cell): void => {
  const numbers = [
    ...('value' in cell && cell.value !== null ? [cell.value] : []),
    ...(cell.state === 'count' && cell.earlier !== undefined ? [cell.earlier] : []),
  ]
  if (numbers.some((value) => !Number.isSafeInteger(value) || value < 0))
    throw new RangeError(`"${cell.id}" is not a count: a whole number from 0`)
  const step = cell.state === 'count' || cell.state === 'out' ? cell.roundTo : undefined
  if (step !== undefined && (!Number.isSafeInteger(step) || step < 2))
    throw new RangeError(`"${cell.id}" is rounded to less than 2`)
  if (cell.loss !== undefined && (!Number.isSafeInteger(cell.loss) || cell.loss < 1 || cell.loss > 10_000))
    throw new RangeError(`the loss of "${cell.id}" is not a whole number from 1 to 10,000`)
}

/** A count to the nearest `step`, halves up. */
export const roundCount = (value: number, step: number): number => Math.floor(value / step + 0.5) * step

/** The counts that are printed as `rounded`. */
export const behindRounded = (rounded: number, step: number): { low: number; high: number } => ({
  low: Math.max(0, Math.ceil(rounded - step / 2)),
  high: Math.ceil(rounded + step / 2) - 1,
})
