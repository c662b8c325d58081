/** Ranks from 1 in the order of the values; equal values share the mean of the ranks that they fill. */
export const midRanks = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b)
  const first = new Map<number, number>()
  const last = new Map<number, number>()
  for (const [index, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, index + 1)
    last.set(value, index + 1)
  }
  return values.map((value) => ((first.get(value) ?? 0) + (last.get(value) ?? 0)) / 2)
}
