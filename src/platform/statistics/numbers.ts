/** An interval, in the units of what it is an interval of. */
export type Interval = { low: number; high: number }

/** An estimate with its interval. */
export type Estimate = Interval & { value: number }

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Arithmetic mean; null of nothing. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length

/** The middle value, or half way between the two middle ones; null of nothing. */
export const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  const before = sorted[Math.floor((sorted.length - 1) / 2)]
  return middle === undefined || before === undefined ? null : (before + middle) / 2
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** @throws RangeError unless every one is a whole number of 0 or more. */
export const requireCounts = (counts: Readonly<Record<string, number>>): void => {
  for (const [name, count] of Object.entries(counts)) {
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`${name} must be a whole number from 0, not ${count}`)
  }
}

/** @throws RangeError unless `part` of `whole` are counts and the part is no more than the whole. */
export const requirePart = (part: number, whole: number): void => {
  requireCounts({ part, whole })
  if (part > whole) throw new RangeError(`A part (${part}) cannot be more than its whole (${whole})`)
}
