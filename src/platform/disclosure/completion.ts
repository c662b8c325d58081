import { caseOf } from './exact/system.ts'
import { leastWithheld, type Rule } from './rule.ts'
import { type Cell, hasValue, rowsOf, type Table } from './table.ts'

/**
 * Gives the cells whose value nobody keeps (quarters behind windows that came from elsewhere) some whole numbers that fit: to protect
 * the others one case that fits is enough. What is completed is guarded only if it was withheld before.
 * @returns null when none fit, so that the releases contradict one another.
 */
export const completed = (table: Table, rule: Rule): Cell[] | null => {
  const open = table.cells.filter((cell) => 'value' in cell && cell.value === null)
  if (open.length === 0) return [...table.cells]
  const index = new Map(open.map((cell, at) => [cell.id, at]))
  const values = new Map(table.cells.map((cell) => [cell.id, 'value' in cell ? cell.value : null]))
  const rangesOfCells = table.cells.filter((cell) => index.has(cell.id))
  const ranges = rangesOfCells.map((cell) => ({
    low: cell.state === 'was-withheld' ? leastWithheld(rule) : 0,
    high: Number.POSITIVE_INFINITY,
  }))
  const rows = rowsOf(table.relations, new Map(table.cells.map((cell) => [cell.id, hasValue(cell)]))).map((row) => {
    const terms: [number, number][] = []
    let constant = 0
    for (const [id, times] of row.terms) {
      const at = index.get(id)
      if (at === undefined) constant -= times * (values.get(id) ?? 0)
      else terms.push([at, times])
    }
    if (row.is === 'at-least') terms.push([ranges.push({ low: 0, high: Number.POSITIVE_INFINITY }) - 1, -1])
    return { terms, constant }
  })
  const found = caseOf({ ranges, rows })
  if (found === null) return null
  return table.cells.map((cell): Cell => {
    const at = index.get(cell.id)
    if (at === undefined || !('value' in cell)) return cell
    return { ...cell, value: found[at] ?? 0 }
  })
}
