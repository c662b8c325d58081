import { byar } from './byar.ts'
import type { Estimate } from './numbers.ts'

/**
 * Events per month with Byar's interval, so that 11 months and 8 months can stand side by side.
 * Months of a period: `monthsBetween`.
 * @returns null when there were no months.
 * @throws RangeError unless the count is a whole number from 0 and months are 0 or more.
 */
export const ratePerMonth = (count: number, months: number, confidence = 0.95): Estimate | null => {
  if (!(months >= 0 && Number.isFinite(months))) throw new RangeError(`Months must be 0 or more, not ${months}`)
  const { low, high } = byar(count, confidence)
  return months === 0 ? null : { value: count / months, low: low / months, high: high / months }
}
