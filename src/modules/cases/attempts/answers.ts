import { z } from 'zod'
import { dateRuleMessage, type LocalDate, localDate } from '#platform/dates.ts'
import { checkDate } from '#platform/questions.ts'
import type { Asked } from '#platform/web/route.ts'

const earliest = localDate('1990-01-01')

type Typed = Readonly<Record<string, unknown>>
type DayQuestion = { readonly name: string; readonly label: string; readonly today: LocalDate }

/** A day on which something happened: not after today, and not so long ago that a number must have slipped. */
export const checkPastDay = (
  typed: Typed,
  context: z.core.$RefinementCtx,
  { name, label, today }: DayQuestion,
): LocalDate | null => {
  const day = checkDate(typed, context, { name, label })
  if (day === null) return null
  const wrong =
    dateRuleMessage(day, label, { rule: 'today or past', today }) ??
    (day < earliest ? `${label} must be in 1990 or later` : null)
  if (wrong === null) return day
  context.addIssue({ code: 'custom', path: [name], message: wrong })
  return null
}

/** Boxes of a list that stands on the page: any number of them, each once. A browser sends none at all where none is ticked. */
export const severalOf = <const T extends string>(allowed: readonly T[], strange: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => [sent].flat().filter((value) => value !== ''))
    .refine((sent) => sent.every((value) => allowed.some((each) => each === value)), strange)
    .transform((sent) => allowed.filter((each) => sent.includes(each)))

/** One box, ticked or not. */
export const tick = () =>
  z
    .literal(['yes', ''])
    .default('')
    .transform((sent) => sent === 'yes')

/** The version of a row that the person saw when the form was opened, as the form sends it back; '' where it sends none. */
export const versionSeen = ({ body }: Pick<Asked, 'body'>): string =>
  typeof body['_version'] === 'string' ? body['_version'] : ''
