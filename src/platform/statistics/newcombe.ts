import { clamp, type Estimate, requireCounts } from './numbers.ts'
import { wilson } from './wilson.ts'

/**
 * The difference between the shares of two separate samples, k1/n1 - k2/n2, from -1 to 1, with Newcombe's hybrid score
 * interval (1998b, method 10). For audits of different files.
 * @returns null when either sample is empty.
 * @throws RangeError unless each k and n are counts with k <= n.
 */
export const newcombe = (k1: number, n1: number, k2: number, n2: number, confidence = 0.95): Estimate | null => {
  const [first, second] = [wilson(k1, n1, confidence), wilson(k2, n2, confidence)]
  if (!first || !second) return null
  const [p1, p2] = [k1 / n1, k2 / n2]
  return around(p1 - p2, Math.hypot(p1 - first.low, second.high - p2), Math.hypot(first.high - p1, p2 - second.low))
}

/** A pair of yes/no answers about the same thing, counted: both yes, only the first, only the second, neither. */
export type PairedCounts = { both: number; first: number; second: number; neither: number }

/**
 * The difference between two shares of the same sample, (first - second)/n, from -1 to 1, with Newcombe's interval for
 * paired data (1998c, method 10). For the same files, or the same readers, twice.
 * @returns null when there are no pairs.
 * @throws RangeError unless all four are counts.
 */
export const newcombePaired = (counts: PairedCounts, confidence = 0.95): Estimate | null => {
  requireCounts(counts)
  const { both, first, second, neither } = counts
  const n = both + first + second + neither
  const [one, two] = [wilson(both + first, n, confidence), wilson(both + second, n, confidence)]
  if (!one || !two) return null
  const [p1, p2] = [(both + first) / n, (both + second) / n]
  const phi = correlation(counts)
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b))
  return around((first - second) / n, reach(p1 - one.low, two.high - p2), reach(one.high - p1, p2 - two.low))
}

// With Newcombe's continuity correction; 0 where a margin is empty.
const correlation = ({ both, first, second, neither }: PairedCounts): number => {
  const n = both + first + second + neither
  const margins = (both + first) * (second + neither) * (both + second) * (first + neither)
  if (margins === 0) return 0
  const excess = both * neither - first * second
  return (excess > 0 ? Math.max(0, excess - n / 2) : excess) / Math.sqrt(margins)
}

const around = (value: number, below: number, above: number): Estimate => ({
  value,
  low: clamp(value - below, -1, 1),
  high: clamp(value + above, -1, 1),
})
