import type { ProtectedCell } from './audit.ts'

/** A figure as it may leave: nothing in it tells why it is withheld, and hidden cells are not there at all. */
export type OutgoingCell = { id: string } & (
  | { status: 'shown'; value: number; roundedTo?: number }
  | { status: 'withheld' }
  | { status: 'not-available' }
  | { status: 'not-collected' }
)

/** What goes out of a protected table: `ids` are the cells of this release, in its order; what earlier releases hold stays where it is. */
export const outgoing = (cells: readonly ProtectedCell[], ids?: ReadonlySet<string>): OutgoingCell[] =>
  cells.flatMap((cell): OutgoingCell[] => {
    if (cell.status === 'hidden' || (ids && !ids.has(cell.id))) return []
    return [cell.status === 'suppressed' ? { id: cell.id, status: 'withheld' } : cell]
  })
