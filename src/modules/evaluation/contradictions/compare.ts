import { round, truncate } from '#platform/statistics/index.ts'
import { canonical } from '../report/printed.ts'

/** How a printed number and a computed one disagree. */
export type Difference = 'differs' | 'decimal slip' | 'truncated'

/** The number that is printed, and to how many decimals; null where it is no number. `03` reads 3. */
export const readNumber = (printed: string): { value: number; decimals: number } | null => {
  const text = printed.trim().replaceAll(',', '')
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null
  return { value: Number(text), decimals: text.split('.')[1]?.length ?? 0 }
}

/**
 * Holds a printed number against the computed one at the precision of print.
 * @returns null where they agree; `truncated`: cut off where rounding gives another digit; `decimal slip`: right but for its decimal point.
 */
export const compareNumbers = (printed: string, computed: number): Difference | null => {
  const read = readNumber(printed)
  if (read === null) return 'differs'
  const { value, decimals } = read
  if (value === computed) return null
  // Of a whole number there is nothing to round: 1 is no slip of 12.
  const prints = (number: number) =>
    decimals === 0 ? number === value : round(number, decimals) === value || truncate(number, decimals) === value
  if (round(computed, decimals) === value) return null
  if (truncate(computed, decimals) === value) return 'truncated'
  if (value !== 0 && (prints(computed / 10) || prints(computed * 10))) return 'decimal slip'
  return 'differs'
}

/** `over 5`: more than the words say exactly. */
const lowerBound = /^(?:over|more than) (\d+(?:\.\d+)?)$/i

/** Whether a printed statement and a value say the same. Texts are the same but for blanks, capitals and how `and` is set. */
export const agrees = (printed: string, value: string | number): boolean => {
  const bound = lowerBound.exec(printed.trim())
  if (bound) return Number(value) >= Number(bound[1])
  if (typeof value === 'number') return compareNumbers(printed, value) === null
  const [a, b] = [readNumber(printed), readNumber(value)]
  return a && b ? a.value === b.value : canonical(printed) === canonical(value)
}
