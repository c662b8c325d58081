import { z } from 'zod'
import type { LocalDate } from '#platform/dates.ts'
import { always, dateBoxes, linesOf, oneOf, optionalLine } from '#platform/questions.ts'
import type { Asked } from '#platform/web/route.ts'
import type { Family } from '../family.ts'
import { type Harm, harmableOf, harmInWords, type PatternEntry, perpetratorsOf, wayValues } from './entry.ts'
import { kindOf, kindValues } from './kinds.ts'
import {
  between,
  type Moment,
  momentsOf,
  notKnown,
  onceAt,
  readMoment,
  sinceThen,
  type When,
  whenInWords,
} from './when.ts'

/** A text of any language and length. */
export const longest = 1_000_000

/** Bytes of a form with such a text in it: a character is sent as up to twelve. */
export const longForm = 4 * 1024 * 1024

/** The version of the record that the person saw when the form was opened; none where it did not say. */
export const versionSeen = ({ body }: Pick<Asked, 'body'>): number => Number(body['_version'] ?? Number.NaN)

/** Ticked boxes: none, one or several, of a list that stands on the page. */
export const listOf = (allowed: readonly string[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((sent) => [...new Set([sent ?? []].flat())])
    .refine((list) => list.every((value) => allowed.includes(value)), 'Select from the list')

/** How long it went on. */
const lengths = ['once', 'between', 'goes on', 'not known'] as const

type Typed = Readonly<Record<string, unknown>>
type Question = { readonly name: 'on' | 'from' | 'to' | 'since'; readonly label: string }

const box = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

const momentIn = (typed: Typed, { name }: Question) =>
  readMoment({ day: box(typed, `${name}-day`), month: box(typed, `${name}-month`), year: box(typed, `${name}-year`) })

const questions = {
  once: [{ name: 'on', label: 'The date' }],
  between: [
    { name: 'from', label: 'The first date' },
    { name: 'to', label: 'The last date' },
  ],
  'goes on': [{ name: 'since', label: 'The date' }],
  'not known': [],
} as const satisfies Record<(typeof lengths)[number], readonly Question[]>

const checkMoment = (
  typed: Typed,
  context: z.core.$RefinementCtx,
  question: Question,
  today: LocalDate,
): Moment | null => {
  const issue = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  const result = momentIn(typed, question)
  if (!result.ok) {
    issue(result.part === null ? question.name : `${question.name}-${result.part}`, result.message)
    return null
  }
  if (result.moment.starts > today) {
    issue(question.name, `${question.label} must be today or in the past`)
    return null
  }
  return result.moment
}

const checkWhen = (
  typed: Typed & { when: (typeof lengths)[number] },
  context: z.core.$RefinementCtx,
  today: LocalDate,
) => {
  // Not one of the list: said already.
  const asked: readonly Question[] = questions[typed.when] ?? []
  const [first, last] = asked.map((question) => checkMoment(typed, context, question, today))
  if (first && last && last.ends <= first.starts)
    context.addIssue({ code: 'custom', path: ['to'], message: 'The last date must be the same as or after the first' })
}

const whenOf = (typed: Typed & { when: (typeof lengths)[number] }): When => {
  const moment = (question: Question): Moment => {
    const result = momentIn(typed, question)
    if (!result.ok) throw new RangeError('a date that was not checked')
    return result.moment
  }
  if (typed.when === 'not known') return notKnown
  if (typed.when === 'between') return between(moment(questions.between[0]), moment(questions.between[1]))
  return typed.when === 'once' ? onceAt(moment(questions.once[0])) : sinceThen(moment(questions['goes on'][0]))
}

export const waysName = (individualId: string): string => `ways-${individualId}`
export const howName = (individualId: string): string => `how-${individualId}`

// Two questions for each person; their names hold ids, so the compiler cannot know them.
const harmQuestions = (family: Pick<Family, 'people'>): Record<never, never> =>
  Object.fromEntries(
    harmableOf(family).flatMap(({ individualId, name }) => [
      [waysName(individualId), listOf(wayValues)],
      [howName(individualId), optionalLine({ name: `How it harmed ${name}`, max: 500 }).default('')],
    ]),
  )

const harmsOf = (family: Pick<Family, 'people'>, typed: Typed): Harm[] =>
  harmableOf(family).flatMap(({ individualId }) => {
    const [ways, how] = [typed[waysName(individualId)], typed[howName(individualId)]]
    const harm = { individual: individualId, ways: Array.isArray(ways) ? ways.map(String) : [], how: String(how ?? '') }
    return harm.ways.length > 0 || harm.how !== '' ? [harm] : []
  })

/** Something that a perpetrator of this family did. */
export const patternForm = ({ family, today }: { family: Pick<Family, 'people'>; today: LocalDate }) =>
  z
    .strictObject({
      who: oneOf(
        perpetratorsOf(family).map(({ individualId }) => individualId),
        'Select who did it',
      ),
      what: linesOf({ name: 'What was done', max: longest }).refine((text) => text !== '', 'Enter what was done'),
      kinds: listOf(kindValues).refine((list) => list.length > 0, 'Select at least one kind'),
      when: oneOf(lengths, 'Select when it was, or that it is not known'),
      ...dateBoxes('on'),
      ...dateBoxes('from'),
      ...dateBoxes('to'),
      ...dateBoxes('since'),
      source: linesOf({ name: 'How it is known', max: 2000 }).default(''),
      meaning: linesOf({ name: 'What it means for the child', max: longest }).default(''),
      carried: linesOf({ name: 'What may be read in another record', max: 2000 }).default(''),
      ...harmQuestions(family),
    })
    .superRefine((typed, context) => checkWhen(typed, context, today), always)
    .transform((typed) => ({
      perpetratorId: typed.who,
      kinds: typed.kinds,
      what: typed.what,
      when: whenOf(typed),
      source: typed.source,
      harms: harmsOf(family, typed),
      meaning: typed.meaning,
      carried: typed.carried,
    }))

const boxesOf = (name: Question['name'], moment: Moment | null): Record<string, string> => {
  if (moment === null) return {}
  const [year = '', month = '', day = ''] = moment.starts.split('-')
  return {
    [`${name}-year`]: year,
    [`${name}-month`]: moment.knownTo === 'year' ? '' : String(Number(month)),
    [`${name}-day`]: moment.knownTo === 'day' ? String(Number(day)) : '',
  }
}

const whenTyped = (when: When): Record<string, string> => {
  const { first, last } = momentsOf(when)
  if (first === null) return { when: 'not known' }
  if (last === null) return { when: 'goes on', ...boxesOf('since', first) }
  if (first.starts === last.starts && first.ends === last.ends) return { when: 'once', ...boxesOf('on', first) }
  return { when: 'between', ...boxesOf('from', first), ...boxesOf('to', last) }
}

/** An entry as its form would have been filled in. */
export const typedOf = ({ perpetratorId, kinds, what, when, source, harms, meaning, carried }: PatternEntry) => ({
  who: perpetratorId,
  what,
  kinds: kinds.join('\n'),
  ...whenTyped(when),
  source,
  meaning,
  carried,
  ...Object.fromEntries(
    harms.flatMap(({ individual, ways, how }) => [
      [waysName(individual), ways.join('\n')],
      [howName(individual), how],
    ]),
  ),
})

/** The same in words, for who saved at the same time. `harms` stands for the questions about each person. */
export const entryInWords = (family: Pick<Family, 'people'>, entry: PatternEntry): Record<string, string> => ({
  who: family.people.find(({ individualId }) => individualId === entry.perpetratorId)?.name ?? '',
  what: entry.what,
  kinds: entry.kinds.map((kind) => kindOf(kind).name).join(', '),
  when: whenInWords(entry.when),
  source: entry.source,
  harms: entry.harms.map((harm) => harmInWords(family, harm)).join('; '),
  meaning: entry.meaning,
  carried: entry.carried,
})
