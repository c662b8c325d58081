import { type Definition, type Question, questionsOf } from '../definition.ts'

/** A key out of the wording, in letters that every system can read; numbered on where it is taken. */
export const keyFor = (definition: Definition, label: string): string => {
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '')
  const stem = words === '' ? 'own' : `own-${words}`
  const taken = new Set([
    ...questionsOf(definition).map(({ key }) => key),
    // the boxes of dates
    ...questionsOf(definition).flatMap(({ key }) => ['day', 'month', 'year'].map((box) => `${key}-${box}`)),
  ])
  const free = [...Array(taken.size + 2).keys()].map((n) => (n === 0 ? stem : `${stem}-${n + 1}`))
  return free.find((key) => !taken.has(key)) ?? stem
}

/** The definition with one more question at the end of a page. */
export const withQuestion = (definition: Definition, section: string, question: Question): Definition => ({
  ...definition,
  sections: definition.sections.map((each) =>
    each.key === section ? { ...each, questions: [...each.questions, question] } : each,
  ),
})
