import { z } from 'zod'
import { dateRuleMessage, formatDate, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, dayIn, dayOf, linesOf, oneOf } from '#platform/questions.ts'
import { type Family, nameOf } from '../family.ts'
import { listOf, longest } from '../pattern/form.ts'
import { childrenInWords, type Effort, effortKindName, effortKindValues } from './effort.ts'

type For = { readonly family: Pick<Family, 'people'>; readonly today: LocalDate }

const idsOf = ({ people }: Pick<Family, 'people'>, part: 'child' | 'victim_survivor'): string[] =>
  people.filter((member) => member.part === part).map(({ individualId }) => individualId)

const notAfterToday = (
  typed: Readonly<Record<string, unknown>>,
  context: z.core.$RefinementCtx,
  question: { name: string; label: string; optional?: boolean },
  today: LocalDate,
) => {
  const day = checkDate(typed, context, question)
  const wrong = day && dateRuleMessage(day, question.label, { rule: 'today or past', today })
  if (wrong) context.addIssue({ code: 'custom', path: [question.name], message: wrong })
}

/** Something that a victim-survivor of this family did for the children. */
export const effortForm = ({ family, today }: For) =>
  z
    .strictObject({
      survivor: oneOf(idsOf(family, 'victim_survivor'), 'Select who did it'),
      kind: oneOf(effortKindValues, 'Select safety, stability, nurture or healing'),
      what: linesOf({ name: 'What was done', max: longest }).refine((text) => text !== '', 'Enter what was done'),
      children: listOf(idsOf(family, 'child')),
      source: linesOf({ name: 'How it is known', max: 2000 }).default(''),
      ...dateBoxes('seen'),
      ...dateBoxes('told'),
      withdrawnWhy: linesOf({ name: 'The reason', max: 2000 }).default(''),
    })
    .superRefine((typed, context) => {
      notAfterToday(typed, context, { name: 'seen', label: 'The day it was seen', optional: true }, today)
      notAfterToday(typed, context, { name: 'told', label: 'The day it was said', optional: true }, today)
    }, always)
    .transform((typed) => ({
      survivorId: typed.survivor,
      kind: typed.kind,
      what: typed.what,
      children: typed.children,
      source: typed.source,
      seenOn: dayIn(typed, 'seen'),
      acknowledgedOn: dayIn(typed, 'told'),
      withdrawnWhy: typed.withdrawnWhy,
    }))

/** The day on which somebody told the victim-survivor that an effort is seen. */
export const acknowledgeForm = ({ today }: Pick<For, 'today'>) =>
  z
    .strictObject(dateBoxes('told'))
    .superRefine(
      (typed, context) => notAfterToday(typed, context, { name: 'told', label: 'The day it was said' }, today),
      always,
    )
    .transform((typed) => ({ told: dayOf(typed, 'told') }))

/** An effort as its form would have been filled in. */
export const typedOf = (effort: Effort) => ({
  survivor: effort.survivorId,
  kind: effort.kind,
  what: effort.what,
  children: effort.children.join('\n'),
  source: effort.source,
  seen: effort.seenOn ?? '',
  told: effort.acknowledgedOn ?? '',
})

const dayInWords = (day: LocalDate | null): string => (day === null ? '' : formatDate(day))

/** The same in words, for who saved at the same time. */
export const effortInWords = (family: Pick<Family, 'people'>, effort: Effort) => ({
  survivor: nameOf(family, effort.survivorId),
  kind: effortKindName(effort.kind),
  what: effort.what,
  children: childrenInWords(family.people, effort),
  source: effort.source,
  seen: dayInWords(effort.seenOn),
  told: dayInWords(effort.acknowledgedOn),
  withdrawnWhy: effort.withdrawnWhy,
})
