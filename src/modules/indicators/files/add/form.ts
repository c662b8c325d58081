import { z } from 'zod'
import { addDays, dateRuleMessage, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayOf, oneOf } from '#platform/questions.ts'
import { fileKinds } from '../../readers/extract.ts'
import type { SaidCovers } from '../covers.ts'

export const coverKinds = ['itself', 'year', 'days'] as const

/** The years that can be chosen: those ending on 31 March, the latest first, the one that runs among them. */
export const yearsTo = (today: LocalDate): readonly number[] => {
  const year = Number(today.slice(0, 4))
  const running = today.slice(5) >= '04-01' ? year + 1 : year
  return Array.from({ length: 10 }, (_, index) => running - index)
}

/** Which kind of file it is and which days it covers. The files themselves come beside these. */
export const addFileForm = (today: LocalDate) =>
  z
    .strictObject({
      kind: oneOf(fileKinds, 'Select which kind of file it is'),
      covers: oneOf(coverKinds, 'Select which days it covers'),
      year: z.string().max(10, 'Select a year').default(''),
      ...dateBoxes('first'),
      ...dateBoxes('last'),
    })
    .superRefine((typed, context) => {
      if (typed.covers === 'year' && !yearsTo(today).includes(Number(typed.year)))
        context.addIssue({ code: 'custom', path: ['year'], message: 'Select a year' })
      if (typed.covers !== 'days') return
      const first = checkDate(typed, context, { name: 'first', label: 'First day' })
      const last = checkDate(typed, context, { name: 'last', label: 'Last day' })
      if (first === null || last === null) return
      const wrong =
        dateRuleMessage(last, 'Last day', { rule: 'on or after', date: first, named: 'the first day' }) ??
        dateRuleMessage(last, 'Last day', { rule: 'today or past', today }) ??
        (first < '2000-01-01' ? 'First day must be in 2000 or later' : null)
      if (wrong !== null) context.addIssue({ code: 'custom', path: ['last'], message: wrong })
    }, always)
    .transform((typed) => ({ kind: typed.kind, covers: coversIn(typed, typed.covers, typed.year) }))

const coversIn = (
  typed: Readonly<Record<string, unknown>>,
  kind: (typeof coverKinds)[number],
  year: string,
): SaidCovers => {
  if (kind === 'itself') return { kind }
  if (kind === 'year') return { kind, year: Number(year) }
  return { kind, from: dayOf(typed, 'first'), to: addDays(dayOf(typed, 'last'), 1) }
}
