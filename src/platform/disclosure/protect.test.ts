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
  protect,
  protectShares,
  type Relation,
  researchRule,
  rollingTable,
  surveyRule,
  symbols,
  type Table,
  windowId,
  withholdSmall,
  withShares,
} from './index.ts'

const count = (id: string, value: number): Cell => ({ id, state: 'count', value })
const sum = (total: string, ...parts: string[]): Relation => ({ kind: 'sum', total, parts })
/** What leaves, by id: the number, or the word. */
const out = (table: Table, rule = dfeRule): Record<string, number | string> => {
  const result = protect(table, rule)
  if (result.outcome === 'refused') return { refused: result.refusals.map(({ why }) => why).join() }
  return Object.fromEntries(
    outgoing(result.cells).map((cell) => [cell.id, cell.status === 'shown' ? cell.value : cell.status]),
  )
}
const row = (...values: number[]): Table => ({
  cells: [
    ...values.map((value, at) => count(`p${at}`, value)),
    count(
      'total',
      values.reduce((all, value) => all + value, 0),
    ),
  ],
  relations: [sum('total', ...values.map((_, at) => `p${at}`))],
})

test('1 to 5 are withheld, zero and 6 are shown', () => {
  const table = { cells: [0, 1, 5, 6].map((value) => count(`is ${value}`, value)), relations: [] }
  expect(out(table)).toEqual({ 'is 0': 0, 'is 1': 'withheld', 'is 5': 'withheld', 'is 6': 6 })
  expect(out(table, surveyRule)).toMatchObject({ 'is 0': 0, 'is 6': 'withheld' })
  expect(out(table, researchRule)).toMatchObject({ 'is 0': 'withheld', 'is 6': 'withheld' })
})

test('one small count in a row takes the next smallest with it, as in the row published for Newham', () => {
  expect(out(row(64, 53, 101, 2, 40))).toEqual({ p0: 64, p1: 53, p2: 101, p3: 'withheld', p4: 'withheld', total: 260 })
})

test('two small counts that add up to 2 would be 1 and 1: a third is withheld', () => {
  expect(out(row(30, 1, 1, 20))).toEqual({ p0: 30, p1: 'withheld', p2: 'withheld', p3: 'withheld', total: 52 })
})

test('two small counts that hide one another need no third', () => {
  expect(out(row(30, 3, 3, 20))).toEqual({ p0: 30, p1: 'withheld', p2: 'withheld', p3: 20, total: 56 })
})

test('a single small count with its total: the total goes', () => {
  expect(out(row(3))).toEqual({ p0: 'withheld', total: 'withheld' })
  expect(out(row(3, 0, 0))).toEqual({ p0: 'withheld', p1: 0, p2: 0, total: 'withheld' })
  expect(out(row(6))).toEqual({ p0: 6, total: 6 })
})

test('a table of two by two with one small count keeps its totals only', () => {
  const table = crossedTable({
    rows: ['a', 'b'],
    columns: ['x', 'y'],
    counts: [
      [20, 3],
      [30, 40],
    ],
  })
  expect(out(table)).toEqual({
    [crossedId('a', 'x')]: 'withheld',
    [crossedId('a', 'y')]: 'withheld',
    [crossedId('b', 'x')]: 'withheld',
    [crossedId('b', 'y')]: 'withheld',
    [crossedId('a', ALL)]: 23,
    [crossedId('b', ALL)]: 70,
    [crossedId(ALL, 'x')]: 50,
    [crossedId(ALL, 'y')]: 43,
    [crossedId(ALL, ALL)]: 93,
  })
})

test('of three by three only the four corners go, and the zero stays', () => {
  const table = crossedTable({
    rows: ['a', 'b', 'c'],
    columns: ['x', 'y', 'z'],
    counts: [
      [20, 3, 12],
      [30, 40, 9],
      [8, 11, 0],
    ],
  })
  const cells = out(table)
  expect(Object.values(cells).filter((cell) => cell === 'withheld')).toHaveLength(4)
  expect(cells[crossedId('c', 'z')]).toBe(0)
  expect(cells[crossedId('a', 'y')]).toBe('withheld')
})

test('where every count is 1 nothing is left, and where every count is 0 everything is', () => {
  const ones = crossedTable({
    rows: ['a', 'b'],
    columns: ['x', 'y'],
    counts: [
      [1, 1],
      [1, 1],
    ],
  })
  expect(new Set(Object.values(out(ones)))).toEqual(new Set(['withheld']))
  const zeros = crossedTable({
    rows: ['a', 'b'],
    columns: ['x', 'y'],
    counts: [
      [0, 0],
      [0, 0],
    ],
  })
  expect(new Set(Object.values(out(zeros)))).toEqual(new Set([0]))
})

test('what goes out does not tell a small count from what hides it, nor names what is hidden', () => {
  const result = protect(
    {
      cells: [...row(3, 40, 50).cells, { id: 'quarter', state: 'hidden', value: 9 }],
      relations: row(3, 40, 50).relations,
    },
    dfeRule,
  )
  if (result.outcome === 'refused') throw new Error('refused')
  const kinds = result.cells.flatMap((cell) => (cell.status === 'suppressed' ? [cell.kind] : []))
  expect(kinds).toEqual(['primary', 'secondary'])
  expect(JSON.stringify(outgoing(result.cells))).not.toMatch(/primary|secondary|quarter|hidden/)
  expect(outgoing(result.cells, new Set(['p0'])).map(({ id }) => id)).toEqual(['p0'])
})

test('the same table gives the same answer, and the order of its cells stays', () => {
  const table = row(30, 3, 20, 20, 20)
  expect(protect(table, dfeRule)).toEqual(protect(table, dfeRule))
  expect(Object.keys(out(table))).toEqual(table.cells.map(({ id }) => id))
})

test('what is not available or not collected stays so, and is in no total', () => {
  const table = crossedTable({
    rows: ['a'],
    columns: ['x', 'y', 'z'],
    counts: [[20, 'not-available', 'not-collected']],
  })
  const cells = out(table)
  expect(cells).toMatchObject({ [crossedId('a', 'y')]: 'not-available', [crossedId('a', 'z')]: 'not-collected' })
  expect(cells).toMatchObject({ [crossedId(ALL, 'y')]: 'not-available', [crossedId('a', ALL)]: 20 })
  // The total is then of the small count alone
  const small = crossedTable({ rows: ['a'], columns: ['x', 'y'], counts: [[4, 'not-available']] })
  expect(out(small)[crossedId('a', ALL)]).toBe('withheld')
})

test('totals are rounded to 10 where asked, halves up', () => {
  const table = crossedTable({ rows: ['a', 'b'], columns: ['x'], counts: [[7], [8]], roundTotals: 10 })
  expect(out(table)).toMatchObject({ [crossedId('a', ALL)]: 7, [crossedId(ALL, 'x')]: 20, [crossedId(ALL, ALL)]: 20 })
})

const plans = (windows: [string, number][], earlier: [string, number | null][] = []) => {
  const asQuarter = (name: string) => name as '2024-Q1' // the tests name quarters only
  return rollingTable({
    measures: [{ name: 'plans', windows: windows.map(([ends, value]) => ({ endsQuarter: asQuarter(ends), value })) }],
    earlierReleases: [
      {
        name: 'spring',
        measures: [
          {
            name: 'plans',
            windows: earlier.map(([ends, value]) => ({
              endsQuarter: asQuarter(ends),
              status: value === null ? 'withheld' : 'shown',
              value,
            })),
          },
        ],
      },
    ],
  })
}

test('a window that changed by one child since it was out is withheld, and one that changed by 6 is not', () => {
  const id = windowId('plans', '2024-Q1')
  expect(out(plans([['2024-Q1', 21]], [['2024-Q1', 20]]))[id]).toBe('withheld')
  expect(out(plans([['2024-Q1', 26]], [['2024-Q1', 20]]))[id]).toBe(26)
  expect(out(plans([['2024-Q1', 20]], [['2024-Q1', 20]]))[id]).toBe(20)
  const table = plans([['2024-Q1', 21]], [['2024-Q1', 20]])
  expect(out(table, { ...dfeRule, smallRevisions: 'shown' })[id]).toBe(21)
})

test('a quarter that two windows would give away keeps one of them back', () => {
  const quarters = (['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1'] as const).map((quarter, at) => ({
    quarter,
    value: [8, 0, 0, 0, 3][at] ?? 0,
  }))
  const measure = {
    name: 'plans',
    quarters,
    windows: [
      { endsQuarter: '2023-Q4', value: 8 },
      { endsQuarter: '2024-Q1', value: 3 },
    ],
  } as const
  expect(out(rollingTable({ measures: [measure] }))).toEqual({
    [windowId('plans', '2023-Q4')]: 8,
    [windowId('plans', '2024-Q1')]: 'withheld',
  })
  // 8 in a year of which 6 in the last three quarters: the first was 2
  const year: Table = {
    cells: [count('year', 8), count('rest', 6), { id: 'first', state: 'hidden', value: 2 }],
    relations: [sum('year', 'first', 'rest')],
  }
  expect(Object.values(out(year)).filter((cell) => cell === 'withheld')).toHaveLength(1)
})

test('a quarter that nobody keeps is protected where a reader could tell that it is small', () => {
  const year = (all: number): Table => ({
    cells: [count('year', all), count('rest', 20), { id: 'first', state: 'hidden', value: null }],
    relations: [sum('year', 'first', 'rest')],
  })
  expect(Object.values(out(year(22))).filter((cell) => cell === 'withheld')).toHaveLength(1)
  expect(out(year(30))).toEqual({ year: 30, rest: 20 })
})

test('what is out already and gives a small count away forbids to publish, until somebody accepts that it is out', () => {
  const table: Table = {
    cells: [
      { id: 'then total', state: 'out', value: 20 },
      { id: 'then part', state: 'out', value: 17 },
      count('part', 3),
    ],
    relations: [sum('then total', 'then part', 'part')],
  }
  const result = protect(table, dfeRule)
  expect(result).toMatchObject({
    outcome: 'refused',
    refusals: [{ why: 'out-already', cell: { id: 'part', low: 3, high: 3 } }],
  })
  expect(protect(table, dfeRule, { accepted: ['part'] })).toMatchObject({ outcome: 'safe' })
  expect(JSON.stringify(protect(table, dfeRule, { accepted: ['other'] }))).toContain('refused')
})

test('an earlier release that hid a count is not undone by this one', () => {
  // Then: 30 = 25 + withheld. Now the kinds are cut otherwise, and the new cut would tell
  const table: Table = {
    cells: [{ id: 'then', state: 'was-withheld', value: 4 }, count('now a', 10), count('now b', 6)],
    relations: [sum('now a', 'then', 'now b')],
  }
  const cells = out(table)
  expect([cells['now a'], cells['now b']]).toContain('withheld')
})

test('releases that no numbers fit are refused', () => {
  const table: Table = {
    cells: [
      { id: 'year', state: 'out', value: 8 },
      { id: 'year again', state: 'out', value: 9 },
      { id: 'q', state: 'hidden', value: null },
    ],
    relations: [sum('year', 'q'), sum('year again', 'q')],
  }
  expect(out(table)).toEqual({ refused: 'contradiction' })
})

test('the audit names an exact cell, a narrow one, and a table that cannot be', () => {
  const relations = [sum('total', 'a', 'b')]
  const shown = (id: string, value: number): ProtectedCell => ({ id, status: 'shown', value })
  const withheld = (id: string): ProtectedCell => ({ id, status: 'suppressed', kind: 'primary' })
  expect(audit([shown('total', 20), shown('b', 17), withheld('a')], relations, dfeRule)).toMatchObject({
    safe: false,
    unsafe: [{ id: 'a', low: 3, high: 3, verdict: 'exact' }],
  })
  expect(audit([shown('total', 4), withheld('b'), withheld('a')], relations, dfeRule).unsafe).toMatchObject([
    { low: 1, high: 3, verdict: 'narrow' },
    { verdict: 'narrow' },
  ])
  expect(audit([shown('total', 4), shown('b', 5), withheld('a')], relations, dfeRule)).toMatchObject({
    safe: false,
    contradiction: true,
  })
  expect(audit([shown('total', 4), shown('b', 3), shown('a', 2)], relations, dfeRule)).toMatchObject({
    contradiction: true,
  })
  expect(audit([shown('total', 40), withheld('b'), withheld('a')], relations, dfeRule)).toMatchObject({
    safe: true,
    unsafe: [],
  })
})

test('whole numbers are searched for where fractions would tell less', () => {
  // a + b, b + c and a + c are 2 each: fractions or not, each is 1
  const cells: ProtectedCell[] = [
    ...['ab', 'bc', 'ac'].map((id): ProtectedCell => ({ id, status: 'shown', value: 20 })),
    ...['a', 'b', 'c'].map((id): ProtectedCell => ({ id, status: 'suppressed', kind: 'secondary' })),
    { id: 'half', status: 'hidden', guard: true },
    { id: 'whole', status: 'shown', value: 9 },
  ]
  const relations = [
    sum('ab', 'a', 'b'),
    sum('bc', 'b', 'c'),
    sum('ac', 'a', 'c'),
    sum('whole', 'half', 'half', 'rest'),
  ]
  const result = audit([...cells, { id: 'rest', status: 'hidden', guard: true }], relations, dfeRule)
  expect(result.cells.map(({ low, high }) => [low, high])).toEqual([
    [10, 10],
    [10, 10],
    [10, 10],
    [0, 4],
    [1, 9],
  ])
  expect(result.cells.every(({ proven }) => proven)).toBe(true)
})

test('a share is withheld with its count, its base, or everybody else', () => {
  const share = { id: 'share', numerator: 'part', denominator: 'all' }
  const shares = (part: number, all: number) => {
    const table = withShares({ cells: [count('part', part), count('all', all)], relations: [] }, [share])
    const result = protect(table, dfeRule)
    return result.outcome === 'refused' ? 'refused' : protectShares([share], result.cells)[0]
  }
  expect(shares(20, 80)).toEqual({ id: 'share', status: 'shown', percent: 25 })
  expect(shares(3, 80)).toEqual({ id: 'share', status: 'withheld' })
  expect(shares(77, 80)).toEqual({ id: 'share', status: 'withheld' })
  expect(shares(0, 80)).toEqual({ id: 'share', status: 'shown', percent: 0 })
  expect(shares(80, 80)).toEqual({ id: 'share', status: 'shown', percent: 100 })
  expect(shares(0, 0)).toEqual({ id: 'share', status: 'not-applicable' })
  expect(shares(6, 20_000)).toEqual({ id: 'share', status: 'rounds-to-zero' })
  expect(() => shares(9, 8)).toThrow('"part" is more than "all"')
})

test('a share of what is not there says so, and one that was not protected is refused', () => {
  const share = { id: 'share', numerator: 'part', denominator: 'all' }
  const cells: ProtectedCell[] = [
    { id: 'part', status: 'not-collected' },
    { id: 'all', status: 'shown', value: 9 },
  ]
  expect(protectShares([share], cells)).toEqual([{ id: 'share', status: 'not-collected' }])
  const bare: ProtectedCell[] = [
    { id: 'part', status: 'shown', value: 6 },
    { id: 'all', status: 'shown', value: 9 },
  ]
  expect(() => protectShares([share], bare)).toThrow('complement')
  expect(() => protectShares([share], [])).toThrow('does not have')
})

test('a count that stands alone is withheld if it is small', () => {
  expect(withholdSmall(5, dfeRule)).toEqual({ status: 'withheld' })
  expect(withholdSmall(0, dfeRule)).toEqual({ status: 'shown', value: 0 })
  expect(withholdSmall(0, researchRule)).toEqual({ status: 'withheld' })
  expect(withholdSmall(25, dfeRule, 10)).toEqual({ status: 'shown', value: 30 })
  expect(() => withholdSmall(-1, dfeRule)).toThrow(RangeError)
  expect(() => withholdSmall(1.5, dfeRule)).toThrow(RangeError)
})

test('what is no table is refused with the reason', () => {
  const bad =
    (cells: Cell[], relations: Relation[] = []) =>
    () =>
      protect({ cells, relations }, dfeRule)
  expect(bad([count('a', -1)])).toThrow('"a" is not a count')
  expect(bad([count('a', 2.5)])).toThrow('"a" is not a count')
  expect(bad([count('a', Number.NaN)])).toThrow('"a" is not a count')
  expect(bad([count('a', 1), count('a', 1)])).toThrow('two cells are called "a"')
  expect(bad([count('a', 9)], [sum('total', 'a')])).toThrow('"total", which the table does not have')
  expect(bad([count('a', 9), count('total', 8)], [sum('total', 'a')])).toThrow('do not add up')
  expect(bad([count('a', 9), count('b', 8)], [{ kind: 'at-most', part: 'a', whole: 'b' }])).toThrow('do not add up')
  expect(bad([{ ...count('a', 9), loss: 0 }])).toThrow('loss')
  expect(() => protect(row(9), { ...dfeRule, threshold: 0 })).toThrow('threshold')
  expect(() => protect(row(9), { ...dfeRule, protection: 1 })).toThrow('protection')
})

test('names that look like something else are names', () => {
  const table = crossedTable({
    rows: ['__proto__', 'a","b'],
    columns: ['constructor', '] without ['],
    counts: [
      [9, 3],
      [8, 30],
    ],
  })
  expect(out(table)[crossedId('__proto__', '] without [')]).toBe('withheld')
  expect(new Set(table.cells.map(({ id }) => id)).size).toBe(9)
  expect(() => crossedTable({ rows: [ALL], columns: ['x'], counts: [[1]] })).toThrow('stands for all')
})

test('each symbol has words, and none of them is a number', () => {
  for (const { symbol, words } of Object.values(symbols)) expect(`${symbol} ${words}`).toMatch(/^[ckxz] [a-z ]+0?$/)
  expect(new Set(Object.values(symbols).map(({ words }) => words)).size).toBe(5)
})
