import { zFor } from './normal.ts'
import { type Interval, requireCounts } from './numbers.ts'

/**
 * Byar's interval for a count of events (Breslow & Day 1987). Divide both ends by the population or the months for a
 * rate. 65 is 50.2 to 82.8. Close to exact even for small counts; 0 starts at 0.
 * @throws RangeError unless the count is a whole number from 0.
 */
export const byar = (count: number, confidence = 0.95): Interval => {
  requireCounts({ count })
  const z = zFor(confidence)
  return { low: count === 0 ? 0 : bound(count, -z), high: bound(count + 1, z) }
}

const bound = (count: number, z: number): number =>
  Math.max(0, count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3)
