import { categories, type Finding } from '../finding.ts'
import type { Listening } from '../guards/guard.ts'
import { guardsInOrder } from '../guards/in-order.ts'
import type { Span } from '../model.ts'
import type { RuleData } from '../rule-data.ts'
import { heard } from './of-rules.ts'
import { overlap } from './settle.ts'

/** The index of the sentence that holds a place; -1 where there is none. */
const sentenceAt = ({ read }: Listening, place: number): number => {
  let low = 0
  let high = read.sentences.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = read.sentences[middle]
    if (sentence === undefined || sentence.start > place) high = middle - 1
    else if (sentence.end <= place) low = middle + 1
    else return middle
  }
  return -1
}

const guardsForLearned = guardsInOrder.filter(({ name }) => name !== 'other-context')

/** These two are about the survivor: where people were named, what is said about somebody else is let pass. */
const aboutSurvivor: readonly string[] = ['victim_blaming', 'responsibility_on_survivor']

/** A score below this means that the model holds the words to be clean. */
const clean = 0.1

/** A score from which the model is taken at its word about what kind of wording it is. */
const sure = 0.6

/**
 * Where the model holds a rule's words to be clean in this sentence, a rule that says consider only asks. A concern is never lost: those
 * words are known well. It becomes something to consider, and only asks where the model is sure that the words are of another kind, as
 * which they are then shown. A rule of a borough's own, or one that it gave words to, is in `own` and never doubted: the model has met
 * none of those words.
 */
export const withDoubts = (
  ofRules: readonly Finding[],
  spans: readonly Span[],
  own: ReadonlySet<string>,
): readonly Finding[] =>
  ofRules.map((finding) => {
    if (finding.suppressed !== undefined || finding.level === 'prompt' || own.has(finding.ruleId)) return finding
    const there = spans.filter((span) => overlap(span, finding))
    if (there.some(({ category, score }) => category === finding.category && score >= clean)) return finding
    const isOther = there.some(({ category, score }) => category !== finding.category && score >= sure)
    return { ...finding, level: finding.level === 'concern' && !isOther ? 'consider' : 'prompt' }
  })

/** A rule has said it, or has said something graver of the same words; or a guard has let a rule of this category pass. */
const isSaid = (span: Span, ofRules: readonly Finding[]): boolean =>
  ofRules.some(
    (finding) =>
      overlap(finding, span) &&
      (finding.category === span.category
        ? finding.suppressed === undefined
          ? finding.level !== 'prompt'
          : !guessing.has(finding.suppressed.guard)
        : finding.suppressed === undefined && finding.level === 'concern'),
  )

/** Guards that go by a word nearby, or by who is probably meant. A model has read the whole sentence. */
const guessing: ReadonlySet<string> = new Set(['subject', 'other-context'])

/** What a model found, after the guards, and without what rules say about the same words. */
export const learnedFindings = (
  listening: Listening,
  spans: readonly Span[],
  data: RuleData,
  off: ReadonlySet<string>,
  ofRules: readonly Finding[],
): readonly Finding[] => {
  const { read } = listening
  const findings: Finding[] = []
  for (const span of spans) {
    const { category, start, end } = span
    const ruleId = `learned.${category}`
    const isRight = categories.includes(category) && start >= 0 && start < end && end <= read.text.length
    if (!isRight || off.has(ruleId) || isSaid(span, ofRules)) continue
    const who = read.people.isGiven && aboutSurvivor.includes(category) ? 'survivor' : 'any'
    const hit = {
      start,
      end,
      sentence: sentenceAt(listening, start),
      who,
      ...{ implicit: true, agentless: false, except: null },
    } as const
    const { why, reframe, source } = data.learned[category]
    findings.push({
      ...{ ruleId, category, start, end, phrase: read.text.slice(start, end) },
      ...{ message: why, reframe, source, certainty: 'learned' as const },
      ...heard(hit, 'consider', listening, guardsForLearned),
    })
  }
  return findings
}
