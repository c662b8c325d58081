import { z } from 'zod'
import { lineOf, optionalLine } from '#platform/questions.ts'
import { parts } from '../family.ts'
import { placeInJson } from './json-place.ts'

/**
 * The engagement form as data. A form that was begun keeps the definition it was begun with; a borough's own is a whole numbered version of it.
 * A file of this format can be exported and taken up by another borough.
 */
export const formatName = 'throughline-engagement-form-1'
/** Characters of a definition as PostgreSQL writes it. */
export const longestDefinition = 200_000

export const questionKinds = ['date', 'yes-no', 'long-text', 'text', 'choice'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const kindNames: Readonly<Record<QuestionKind, string>> = {
  'yes-no': 'Yes or no, with room for more beside it',
  'long-text': 'Several lines of text',
  text: 'One line of text',
  choice: 'One of a list',
  date: 'A date',
}

/** The day on which a form was held: each form asks for it. */
export const dateKey = 'date'

const key = z.string('it must be text').regex(/^[a-z][a-z0-9-]{1,59}$/, 'it must be small letters, digits and hyphens')
const line = (max: number) => lineOf({ missing: 'it must not be empty', name: 'it', max })
const free = (max: number) => optionalLine({ name: 'it', max }).default('')

const questionSchema = z.strictObject({
  key,
  label: line(500),
  kind: z.enum(questionKinds, `it must be one of ${questionKinds.join(', ')}`),
  hint: free(1000),
  /** Titles of guidance that a partnership keeps; where, its guidance links say. */
  guidance: z.array(line(200), 'it must be a list').max(10, 'there can be 10 at most').default([]),
  options: z.array(line(200), 'it must be a list').max(30, 'there can be 30 at most').default([]),
  required: z.boolean('it must be true or false').default(false),
  /** A No is asked why not. */
  asksWhyNot: z.boolean('it must be true or false').default(false),
  /** "When was Darren Ashworth first ...?": what follows "first". */
  first: free(300),
})
export type Question = Readonly<z.output<typeof questionSchema>>

const sectionSchema = z.strictObject({
  key,
  title: line(200),
  /** The people of the record that the section is about, checked against what is recorded. */
  people: z
    .enum(parts, `it must be one of ${parts.join(', ')}`)
    .nullable()
    .default(null),
  questions: z.array(questionSchema, 'it must be a list').max(40, 'there can be 40 at most'),
})
export type Section = Readonly<z.output<typeof sectionSchema>>

const definitionSchema = z.strictObject({
  format: z.literal(formatName, `it must be ${formatName}`),
  title: line(200),
  /** How "why not?" is put; a reason may serve several answers. */
  whyNot: z.strictObject({ label: line(300), hint: free(500) }),
  sections: z.array(sectionSchema, 'it must be a list').min(1, 'there must be one').max(40, 'there can be 40 at most'),
})
export type Definition = Readonly<z.output<typeof definitionSchema>>

export type Checked =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: readonly string[] }

/** `Section 2, question 3, options, 1`, as people count. */
const placeOf = (path: readonly PropertyKey[]): string => {
  const words = path.map((step, index) => {
    const list = path[index - 1]
    if (typeof step !== 'number') return step === 'sections' || step === 'questions' ? null : String(step)
    return list === 'sections' ? `section ${step + 1}` : list === 'questions' ? `question ${step + 1}` : `${step + 1}`
  })
  const text = words.filter((word) => word !== null).join(', ')
  return text === '' ? 'The form' : text.charAt(0).toUpperCase() + text.slice(1)
}

const wordsOf = (issue: z.core.$ZodIssue): string => {
  const place = placeOf(issue.path)
  if (issue.code === 'unrecognized_keys') return `${place}: nobody knows what ${issue.keys.join(', ')} means`
  return `${place}: ${issue.code === 'invalid_type' && issue.input === undefined ? 'it is missing or of another kind' : issue.message}`
}

/** Reads a definition, or says what is wrong with it and where. */
export const checkDefinition = (given: unknown): Checked => {
  const read = definitionSchema.safeParse(given)
  const problems = read.success ? rulesBroken(read.data) : read.error.issues.map(wordsOf)
  return read.success && problems.length === 0
    ? { ok: true, definition: read.data }
    : { ok: false, problems: problems.slice(0, 20) }
}

/** Reads a definition that somebody pasted. */
export const readDefinition = (text: string): Checked => {
  // Nothing that passes is longer than this; nothing longer is worth reading.
  if (text.length > longestDefinition) return { ok: false, problems: ['The form: it is larger than 200 kB'] }
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    const at = placeInJson(text)
    const place = at === null ? 'The form' : `Line ${at.line}, character ${at.character}`
    return { ok: false, problems: [`${place}: this is not JSON`] }
  }
  return checkDefinition(given)
}

const twice = (keys: readonly string[]): string[] => [
  ...new Set(keys.filter((each, index) => keys.indexOf(each) !== index)),
]

const rulesBroken = (definition: Definition): string[] => {
  const questions = questionsOf(definition)
  const date = questions.find((question) => question.key === dateKey)
  const boxes = questions
    .filter(({ kind }) => kind === 'date')
    .flatMap((question) => ['day', 'month', 'year'].map((box) => `${question.key}-${box}`))
  return [
    ...twice(definition.sections.map((section) => section.key)).map((each) => `Two sections have the key ${each}`),
    ...twice(questions.map((question) => question.key)).map((each) => `Two questions have the key ${each}`),
    ...questions
      .filter((question) => question.kind === 'date' && boxes.includes(question.key))
      .map((question) => `The key ${question.key} is that of a box of another date`),
    ...definition.sections.flatMap((section, at) =>
      section.people === null && section.questions.length === 0 ? [`Section ${at + 1}: it asks nothing`] : [],
    ),
    ...definition.sections.flatMap((section, at) =>
      section.questions.flatMap((question, number) =>
        questionRules(question).map((rule) => `Section ${at + 1}, question ${number + 1}: ${rule}`),
      ),
    ),
    ...(date?.kind === 'date' && date.required
      ? []
      : ['The form: it has no question date, of the kind date, required']),
    // PostgreSQL writes it with a space after each comma and colon: never longer than this.
    ...(JSON.stringify(definition, null, 1).length > longestDefinition ? ['The form: it is larger than 200 kB'] : []),
  ]
}

const questionRules = ({ kind, options, asksWhyNot }: Question): string[] => [
  ...(kind === 'choice' && options.length < 2 ? ['a list to choose from has two options at least'] : []),
  ...(kind !== 'choice' && options.length > 0 ? ['only a list to choose from has options'] : []),
  ...twice(options).map((option) => `the option ${option} is there twice`),
  ...(asksWhyNot && kind !== 'yes-no' ? ['only a yes or no is asked why not'] : []),
]

/** All questions, in order. */
export const questionsOf = ({ sections }: Definition): readonly Question[] =>
  sections.flatMap((section) => section.questions)

export const sectionOf = ({ sections }: Definition, sectionKey: string): Section | null =>
  sections.find((section) => section.key === sectionKey) ?? null

/** The published wording speaks of "the perpetrator": with the name of the record's only one, it speaks of that person. */
export const inNames = (text: string, perpetrators: readonly string[]): string =>
  perpetrators.length === 1 ? text.replaceAll(/\bthe perpetrator\b/g, () => perpetrators[0] ?? 'the perpetrator') : text
