import { randomInt } from 'node:crypto'
import { formatDate, londonDate } from '#platform/dates.ts'
import { timeInWords } from '../engagement/engagement-form.ts'

/** One copy that was taken: by whom, when, and its number, which stands on its pages and in the access record. */
export type Copy = { readonly number: string; readonly by: string; readonly at: Date }

// Nothing that is mistaken for something else when it is read out.
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const four = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')

/** "7K2M-9QXA". */
export const newCopyNumber = (): string => `${four()}-${four()}`

/** What stands on every page, so that a copy that turns up somewhere can be traced. */
export const footerOf = ({ number, by, at }: Copy): string =>
  `Copy ${number}. Taken by ${by} on ${formatDate(londonDate(at))} at ${timeInWords(at)}. Not to be passed on without asking them.`
