import { zFor } from './normal.ts'
import { type Interval, requirePart } from './numbers.ts'

/**
 * Wilson's score interval for a share, k of n, as proportions from 0 to 1. Fit for small n: 9 of 10 is 0.60 to 0.98.
 * @returns null when n is 0: a share of nothing is unknown, not 0.
 * @throws RangeError unless k and n are counts with k <= n.
 */
export const wilson = (k: number, n: number, confidence = 0.95): Interval | null => {
  requirePart(k, n)
  if (n === 0) return null
  const z = zFor(confidence)
  // The high end is the low end of what is left over: exact symmetry, and exactly 0 and 1 at the edges.
  return { low: lowEnd(k, n, z), high: 1 - lowEnd(n - k, n, z) }
}

const lowEnd = (k: number, n: number, z: number): number => {
  const centre = k + (z * z) / 2
  const reach = z * Math.sqrt((k * (n - k)) / n + (z * z) / 4)
  return Math.max(0, (centre - reach) / (n + z * z))
}
