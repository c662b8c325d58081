import { isSmall, type Rule } from './rule.ts'
import { roundCount } from './table.ts'

/** A count by itself. */
export type SingleFigure = { status: 'shown'; value: number } | { status: 'withheld' }

/**
 * For a figure that stands alone: no total, no share, no earlier release and no other figure has any part of it. Anything else goes through `protect`.
 * @throws RangeError for what is no count.
 */
export const withholdSmall = (value: number, rule: Rule, roundTo?: number): SingleFigure => {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('a count is a whole number from 0')
  if (isSmall(value, rule)) return { status: 'withheld' }
  return { status: 'shown', value: roundTo === undefined ? value : roundCount(value, roundTo) }
}
