import { componentsOf } from './components.ts'
import { type Interval, intervalsOf, type System } from './exact/system.ts'
import { leastWithheld, protectionOf, type Rule } from './rule.ts'
import { behindRounded, type Relation, type Row, rowsOf } from './table.ts'

/**
 * A cell as it will stand, and why it is not shown. What goes out never tells primary from secondary: see `outgoing`.
 * `guard` of a hidden cell: it must stay as uncertain as a small count; 'if-small': only where a reader can tell that it is small.
 */
export type ProtectedCell = { id: string } & (
  | { status: 'shown'; value: number; roundedTo?: number }
  | { status: 'suppressed'; kind: 'primary' | 'secondary' }
  | { status: 'hidden'; guard: boolean | 'if-small' }
  | { status: 'not-available' }
  | { status: 'not-collected' }
)

/** What a reader can find out of a cell that is not shown. `high` is infinite where nothing holds it. */
export type AuditedCell = {
  id: string
  low: number
  high: number
  /** Whether both ends are proven for whole numbers; else the interval may be too wide by what fractions allow, and is not trusted. */
  proven: boolean
  /** 'exact': one value is left. 'narrow': a small count, and fewer values are left than the rule wants. 'unproven'. */
  verdict: 'safe' | 'exact' | 'narrow' | 'unproven'
}
/** `contradiction`: nothing fulfils what would be published. `unsafe` is the part of `cells` that forbids to publish. */
export type Audit = { safe: boolean; contradiction: boolean; cells: AuditedCell[]; unsafe: AuditedCell[] }

/**
 * Attacks a table as a reader would who knows all that is published, every relation and the rule: the least and greatest whole number that each
 * withheld cell can be, by an exact simplex method. Needs no true value, so that it can check what others published.
 * @throws RangeError for a relation that names a cell which is not there.
 */
export const audit = (cells: readonly ProtectedCell[], relations: readonly Relation[], rule: Rule): Audit => {
  const byId = new Map(cells.map((cell) => [cell.id, cell]))
  const holds = new Map(
    cells.map((cell) => [cell.id, cell.status !== 'not-available' && cell.status !== 'not-collected']),
  )
  const rows = rowsOf(relations, holds)
  const isUnknown = (id: string): boolean => known(byId.get(id)) === null
  const unknown = cells.filter((cell) => holds.get(cell.id) && isUnknown(cell.id)).map((cell) => cell.id)
  const links = rows.map((row) => row.terms.map(([id]) => id).filter(isUnknown))
  const found: AuditedCell[] = []
  let contradiction = rows.some((row, at) => links[at]?.length === 0 && isBroken(row, byId))
  const rowsByFirst = new Map<string, Row[]>()
  for (const [at, row] of rows.entries()) {
    const first = links[at]?.[0]
    if (first !== undefined) rowsByFirst.set(first, [...(rowsByFirst.get(first) ?? []), row])
  }
  for (const group of componentsOf(unknown, links)) {
    const wanted = group.map((id, at) => ({ cell: byId.get(id), at })).filter(({ cell }) => cell && isAsked(cell))
    const system = systemOf(
      group,
      group.flatMap((id) => rowsByFirst.get(id) ?? []),
      byId,
      rule,
    )
    const intervals = intervalsOf(
      system,
      wanted.map(({ at }) => at),
    )
    if (intervals === null) contradiction = true
    for (const { cell, at } of wanted) {
      const interval = intervals?.get(at)
      if (cell && interval) found.push(judged(cell, interval, rule))
    }
  }
  const order = new Map(cells.map((cell, at) => [cell.id, at]))
  found.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const unsafe = found.filter((cell) => cell.verdict !== 'safe')
  return { safe: !contradiction && unsafe.length === 0, contradiction, cells: found, unsafe }
}

const isAsked = (cell: ProtectedCell): boolean =>
  cell.status === 'suppressed' || (cell.status === 'hidden' && cell.guard !== false)

const known = (cell: ProtectedCell | undefined): number | null =>
  cell?.status === 'shown' && cell.roundedTo === undefined ? cell.value : null

const isBroken = (row: Row, byId: ReadonlyMap<string, ProtectedCell>): boolean => {
  const sum = row.terms.reduce((total, [id, times]) => total + times * (known(byId.get(id)) ?? 0), 0)
  return row.is === 'equal' ? sum !== 0 : sum < 0
}

const rangeOf = (cell: ProtectedCell | undefined, rule: Rule): { low: number; high: number } => {
  if (cell?.status === 'shown' && cell.roundedTo !== undefined) return behindRounded(cell.value, cell.roundedTo)
  return { low: cell?.status === 'suppressed' ? leastWithheld(rule) : 0, high: Number.POSITIVE_INFINITY }
}

// What is shown moves to the constants; "at least" gets an unknown of its own for what is left over.
const systemOf = (
  group: readonly string[],
  rows: readonly Row[],
  byId: ReadonlyMap<string, ProtectedCell>,
  rule: Rule,
): System => {
  const index = new Map(group.map((id, at) => [id, at]))
  const ranges = group.map((id) => rangeOf(byId.get(id), rule))
  const equations = rows.map((row) => {
    const terms: [number, number][] = []
    let constant = 0
    for (const [id, times] of row.terms) {
      const at = index.get(id)
      if (at === undefined) constant -= times * (known(byId.get(id)) ?? 0)
      else terms.push([at, times])
    }
    if (row.is === 'at-least') terms.push([ranges.push({ low: 0, high: Number.POSITIVE_INFINITY }) - 1, -1])
    return { terms, constant }
  })
  return { ranges, rows: equations }
}

const judged = (cell: ProtectedCell, interval: Interval, rule: Rule): AuditedCell => {
  const [low, high] = [interval.low.value, interval.high.value]
  const proven = interval.low.proven && interval.high.proven
  const count = high - low + 1
  const seenSmall = low >= Math.max(1, leastWithheld(rule)) && high <= rule.threshold
  if (cell.status === 'hidden' && cell.guard === 'if-small' && !seenSmall)
    return { id: cell.id, low, high, proven, verdict: 'safe' }
  const guarded = cell.status === 'hidden' || (cell.status === 'suppressed' && cell.kind === 'primary')
  const verdict = count < 2 ? 'exact' : guarded && count < protectionOf(rule) ? 'narrow' : proven ? 'safe' : 'unproven'
  return { id: cell.id, low, high, proven, verdict }
}
