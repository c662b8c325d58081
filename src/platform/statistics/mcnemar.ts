import { signTest } from './binomial.ts'
import { normalTail } from './normal.ts'
import { requireCounts } from './numbers.ts'

/** McNemar's test; `exact` is the p to print, the others are for comparison with other software. */
export type McNemar = { chiSquared: number; p: number; correctedChiSquared: number; correctedP: number; exact: number }

/**
 * Whether the same things changed from yes to no as often as from no to yes, given the two counts of changes.
 * @returns null when nothing changed: there is nothing to test.
 * @throws RangeError unless both are whole numbers from 0.
 */
export const mcnemar = (first: number, second: number): McNemar | null => {
  requireCounts({ first, second })
  const changed = first + second
  if (changed === 0) return null
  const apart = Math.abs(first - second)
  const chiSquared = apart ** 2 / changed
  const correctedChiSquared = Math.max(0, apart - 1) ** 2 / changed
  return {
    chiSquared,
    p: chiSquaredTail(chiSquared),
    correctedChiSquared,
    correctedP: chiSquaredTail(correctedChiSquared),
    exact: signTest(first, second),
  }
}

/** With one degree of freedom, chi-squared is a squared standard normal. */
const chiSquaredTail = (value: number): number => 2 * normalTail(Math.sqrt(value))
