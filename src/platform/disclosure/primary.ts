import { isSmall, leastWithheld, protectionOf, type Rule } from './rule.ts'
import type { Cell } from './table.ts'

/** How far a cell has to be able to move away from its true value, down to `least` and then up until `values` are possible. */
export type Need = { id: string; value: number; least: number; atLeastTo: number; values: number }

/** Whether a count is withheld for its own sake: small, or changed by so little since an earlier release that the change is. */
const isPrimary = (cell: Cell, rule: Rule): boolean => {
  if (cell.state === 'was-withheld') return cell.value === null || isSmall(cell.value, rule)
  if (cell.state !== 'count') return false
  return isSmall(cell.value, rule) || isSmallRevision(cell.value, cell.earlier, rule)
}

const isSmallRevision = (value: number, earlier: number | undefined, rule: Rule): boolean => {
  if (rule.smallRevisions === 'shown' || earlier === undefined) return false
  const change = Math.abs(value - earlier)
  return change >= 1 && change <= rule.threshold
}

/** What is withheld before anything else is thought of, and what an earlier release withheld. */
export const startOf = (cells: readonly Cell[], rule: Rule): [string, 'primary' | 'secondary'][] =>
  cells.flatMap((cell): [string, 'primary' | 'secondary'][] => {
    if (isPrimary(cell, rule)) return [[cell.id, 'primary']]
    return cell.state === 'was-withheld' ? [[cell.id, 'secondary']] : []
  })

/**
 * Small counts want every small count to stay possible. A total of several withheld cells is known to be at least their number: then as many values
 * as the rule wants, from the least that can be reached. A small revision wants as many values around it.
 */
export const needOf = (cell: Cell, withheld: ReadonlyMap<string, 'primary' | 'secondary'>, rule: Rule): Need[] => {
  if (cell.state !== 'count' && cell.state !== 'hidden' && cell.state !== 'was-withheld') return []
  const { id, value } = cell
  if (value === null) return []
  const least = leastWithheld(rule)
  const values = protectionOf(rule)
  const guarded =
    cell.state === 'hidden' ? cell.guard !== false && value > 0 && isSmall(value, rule) : withheld.get(id) === 'primary'
  if (guarded && value <= rule.threshold) return [{ id, value, least, atLeastTo: rule.threshold, values }]
  if (guarded) return [{ id, value, least: Math.max(least, value - Math.ceil(values / 2)), atLeastTo: value, values }]
  return cell.state === 'was-withheld' ? [{ id, value, least: value, atLeastTo: value, values: 2 }] : []
}
