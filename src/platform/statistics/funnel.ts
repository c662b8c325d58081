import { zFor } from './normal.ts'
import { clamp, type Interval, requirePart, sum } from './numbers.ts'

const band = (p: number, n: number, z: number): Interval => {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A proportion must lie from 0 to 1, not ${p}`)
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`A sample must be a whole number from 1, not ${n}`)
  const reach = z * Math.sqrt((p * (1 - p)) / n)
  return { low: clamp(p - reach, 0, 1), high: clamp(p + reach, 0, 1) }
}

/**
 * Limits of a p-chart: the mean proportion plus and minus three standard errors of a sample of n, within 0 to 1.
 * Only where n is steady and `overdispersion` near 1.
 * @throws RangeError unless 0 <= mean <= 1 and n is a whole number from 1.
 */
export const pChartLimits = (meanProportion: number, n: number): Interval => band(meanProportion, n, 3)

/**
 * Control limits of a funnel plot for a unit of size n, as proportions (Spiegelhalter 2005): 95 % and 99.8 %.
 * For many similar units, never for a handful of boroughs; look at `overdispersion` first. Throws as `pChartLimits`.
 */
export const funnelLimits = (baseline: number, n: number): { inner: Interval; outer: Interval } => ({
  inner: band(baseline, n, zFor(0.95)),
  outer: band(baseline, n, zFor(0.998)),
})

/** One unit: `count` of `n`. */
export type Unit = { count: number; n: number }

/**
 * How much units differ beyond chance: the mean of their squared z-scores about the pooled proportion. Near 1 is
 * chance; 17 means that the units do not count the same thing. `z` in the order of the units.
 * @returns null without units, with an empty one, or where the pooled proportion is 0 or 1.
 * @throws RangeError unless each is a part of a whole.
 */
export const overdispersion = (units: readonly Unit[]): { pooled: number; phi: number; z: number[] } | null => {
  for (const { count, n } of units) requirePart(count, n)
  const pooled = sum(units.map((unit) => unit.count)) / sum(units.map((unit) => unit.n))
  if (!(pooled > 0 && pooled < 1) || units.some((unit) => unit.n === 0)) return null
  const z = units.map(({ count, n }) => (count / n - pooled) / Math.sqrt((pooled * (1 - pooled)) / n))
  return { pooled, phi: sum(z.map((score) => score * score)) / units.length, z }
}
