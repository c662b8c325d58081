import type { ProtectedCell } from './audit.ts'
import type { Cell, Relation, Table } from './table.ts'

/** A share of one cell in another: `numerator` and `denominator` are ids of the table. */
export type Share = { id: string; numerator: string; denominator: string }
/** `percent` to one decimal. 'rounds-to-zero' is more than none and prints as 0.0; 'not-applicable' is a share of no cases. */
export type ProtectedShare = { id: string } & (
  | { status: 'shown'; percent: number }
  | { status: 'withheld' | 'not-applicable' | 'rounds-to-zero' | 'not-available' | 'not-collected' }
)

/** The cell for everybody of the whole who is not of the part. */
export const restOf = (share: Pick<Share, 'numerator' | 'denominator'>): string =>
  `${share.denominator} without ${share.numerator}`

/**
 * The table with what is left of each denominator: as small as 3 of 100 in the numerator is 97 of 100. Call before `protect`.
 * @throws RangeError for a share of cells that the table does not have, or with more in its part than in its whole.
 */
export const withShares = (table: Table, shares: readonly Share[]): Table => {
  const byId = new Map(table.cells.map((cell) => [cell.id, cell]))
  const cells: Cell[] = []
  const relations: Relation[] = []
  for (const share of shares) {
    const [part, whole] = [byId.get(share.numerator), byId.get(share.denominator)]
    if (!part || !whole) throw new RangeError(`the share "${share.id}" is of cells that the table does not have`)
    const id = restOf(share)
    if (!('value' in part) || !('value' in whole) || byId.has(id)) continue
    const value = part.value === null || whole.value === null ? null : whole.value - part.value
    if (value !== null && value < 0) throw new RangeError(`"${share.numerator}" is more than "${share.denominator}"`)
    const cell: Cell = { id, state: 'hidden', value }
    byId.set(id, cell)
    cells.push(cell)
    relations.push({ kind: 'sum', total: share.denominator, parts: [share.numerator, id] })
  }
  return { cells: [...table.cells, ...cells], relations: [...table.relations, ...relations] }
}

/**
 * Shares as they may leave: only where both counts are shown, and from the counts as they are shown, so that a share tells nothing that they do not.
 * The table has been through `withShares`.
 * @throws RangeError for a share whose complement was not protected with the table.
 */
export const protectShares = (shares: readonly Share[], cells: readonly ProtectedCell[]): ProtectedShare[] => {
  const byId = new Map(cells.map((cell) => [cell.id, cell]))
  return shares.map((share): ProtectedShare => {
    const [part, whole] = [byId.get(share.numerator), byId.get(share.denominator)]
    if (!part || !whole) throw new RangeError(`the share "${share.id}" is of cells that the table does not have`)
    for (const status of ['not-collected', 'not-available'] as const) {
      if (part.status === status || whole.status === status) return { id: share.id, status }
    }
    if (!byId.has(restOf(share))) throw new RangeError(`the complement of "${share.id}" is not protected`)
    if (part.status !== 'shown' || whole.status !== 'shown') return { id: share.id, status: 'withheld' }
    if (whole.value === 0) return { id: share.id, status: 'not-applicable' }
    const percent = Math.floor((1000 * part.value) / whole.value + 0.5) / 10
    return part.value > 0 && percent === 0
      ? { id: share.id, status: 'rounds-to-zero' }
      : { id: share.id, status: 'shown', percent }
  })
}
