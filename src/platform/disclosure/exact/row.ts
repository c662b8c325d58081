/**
 * One row of a tableau, in whole numbers: den × basic + sum of entry × variable = rhs, den above 0. Whole numbers below 2^53 are exact; anything
 * larger throws, so that no answer is ever a rounded one.
 */
export type TableauRow = { basic: number; den: number; rhs: number; entries: Map<number, number> }

/** Thrown where numbers grow past what is exact. Counts of people in tables never do. */
export class NotExact extends Error {}

/** @throws NotExact past 2^53. */
export const product = (a: number, b: number): number => {
  const value = a * b
  if (!Number.isSafeInteger(value)) throw new NotExact('a number grew past 2^53')
  return value
}

const greatestDivisor = (a: number, b: number): number => {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

/** Changes the sign of every coefficient but that of the basic variable, and puts `rhs` in. */
export const mirror = (row: TableauRow, rhs: number): void => {
  for (const [column, entry] of row.entries) row.entries.set(column, -entry)
  row.rhs = rhs
}

/** Takes from `row` what makes `column` vanish in it; `pivot` has `column` as its basic variable. */
export const eliminate = (row: TableauRow, pivot: TableauRow, column: number): void => {
  const times = row.entries.get(column)
  if (times === undefined) return
  row.entries.delete(column)
  const scale = pivot.den
  if (scale !== 1) {
    for (const [at, entry] of row.entries) row.entries.set(at, product(entry, scale))
    row.den = product(row.den, scale)
    row.rhs = product(row.rhs, scale)
  }
  for (const [at, entry] of pivot.entries) {
    const next = (row.entries.get(at) ?? 0) - product(entry, times)
    if (!Number.isSafeInteger(next)) throw new NotExact('a number grew past 2^53')
    if (next === 0) row.entries.delete(at)
    else row.entries.set(at, next)
  }
  row.rhs -= product(pivot.rhs, times)
  if (row.den !== 1) reduce(row)
}

const reduce = (row: TableauRow): void => {
  let divisor = greatestDivisor(row.den, row.rhs)
  for (const entry of row.entries.values()) {
    if (divisor === 1) return
    divisor = greatestDivisor(divisor, entry)
  }
  if (divisor === 1) return
  for (const [at, entry] of row.entries) row.entries.set(at, entry / divisor)
  row.den /= divisor
  row.rhs /= divisor
}

/** Makes `column`, which has an entry in the row, its basic variable. */
export const exchange = (row: TableauRow, column: number): void => {
  const entry = row.entries.get(column)
  if (entry === undefined) throw new RangeError('the row does not hold the column')
  row.entries.delete(column)
  row.entries.set(row.basic, row.den)
  // The old basic variable changes its sign with the others
  if (entry < 0) mirror(row, -row.rhs)
  row.basic = column
  row.den = Math.abs(entry)
  if (row.den !== 1) reduce(row)
}

export const copyRow = (row: TableauRow): TableauRow => ({ ...row, entries: new Map(row.entries) })
