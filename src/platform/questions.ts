/** Questions that forms of several rooms ask: a line of text, several lines, one of a list, a date in three boxes. */
import { z } from 'zod'
import { type LocalDate, localDate, type ParsedDate, parseDateInput } from './dates.ts'

// What PostgreSQL cannot keep (a zero byte) and what no keyboard types.
const unprintable = /[\p{Cc}\p{Cs}]/u

type LineOptions = { readonly missing: string; readonly name: string; readonly max: number }

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replaceAll(/[ \t]+/g, ' ')

const checked = ({ name, max }: Omit<LineOptions, 'missing'>) =>
  z
    .string(`${name} must be text`)
    .transform(clean)
    .refine((text) => text.length <= max, `${name} must be ${max} characters or fewer`)
    .refine((text) => !unprintable.test(text), `${name} must not have characters that cannot be printed`)

/** A line of text that has to be there: trimmed, in Unicode's composed form, without what cannot be printed. */
export const lineOf = ({ missing, ...rest }: LineOptions) => checked(rest).refine((text) => text !== '', missing)

/** The same, which may be left empty. */
export const optionalLine = (options: Omit<LineOptions, 'missing'>) => checked(options)

/** Several lines that may be left empty. */
export const linesOf = ({ name, max }: Omit<LineOptions, 'missing'>) =>
  z
    .string(`${name} must be text`)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\t', ' ').trim())
    .refine((text) => text.length <= max, `${name} must be ${max.toLocaleString('en-GB')} characters or fewer`)
    .refine(
      (text) => !unprintable.test(text.replaceAll('\n', '')),
      `${name} must not have characters that cannot be printed`,
    )

/** One of a list that stands on the page. */
export const oneOf = <const T extends readonly string[]>(allowed: T, missing: string) =>
  z
    .string(missing)
    .refine((value) => allowed.includes(value), missing)
    .transform((value) => value as T[number]) // one of them: checked on the line before

type Part = 'day' | 'month' | 'year'
type DateFields<N extends string> = Record<`${N}-${Part}`, z.ZodDefault<z.ZodString>> &
  Record<N, z.ZodOptional<z.ZodUndefined>>

/** The three boxes of a date, for a strict object. The name itself is a field too, which nobody sends: what is wrong with the whole date stands there. */
export const dateBoxes = <const N extends string>(name: N): DateFields<N> => {
  const box = z.string().max(20, 'Enter a date').default('')
  // the keys are made from the name, as the type says
  return {
    [`${name}-day`]: box,
    [`${name}-month`]: box,
    [`${name}-year`]: box,
    [name]: z.undefined().optional(),
  } as DateFields<N>
}

type Typed = Readonly<Record<string, unknown>>

const parsed = (typed: Typed, name: string, label: string): ParsedDate => {
  const box = (part: Part) => {
    const value = typed[`${name}-${part}`]
    return typeof value === 'string' ? value : ''
  }
  return parseDateInput({ day: box('day'), month: box('month'), year: box('year') }, label)
}

type DateQuestion = { readonly name: string; readonly label: string; readonly optional?: boolean }

/** Checks a date inside `superRefine`: its message goes to the date, or to the box that it is about. Returns the day where it is one. */
export const checkDate = (
  typed: Typed,
  context: z.core.$RefinementCtx,
  { name, label, optional = false }: DateQuestion,
): LocalDate | null => {
  const result = parsed(typed, name, label)
  if (result.ok) return result.date
  if (result.empty && optional) return null
  const path = result.parts.length === 1 ? `${name}-${result.parts[0]}` : name
  context.addIssue({ code: 'custom', path: [path], message: result.message })
  return null
}

/** The day of a date that was checked and has to be there. */
export const dayOf = (typed: Typed, name: string): LocalDate => dayIn(typed, name) ?? localDate(`no ${name}`)

/** The day of a date that was checked; null where nothing was typed. */
export const dayIn = (typed: Typed, name: string): LocalDate | null => {
  const result = parsed(typed, name, name)
  return result.ok ? result.date : null
}

/** All questions are checked together, so that one sending tells everything that is wrong. */
export const always = { when: () => true } as const
