import { makeChecker } from '../engine/index.ts'
import { shippedRules } from '../shipped-rules.ts'
import type { Labelled } from './corpus.ts'

const subject = /^(?:Mum|Mother|Mo|She|Ms [A-Z]\w*)\b/
/** Each example is learned under as many names, so that it is the words that count and not who is named. */
const names = [
  'Mum',
  'Mother',
  'Mo',
  'She',
  'Ms A',
  'Mrs Hale',
  'Fatima',
  'Kerry',
  'Ms Okonkwo',
  'Dee',
  'Wife',
  'Priya',
]

const named = (text: string): readonly string[] =>
  subject.test(text) ? names.map((name) => text.replace(subject, name)) : names.map(() => text)

/**
 * The examples of the rules as labelled sentences: what a rule marks in its own example is a label, and a counter-example in which no
 * rule finds anything is clean. So the network knows what the rules know, and does not doubt them where they are right.
 */
export const ruleExamples = (): readonly Labelled[] => {
  const checker = makeChecker({ rules: shippedRules })
  const found = (text: string) => checker.check(text).filter(({ suppressed }) => suppressed === undefined)
  return checker.rules.flatMap(({ id, examples, counter }) => [
    ...examples.flatMap(named).map((text, index) => ({
      ...{ id: `${id}+${index}`, kind: 'example of a rule', text },
      labels: found(text).map(({ category, start, end }) => ({ category, start, end })),
    })),
    ...counter
      .filter((text) => found(text).length === 0)
      .map((text, index) => ({ id: `${id}-${index}`, kind: 'counter-example of a rule', text, labels: [] })),
  ])
}
