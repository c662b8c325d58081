import { z } from 'zod'
import { columnName, dateForms } from '../table/index.ts'

const column = z
  .string()
  .trim()
  .min(1, 'Choose a column')
  .max(100, 'The name of a column must be 100 characters or fewer')
  .refine((name) => columnName(name) !== '', 'The name of a column must have a letter or a number in it')

const values = z.array(z.string().trim().min(1, 'Enter a value').max(40, 'A value must be 40 characters or fewer'))

/** A value as it is compared: whatever its case, and with one space where there are several. */
export const valueKey = (value: string): string => value.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

const areDifferent = (names: readonly string[]): boolean => new Set(names).size === names.length

/** How a borough's own table of referrals is to be read: which columns, and what their values mean. Anything else, and nothing, is unknown. */
export const flagMapping = z
  .strictObject({
    child: column,
    date: column,
    flag: column,
    /** The referral's own id, where the file has one: the same id on two days is then noticed. */
    referral: column.nullable(),
    yes: values.min(1, 'Enter at least one value that means yes').max(50, 'Enter 50 values or fewer'),
    no: values.max(50, 'Enter 50 values or fewer'),
    dateForm: z.enum(dateForms, 'Say whether the day or the month stands first'),
  })
  .refine(
    ({ child, date, flag, referral }) =>
      areDifferent([child, date, flag, ...(referral === null ? [] : [referral])].map(columnName)),
    'Choose a different column for each',
  )
  .refine(
    ({ yes, no }) => !no.some((value) => yes.map(valueKey).includes(valueKey(value))),
    'A value cannot mean both yes and no',
  )

export type FlagMapping = z.infer<typeof flagMapping>

/** The mapping of a file that has the columns as we name them. */
export const standardMapping: FlagMapping = {
  child: 'child_id',
  date: 'referral_date',
  flag: 'dv_at_referral',
  referral: null,
  yes: ['Y'],
  no: ['N'],
  dateForm: 'day-first',
}
