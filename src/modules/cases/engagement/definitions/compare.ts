import { type Definition, type Question, questionsOf } from '../definition.ts'

/** A question of another definition that is not as this one has it. */
export type Difference = {
  readonly kind: 'new' | 'changed' | 'missing'
  readonly key: string
  readonly label: string
  /** What is changed, as "wording" or "kind". */
  readonly what: readonly string[]
}

const parts: readonly (readonly [string, (question: Question) => unknown])[] = [
  ['wording', ({ label }) => label],
  ['kind', ({ kind }) => kind],
  ['hint', ({ hint }) => hint],
  ['guidance', ({ guidance }) => guidance],
  ['options', ({ options }) => options],
  ['whether it has to be answered', ({ required }) => required],
  ['whether a No is asked why not', ({ asksWhyNot }) => asksWhyNot],
  ['how it is put over time', ({ first }) => first],
]

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const pageOf = (definition: Definition, question: Question): string =>
  definition.sections.find(({ questions }) => questions.includes(question))?.key ?? ''

/** What is new, changed and missing in a definition against another: its questions, and its pages that are about people. */
export const compareDefinitions = (given: Definition, against: Definition): readonly Difference[] => {
  const before = new Map(questionsOf(against).map((question) => [question.key, question]))
  const after = new Map(questionsOf(given).map((question) => [question.key, question]))
  const differences = [...after.values()].flatMap((question): Difference[] => {
    const other = before.get(question.key)
    const { key, label } = question
    if (other === undefined) return [{ kind: 'new', key, label, what: [] }]
    const what = [
      ...parts.filter(([, read]) => !same(read(question), read(other))).map(([name]) => name),
      ...(pageOf(given, question) === pageOf(against, other) ? [] : ['page']),
    ]
    return what.length === 0 ? [] : [{ kind: 'changed', key, label, what }]
  })
  const missing = [...before.values()].filter(({ key }) => !after.has(key))
  return [
    ...differences,
    ...comparePeople(given, against),
    ...missing.map(({ key, label }): Difference => ({ kind: 'missing', key, label, what: [] })),
    ...(same(given.whyNot, against.whyNot)
      ? []
      : [{ kind: 'changed' as const, key: 'why-not', label: given.whyNot.label, what: ['how “why not?” is put'] }]),
  ]
}

const comparePeople = (given: Definition, against: Definition): Difference[] => {
  const pages = (definition: Definition) =>
    definition.sections.flatMap(({ key, title, people }) => (people === null ? [] : [{ key, label: title, people }]))
  const [before, after] = [pages(against), pages(given)]
  const within = (list: typeof before, people: string) => list.some((each) => each.people === people)
  return [
    ...after.filter(({ people }) => !within(before, people)).map(({ key, label }) => difference('new', key, label)),
    ...before.filter(({ people }) => !within(after, people)).map(({ key, label }) => difference('missing', key, label)),
  ]
}

const difference = (kind: Difference['kind'], key: string, label: string): Difference => ({
  kind,
  key,
  label,
  what: [],
})
