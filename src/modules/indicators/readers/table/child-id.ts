import { type Cell, textOf } from '../workbook/index.ts'

/** An id, or what is wrong with it: a short name for the rule, and words that quote nothing of it. */
export type IdRead = { readonly id: string } | { readonly rule: string; readonly wrong: string }

const notCounted = 'so this row was not counted.'
const asText = 'Give the column the format “Text” in Excel and paste the ids again, or export the file without Excel.'

/**
 * A child's id as it is compared: trimmed, in capitals, inner spaces kept. Excel shows long numbers as 1.23E+11 and forgets their digits after the fifteenth:
 * such an id is another child's or nobody's, and is not taken. Leading zeros that Excel took away cannot be seen.
 */
export const readChildId = (cell: Cell): IdRead => {
  const text = textOf(cell)
  if (text === null)
    return { rule: 'child-date', wrong: `A date stands here in place of a child’s id, ${notCounted} ${asText}` }
  if (text === '') return { rule: 'child-missing', wrong: `There is no child’s id, ${notCounted}` }
  if (/^\d([.,]\d+)?e\+\d+$/i.test(text))
    return {
      rule: 'child-number',
      wrong: `Excel has shortened this child’s id to a number like 1.23E+11, ${notCounted} ${asText}`,
    }
  if (typeof cell === 'number' && !(Number.isInteger(cell) && Math.abs(cell) < 1e15))
    return {
      rule: 'child-number',
      wrong: `Excel has taken this child’s id for a number and lost digits of it, ${notCounted} ${asText}`,
    }
  if (text.startsWith('#'))
    return { rule: 'child-error', wrong: `A formula’s error stands in place of a child’s id, ${notCounted}` }
  if (text.length > 50) return { rule: 'child-long', wrong: `This is longer than any child’s id, ${notCounted}` }
  return { id: text.toUpperCase() }
}
