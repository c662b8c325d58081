import { type AuditedCell, audit, type ProtectedCell } from './audit.ts'
import { completed } from './completion.ts'
import { type Need, needOf, startOf } from './primary.ts'
import { checkRule, type Rule } from './rule.ts'
import { secondaryOf } from './secondary.ts'
import { type Cell, checkTable, lossOf, roundCount, type Table } from './table.ts'

/** Options of `protect`. */
export type ProtectOptions = {
  /**
   * Cells that earlier releases have given away already and that somebody answerable has accepted as lost. They are withheld all the same, and no
   * longer forbid to publish.
   */
  accepted?: readonly string[]
}

/** Why nothing may be published. */
export type Refusal =
  /** What is out already leaves a reader fewer values for this cell than the rule wants, whatever is withheld now. */
  | { why: 'out-already'; cell: AuditedCell }
  /** No whole numbers fit the releases: a correction was not told, or a file is of another table. */
  | { why: 'contradiction' }
  /** The audit could not prove the cell safe. */
  | { why: 'not-proven'; cell: AuditedCell }

/** `cells` keep the table's order. A refused result has none. */
export type Protection =
  | { outcome: 'safe'; cells: ProtectedCell[]; audited: AuditedCell[] }
  | { outcome: 'refused'; refusals: Refusal[] }

/**
 * Withholds what is small, and as little else as keeps it from being reckoned out of totals, windows, shares and earlier releases; then attacks
 * the result (`audit`) and refuses what it cannot prove. Pure, and the same for the same table in the same order.
 * @throws RangeError for a table that contradicts itself, or that holds what is no count.
 */
export const protect = (table: Table, rule: Rule, options: ProtectOptions = {}): Protection => {
  checkRule(rule)
  checkTable(table)
  const cells = completed(table, rule)
  if (cells === null) return { outcome: 'refused', refusals: [{ why: 'contradiction' }] }
  const withheld = new Map<string, 'primary' | 'secondary'>(startOf(table.cells, rule))
  const unsaid = new Set(
    table.cells.flatMap((cell) => (cell.state === 'hidden' && cell.value === null ? [cell.id] : [])),
  )
  const needs = cells.flatMap((cell): Need[] => (unsaid.has(cell.id) ? [] : needOf(cell, withheld, rule)))
  for (;;) {
    const { withheld: further, short } = secondaryOf(cells, table.relations, needs, withheld, rule)
    for (const id of further) withheld.set(id, 'secondary')
    const result = cells.map((cell) => decided(cell, withheld, needs, unsaid))
    const { contradiction, unsafe, cells: audited } = audit(result, table.relations, rule)
    if (contradiction) return { outcome: 'refused', refusals: [{ why: 'contradiction' }] }
    const open = unsafe.filter(({ id }) => !options.accepted?.includes(id))
    if (open.length === 0) return { outcome: 'safe', cells: result, audited }
    // A reader can tell that a quarter whose count nobody keeps is small: now it is one to protect
    const found = cells.filter((cell) => unsaid.has(cell.id) && open.some(({ id }) => id === cell.id))
    for (const cell of found) unsaid.delete(cell.id)
    needs.push(...found.flatMap((cell) => needOf(cell, withheld, rule)))
    if (found.length > 0) continue
    // Where only fractions could move: withhold what stands beside it, until nothing is left to withhold
    const beside = open.some(({ id }) => short.includes(id)) ? null : neighbourOf(open, table, cells, withheld, rule)
    if (beside === null) return { outcome: 'refused', refusals: open.map(refusalOf) }
    withheld.set(beside, 'secondary')
  }
}

const refusalOf = (cell: AuditedCell): Refusal => ({
  why: cell.verdict === 'unproven' ? 'not-proven' : 'out-already',
  cell,
})

const decided = (
  cell: Cell,
  withheld: ReadonlyMap<string, 'primary' | 'secondary'>,
  needs: readonly Need[],
  unsaid: ReadonlySet<string>,
): ProtectedCell => {
  const { id } = cell
  switch (cell.state) {
    case 'count':
    case 'out': {
      const kind = withheld.get(id)
      if (kind) return { id, status: 'suppressed', kind }
      if (cell.roundTo === undefined) return { id, status: 'shown', value: cell.value }
      return { id, status: 'shown', value: roundCount(cell.value, cell.roundTo), roundedTo: cell.roundTo }
    }
    case 'was-withheld':
      return { id, status: 'suppressed', kind: withheld.get(id) ?? 'secondary' }
    case 'hidden':
      if (unsaid.has(id) && cell.guard !== false) return { id, status: 'hidden', guard: 'if-small' }
      return { id, status: 'hidden', guard: needs.some((need) => need.id === id) }
    default:
      return { id, status: cell.state }
  }
}

// The cheapest shown cell of a relation with an unsafe cell, or with one that is withheld.
const neighbourOf = (
  open: readonly AuditedCell[],
  table: Table,
  cells: readonly Cell[],
  withheld: ReadonlyMap<string, unknown>,
  rule: Rule,
): string | null => {
  const near = new Set(open.map((cell) => cell.id))
  const members = table.relations.map((relation) =>
    relation.kind === 'sum' ? [relation.total, ...relation.parts] : [relation.part, relation.whole],
  )
  for (let before = -1; before !== near.size; ) {
    before = near.size
    for (const ids of members) if (ids.some((id) => near.has(id))) for (const id of ids) near.add(id)
  }
  const canGo = cells.filter(
    (cell) =>
      near.has(cell.id) &&
      cell.state === 'count' &&
      !withheld.has(cell.id) &&
      (cell.value > 0 || rule.zeros === 'hidden'),
  )
  const [first] = canGo.toSorted((a, b) => lossOf(a) - lossOf(b))
  return first?.id ?? null
}
