import { componentsOf } from './components.ts'
import type { Movable, Move } from './movement.ts'
import { nearbyMover } from './nearby.ts'
import type { Need } from './primary.ts'
import { leastWithheld, type Rule } from './rule.ts'
import {
  behindRounded,
  type Cell,
  countOf,
  hasValue,
  lossOf,
  type Relation,
  type Row,
  roundCount,
  rowsOf,
} from './table.ts'

type Kinds = ReadonlyMap<string, 'primary' | 'secondary'>
/** `short`: cells for which withholding everything that may be withheld leaves fewer values than they need. */
export type Secondary = { withheld: string[]; short: string[] }
type Slacked = Row & { slack: number }

/**
 * What has to be withheld besides, so that each need can be met: the true table is moved to another one that looks the same to a reader, at the
 * least loss of what would be shown (Kelly, Golden and Assad 1992, in exact arithmetic), cell after cell; then what turned out not to be
 * needed is shown again. Ends: each round withholds more, and the second part only less.
 */
export const secondaryOf = (
  cells: readonly Cell[],
  relations: readonly Relation[],
  needs: readonly Need[],
  already: Kinds,
  rule: Rule,
): Secondary => {
  const values = new Map(cells.map((cell) => [cell.id, countOf(cell) ?? 0]))
  const rows: Slacked[] = rowsOf(relations, new Map(cells.map((cell) => [cell.id, hasValue(cell)]))).map((row) => ({
    ...row,
    slack: row.terms.reduce((sum, [id, times]) => sum + times * (values.get(id) ?? 0), 0),
  }))
  const movables = new Map(cells.flatMap((cell) => movableOf(cell, already, rule)).map((each) => [each.id, each]))
  const links = rows.map((row) => row.terms.map(([id]) => id).filter((id) => movables.has(id)))
  const groups = componentsOf([...movables.keys()], links)
  const groupOf = new Map(groups.flatMap((group, at) => group.map((id) => [id, at] as const)))
  const rowsOfGroup = groups.map((): Slacked[] => [])
  for (const [at, row] of rows.entries()) rowsOfGroup[groupOf.get(links[at]?.[0] ?? '') ?? -1]?.push(row)
  const needsOfGroup = groups.map((): Need[] => [])
  for (const need of needs) needsOfGroup[groupOf.get(need.id) ?? -1]?.push(need)
  const found = groups.map((group, at): Secondary => {
    const wanted = needsOfGroup[at] ?? []
    if (wanted.length === 0) return { withheld: [], short: [] }
    const members = group.flatMap((id) => movables.get(id) ?? [])
    return withinGroup(members, rowsOfGroup[at] ?? [], wanted, already)
  })
  return { withheld: found.flatMap((each) => each.withheld), short: found.flatMap((each) => each.short) }
}

const movableOf = (cell: Cell, withheld: Kinds, rule: Rule): Movable[] => {
  if (cell.state === 'not-available' || cell.state === 'not-collected') return []
  const value = cell.value ?? 0
  const [id, loss, most] = [cell.id, lossOf(cell), Number.POSITIVE_INFINITY]
  const step = cell.state === 'count' || cell.state === 'out' ? cell.roundTo : undefined
  const printed = step === undefined ? { low: value, high: value } : behindRounded(roundCount(value, step), step)
  const shown = { down: value - printed.low, up: printed.high - value }
  // Zero is shown, whatever it helps others to find out; what is out is out
  if (cell.state === 'out' || (cell.state === 'count' && value < leastWithheld(rule)))
    return step === undefined ? [] : [{ id, free: shown, room: shown, loss }]
  const anywhere = { down: Math.max(0, value - (cell.state === 'hidden' ? 0 : leastWithheld(rule))), up: most }
  const isFree = cell.state !== 'count' || withheld.has(id)
  return [{ id, free: isFree ? anywhere : shown, room: anywhere, loss }]
}

/** A move by which `need` is met in one direction, by `reached`. */
type Witness = { id: string; sign: 1 | -1; reached: number; move: Move }

const withinGroup = (
  members: readonly Movable[],
  rows: readonly Slacked[],
  needs: readonly Need[],
  already: Kinds,
): Secondary => {
  const move = nearbyMover(members, rows)
  const byId = new Map(members.map((each) => [each.id, each]))
  const mustHide = (id: string, by: number): boolean => {
    const cell = byId.get(id)
    return cell !== undefined && (by > cell.free.up || -by > cell.free.down)
  }
  const withheld = new Set<string>(already.keys())
  const witnesses: Witness[] = []
  const ask = (id: string, sign: 1 | -1, most: number): number => {
    if (most <= 0) return 0
    const seen = witnesses.find((witness) => witness.move.whole && sign * (witness.move.by.get(id) ?? 0) >= most)
    const found = seen?.move ?? move(id, sign, most, withheld, false)
    const reached = Math.min(most, Math.floor(sign * (found.by.get(id) ?? 0)))
    witnesses.push({ id, sign, reached, move: found })
    for (const [moved, by] of found.by) if (mustHide(moved, by)) withheld.add(moved)
    return reached
  }
  const short: string[] = []
  for (const need of needs) {
    const down = ask(need.id, -1, need.value - need.least)
    const up = ask(need.id, 1, Math.max(need.atLeastTo, need.value - down + need.values - 1) - need.value)
    if (down + up + 1 < need.values) short.push(need.id)
  }
  const candidates = [...withheld]
    .filter((id) => !already.has(id))
    .toSorted((a, b) => (byId.get(b)?.loss ?? 0) - (byId.get(a)?.loss ?? 0))
  for (const id of candidates) showAgain(id, witnesses, withheld, mustHide, move)
  return { withheld: candidates.filter((id) => withheld.has(id)), short }
}

/** Shows a cell again where each need that leant on it is met by what else is withheld. */
const showAgain = (
  id: string,
  witnesses: Witness[],
  withheld: Set<string>,
  mustHide: (id: string, by: number) => boolean,
  move: ReturnType<typeof nearbyMover>,
): void => {
  const leans = (witness: Witness): boolean => mustHide(id, witness.move.by.get(id) ?? 0)
  withheld.delete(id)
  const instead: [number, Move][] = []
  for (const [at, witness] of witnesses.entries()) {
    if (!leans(witness)) continue
    const other = move(witness.id, witness.sign, witness.reached, withheld, true)
    if (other.reached < witness.reached || !other.whole) {
      withheld.add(id)
      return
    }
    instead.push([at, other])
  }
  for (const [at, other] of instead) {
    const witness = witnesses[at]
    if (witness) witnesses[at] = { ...witness, move: other }
  }
}
