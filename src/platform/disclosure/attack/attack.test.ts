import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ALL,
  audit,
  type Cell,
  crossedId,
  crossedTable,
  dfeRule,
  outgoing,
  type ProtectedCell,
  type Protection,
  protect,
  type Relation,
  type Rule,
  rollingTable,
  type Table,
  windowId,
  withShares,
} from '../index.ts'
import { byCounting, bySolver, type Range, seen } from './attacker.ts'

const RUNS = 60
const small = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 6, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(0) },
)
const rules: fc.Arbitrary<Rule> = fc.record({
  threshold: fc.constantFrom(5, 9, 2),
  zeros: fc.constantFrom('shown' as const, 'hidden' as const),
  smallRevisions: fc.constant('hidden' as const),
})

// Written out once more: the attack does not ask what it attacks.
const isSmall = (value: number, rule: Rule): boolean =>
  value <= rule.threshold && (value > 0 || rule.zeros === 'hidden')

const valueIn = (table: Table, id: string): number => {
  const cell = table.cells.find((each) => each.id === id)
  if (!cell || !('value' in cell) || cell.value === null) throw new Error(`nothing is known of ${id}`)
  return cell.value
}

const must = (result: Protection): ProtectedCell[] => {
  if (result.outcome === 'refused') throw new Error(`refused: ${JSON.stringify(result.refusals)}`)
  return result.cells
}

/** What has to hold of whatever leaves, attacked by the solver. */
const attack = async (
  table: Table,
  cells: readonly ProtectedCell[],
  rule: Rule,
  leaves?: ReadonlySet<string>,
): Promise<void> => {
  const view = seen(outgoing(cells), table.relations, rule)
  const stateOf = new Map(table.cells.map((cell) => [cell.id, cell]))
  const asked = cells.filter(({ id, status }) => {
    const cell = stateOf.get(id)
    return (
      status === 'suppressed' ||
      (cell?.state === 'hidden' &&
        cell.guard !== false &&
        cell.value !== null &&
        cell.value > 0 &&
        isSmall(cell.value, rule))
    )
  })
  for (const cell of cells) {
    const truth = stateOf.get(cell.id)
    if (cell.status !== 'shown' || truth?.state !== 'count') continue
    expect(isSmall(truth.value, rule)).toBe(false)
    if (cell.roundedTo === undefined) expect(cell.value).toBe(truth.value)
  }
  const found = await bySolver(
    view,
    asked.map(({ id }) => id),
  )
  const audited = new Map(audit(cells, table.relations, rule).cells.map((cell) => [cell.id, cell]))
  const least = rule.zeros === 'hidden' ? 0 : 1
  const wanted = rule.threshold - least + 1
  for (const { id } of asked) {
    const range = found.get(id) ?? { low: 0, high: 0 }
    const value = valueIn(table, id)
    expect(range.low).toBeLessThanOrEqual(value)
    expect(range.high).toBeGreaterThanOrEqual(value)
    expect(range.high - range.low).toBeGreaterThanOrEqual(1)
    if (isSmall(value, rule)) expect(range.high - range.low + 1, `${id} is ${value}`).toBeGreaterThanOrEqual(wanted)
    // A count that is no total of others can be brought down to the least: every small count stays possible
    if (isSmall(value, rule) && leaves?.has(id)) expect(range.low, `${id} is ${value}`).toBeLessThanOrEqual(least)
    if (isSmall(value, rule)) expect(range.high).toBeGreaterThanOrEqual(rule.threshold)
    expect(audited.get(id)).toMatchObject({ low: range.low, high: range.high })
  }
}

const crossed = (rows: number, columns: number, counts: readonly number[]): Table =>
  crossedTable({
    rows: Array.from({ length: rows }, (_, at) => `row ${at}`),
    columns: Array.from({ length: columns }, (_, at) => `column ${at}`),
    counts: Array.from({ length: rows }, (_, r) => counts.slice(r * columns, (r + 1) * columns)),
  })
const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc
      .array(small, { minLength: rows * columns, maxLength: rows * columns })
      .map((counts) => crossed(rows, columns, counts)),
  )

test('nobody with a solver finds out a small count of any table of rows, columns and totals', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(tables, rules, async (table, rule) => {
      const sums = new Set(table.relations.map((relation) => (relation.kind === 'sum' ? relation.total : '')))
      const leaves = new Set(table.cells.flatMap(({ id }) => (sums.has(id) ? [] : [id])))
      await attack(table, must(protect(table, rule)), rule, leaves)
    }),
    { numRuns: RUNS, seed: 11 },
  )
})

test('nobody who counts every case finds out more of a small table than the audit says', { timeout: 120_000 }, () => {
  const counts = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 6 })
  fc.assert(
    fc.property(counts, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (values, hide) => {
      const columns = Math.floor(values.length / 2)
      const table = crossed(2, columns, values)
      // Totals are out, and any cells above zero are withheld: what protect would never do, and the audit must see through
      const cells: ProtectedCell[] = table.cells.map((cell, at) => {
        const value = valueIn(table, cell.id)
        const isWithheld = hide[at] && value > 0 && at < 2 * columns
        return isWithheld
          ? { id: cell.id, status: 'suppressed', kind: 'primary' }
          : { id: cell.id, status: 'shown', value }
      })
      const found = byCounting(seen(outgoing(cells), table.relations, dfeRule), 12)
      for (const { id, low, high, proven } of audit(cells, table.relations, dfeRule).cells) {
        expect({ id, low, high, proven }).toEqual({ id, ...found.get(id), proven: true })
      }
    }),
    { numRuns: 60, seed: 12 },
  )
})

test('a table with areas within areas and kinds within kinds keeps its small counts', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(small, { minLength: 12, maxLength: 12 }), async (counts) => {
      const table = hierarchy(counts)
      await attack(table, must(protect(table, dfeRule)), dfeRule)
    }),
    { numRuns: RUNS / 2, seed: 13 },
  )
})

/** Two boroughs of two areas each and three kinds, of which two are summed up: totals at every level. */
const hierarchy = (counts: readonly number[]): Table => {
  const areas = ['a1', 'a2', 'b1', 'b2']
  const kinds = ['k1', 'k2', 'k3']
  const tree: Record<string, string[]> = { a: ['a1', 'a2'], b: ['b1', 'b2'], all: ['a', 'b'] }
  const kindTree: Record<string, string[]> = { k12: ['k1', 'k2'], every: ['k12', 'k3'] }
  const values = new Map<string, number>()
  const name = (area: string, kind: string): string => `${area}/${kind}`
  for (const [a, area] of areas.entries())
    for (const [k, kind] of kinds.entries()) values.set(name(area, kind), counts[a * 3 + k] ?? 0)
  const relations: Relation[] = []
  const sum = (total: string, parts: string[]): void => {
    values.set(
      total,
      parts.reduce((all, part) => all + (values.get(part) ?? 0), 0),
    )
    relations.push({ kind: 'sum', total, parts })
  }
  for (const area of areas)
    for (const [kind, parts] of Object.entries(kindTree))
      sum(
        name(area, kind),
        parts.map((part) => name(area, part)),
      )
  for (const [area, parts] of Object.entries(tree))
    for (const kind of [...kinds, 'k12', 'every'])
      sum(
        name(area, kind),
        parts.map((part) => name(part, kind)),
      )
  for (const area of Object.keys(tree))
    for (const [kind, parts] of Object.entries(kindTree))
      relations.push({ kind: 'sum', total: name(area, kind), parts: parts.map((part) => name(area, part)) })
  return { cells: [...values].map(([id, value]): Cell => ({ id, state: 'count', value })), relations }
}

const quarterNames = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'] as const
const windowsOf = (quarters: readonly number[]) =>
  quarterNames.slice(3, quarters.length).map((endsQuarter, at) => ({
    endsQuarter,
    value: quarters.slice(at, at + 4).reduce((sum, value) => sum + value, 0),
  }))
const measureOf = (name: string, quarters: readonly number[], partOf?: string) => ({
  name,
  windows: windowsOf(quarters),
  quarters: quarters.map((value, at) => ({ quarter: quarterNames[at] ?? '2023-Q1', value })),
  ...(partOf === undefined ? {} : { partOf }),
})
const eightQuarters = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 8, maxLength: 8 })

test('rolling years over eight quarters keep the small quarters behind them', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(eightQuarters, eightQuarters, async (whole, extra) => {
      const part = whole.map((value, at) => Math.min(value, extra[at] ?? 0))
      const table = rollingTable({ measures: [measureOf('plans', whole), measureOf('repeat plans', part, 'plans')] })
      await attack(table, must(protect(table, dfeRule)), dfeRule)
    }),
    { numRuns: RUNS / 5, seed: 14 },
  )
})

test('a second release with one corrected child gives nothing away that the first did not', {
  timeout: 120_000,
}, async () => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(
      eightQuarters,
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(-1, 0, 1, 9),
      async (quarters, at, by) => {
        const then = quarters.slice(0, 7).map((value, each) => (each === at ? Math.max(0, value + by) : value))
        const first = rollingTable({ measures: [measureOf('plans', then)] })
        const firstOut = new Map(must(protect(first, dfeRule)).map((cell) => [cell.id, cell]))
        const earlier = {
          name: 'first',
          measures: [
            {
              name: 'plans',
              quarters: measureOf('plans', then).quarters,
              windows: windowsOf(then).map(({ endsQuarter, value }) => ({
                endsQuarter,
                value,
                status:
                  firstOut.get(windowId('plans', endsQuarter))?.status === 'shown'
                    ? ('shown' as const)
                    : ('withheld' as const),
              })),
            },
          ],
        }
        const table = rollingTable({ measures: [measureOf('plans', quarters)], earlierReleases: [earlier] })
        const result = protect(table, dfeRule)
        if (result.outcome === 'refused') refused++
        else {
          await attack(table, result.cells, dfeRule)
          for (const cell of result.cells) {
            const own = table.cells.find(({ id }) => id === cell.id)
            if (cell.status !== 'shown' || own?.state !== 'count' || own.earlier === undefined) continue
            expect([0, 6, 7, 8, 9]).toContain(Math.abs(cell.value - own.earlier))
          }
        }
      },
    ),
    { numRuns: RUNS / 2, seed: 15 },
  )
  expect(refused).toBeLessThan(RUNS / 4)
})

test('shares, and everybody who is not in them, keep their small counts', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(small, { minLength: 6, maxLength: 6 }), rules, async (counts, rule) => {
      const table = crossed(2, 3, counts)
      const shares = [0, 1].map((row) => ({
        id: `share ${row}`,
        numerator: crossedId(`row ${row}`, 'column 0'),
        denominator: crossedId(`row ${row}`, ALL),
      }))
      const linked = withShares(table, shares)
      await attack(linked, must(protect(linked, rule)), rule)
    }),
    { numRuns: RUNS / 2, seed: 16 },
  )
})

test('a part that is at most its whole keeps what is small on either side', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 }),
      rules,
      async (values, rule) => {
        const [a = 0, b = 0, c = 0, d = 0] = values
        const cells = [
          ['a', a],
          ['ab', a + b],
          ['abc', a + b + c],
          ['d', d],
          ['all', a + b + c + d],
        ] as const
        const table: Table = {
          cells: cells.map(([id, value]): Cell => ({ id, state: 'count', value })),
          relations: [
            { kind: 'at-most', part: 'a', whole: 'ab' },
            { kind: 'at-most', part: 'ab', whole: 'abc' },
            { kind: 'sum', total: 'all', parts: ['abc', 'd'] },
          ],
        }
        await attack(table, must(protect(table, rule)), rule)
      },
    ),
    { numRuns: RUNS, seed: 17 },
  )
})

test('totals rounded to 10 hide up to five either way, and the attack knows it', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(small, { minLength: 6, maxLength: 6 }), async (counts) => {
      const table = crossedTable({
        rows: ['a', 'b'],
        columns: ['x', 'y', 'z'],
        counts: [counts.slice(0, 3), counts.slice(3)],
        roundTotals: 10,
      })
      await attack(table, must(protect(table, dfeRule)), dfeRule)
    }),
    { numRuns: RUNS / 2, seed: 18 },
  )
})

test('the audit finds exactly what the solver finds, in whatever was withheld at random', {
  timeout: 120_000,
}, async () => {
  const hides = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(tables, hides, async (table, hide) => {
      const cells = table.cells.map((cell, at): ProtectedCell => {
        const value = valueIn(table, cell.id)
        return hide[at] && value > 0
          ? { id: cell.id, status: 'suppressed', kind: 'primary' }
          : { id: cell.id, status: 'shown', value }
      })
      const asked = cells.filter((cell) => cell.status === 'suppressed').map((cell) => cell.id)
      const found = await bySolver(seen(outgoing(cells), table.relations, dfeRule), asked)
      const audited = new Map<string, Range>(
        audit(cells, table.relations, dfeRule).cells.map(({ id, low, high }) => [id, { low, high }]),
      )
      expect(audited).toEqual(found)
    }),
    { numRuns: RUNS, seed: 19 },
  )
})
