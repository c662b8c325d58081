import { z } from 'zod'
import { linesOf, oneOf } from '#platform/questions.ts'
import { flagMapping } from '../../readers/flags/index.ts'
import { type NewMapping, policeAnswers, setAtAnswers } from './mapping.ts'
import type { Columns, Looked, Waiting } from './waiting.ts'

export const steps = ['look', 'columns', 'meaning', 'check'] as const
export type Step = (typeof steps)[number]

export type StepAnswers =
  | { readonly step: 'look' }
  | { readonly step: 'columns'; readonly columns: Columns }
  | { readonly step: 'meaning'; readonly mapping: NewMapping }
  | { readonly step: 'check' }

/** The values of the column with the flag that can be asked about; null: there are too many to list, so they are typed. */
export const valuesToAsk = ({ looked, columns }: Waiting): readonly { value: string; rows: number }[] | null => {
  const known = looked.values[looked.columns.indexOf(columns?.flag ?? '')] ?? null
  return known === null ? null : known.filter(({ value }) => value !== '')
}

/** The field of one value, by its place in the list. */
export const valueField = (index: number): string => `means-${index + 1}`

const columnsForm = ({ columns: names }: Looked) =>
  z
    .strictObject({
      child: oneOf(names, 'Select the column with the child’s id'),
      date: oneOf(names, 'Select the column with the date of referral'),
      flag: oneOf(names, 'Select the column that says whether there is domestic abuse'),
      referral: oneOf(['', ...names], 'Select a column, or say that there is none'),
      dateForm: oneOf(['day-first', 'month-first'] as const, 'Select how the dates are written'),
    })
    .superRefine(({ child, date, flag, referral }, context) => {
      const taken = [child]
      for (const [path, name] of Object.entries({ date, flag, referral })) {
        if (name !== '' && taken.includes(name))
          context.addIssue({ code: 'custom', path: [path], message: 'Select a different column for each' })
        taken.push(name)
      }
    })
    .transform((columns) => ({
      step: 'columns' as const,
      columns: { ...columns, referral: columns.referral === '' ? null : columns.referral },
    }))

const aboutTheFlag = {
  setAt: oneOf(setAtAnswers, 'Select when domestic abuse is marked'),
  police: oneOf(policeAnswers, 'Select whether they are in the table'),
}

const linesIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

const meaningForm = (waiting: Waiting) => {
  const asked = valuesToAsk(waiting)
  const answer = oneOf(['yes', 'no', 'unknown'] as const, 'Select what this value means')
  const typed = {
    yes: linesOf({ name: 'Values that mean yes', max: 2500 }).refine(
      (text) => text !== '',
      'Enter at least one value that means yes',
    ),
    no: linesOf({ name: 'Values that mean no', max: 2500 }),
  }
  const listed = Object.fromEntries((asked ?? []).map((_value, index) => [valueField(index), answer]))
  return z
    .strictObject({ ...(asked === null ? typed : listed), ...aboutTheFlag })
    .transform(({ setAt, police, ...values }, context): StepAnswers => {
      const answers: Readonly<Record<string, unknown>> = values
      const meaning = (which: 'yes' | 'no'): string[] =>
        asked === null
          ? linesIn(String(answers[which] ?? ''))
          : asked.filter((_value, index) => answers[valueField(index)] === which).map(({ value }) => value)
      const columns = flagMapping.safeParse({ ...waiting.columns, yes: meaning('yes'), no: meaning('no') })
      if (columns.success) return { step: 'meaning', mapping: { columns: columns.data, setAt, police } }
      const path = asked === null ? 'yes' : valueField(0)
      context.addIssue({
        code: 'custom',
        path: [path],
        message: columns.error.issues[0]?.message ?? 'Check the values',
      })
      return z.NEVER
    })
}

/** A form whose fields depend on the table that was looked at. */
export type MappingForm = z.ZodType<StepAnswers, Record<string, string>>

/** What is asked at each step. Strict: what belongs to another step is refused. */
export const mappingForm = (step: Step, waiting: Waiting | null): MappingForm => {
  if (step === 'columns' && waiting !== null) return columnsForm(waiting.looked)
  if (step === 'meaning' && waiting !== null) return meaningForm(waiting)
  return z.strictObject({}).transform((): StepAnswers => ({ step: step === 'check' ? 'check' : 'look' }))
}
