import type { Range } from '../text/sentences.ts'
import { type Guard, letPass } from './guard.ts'

/** Whether a range is within one of many that are in order and do not overlap. */
export const isQuoted = (range: Range, quotations: readonly Range[]): boolean => {
  let low = 0
  let high = quotations.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const quoted = quotations[middle]
    if (quoted === undefined || quoted.start > range.start) high = middle - 1
    else if (quoted.end < range.end) low = middle + 1
    else return true
  }
  return false
}

/** What somebody else said or wrote stays as it was. */
export const quotation: Guard = {
  name: 'quotation',
  listen: (hit, { read }) => (isQuoted(hit, read.quotations) ? letPass('These words stand in quotation marks.') : null),
}
