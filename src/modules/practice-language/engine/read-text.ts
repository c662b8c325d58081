import type { Cues } from './cues.ts'
import type { Roles } from './finding.ts'
import { negatedIn } from './guards/negation.ts'
import { reportedIn } from './guards/reported.ts'
import { type People, peopleOf } from './roles.ts'
import type { RuleData } from './rule-data.ts'
import { fold } from './text/fold.ts'
import { quotationsOf } from './text/quotations.ts'
import { type Range, type Sentence, sentencesOf } from './text/sentences.ts'

/**
 * A text as it was read once for a check; rules, guards and a model all look at this and read nothing again.
 *
 * - `text` is what was given; `folded` is the same for comparing, with as many code units: an offset into one is an offset into the other.
 * - `sentences` are in order and do not overlap; a line of a list is a sentence of its own, without its bullet.
 * - `quotations` hold their marks and may stand within one another.
 * - `reportedIn(at)` and `negatedIn(at)` are the ranges of the sentence with that index in which words are somebody else's, or denied.
 *   They are worked out when they are first asked for. `reported` and `negated` are those of all sentences.
 */
export type ReadText = {
  readonly text: string
  readonly folded: string
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Range[]
  readonly people: People
  readonly reportedIn: (sentence: number) => readonly Range[]
  readonly negatedIn: (sentence: number) => readonly Range[]
  readonly reported: readonly Range[]
  readonly negated: readonly Range[]
}

export type Reader = (text: string, roles?: Roles) => ReadText

const remembered = (make: (at: number) => readonly Range[]): ((at: number) => readonly Range[]) => {
  const known = new Map<number, readonly Range[]>()
  return (at) => {
    const before = known.get(at)
    if (before) return before
    const made = make(at)
    known.set(at, made)
    return made
  }
}

export const makeReader = (data: RuleData, cues: Cues): Reader => {
  return (text, roles) => {
    const folded = fold(text)
    const sentences = sentencesOf(text)
    const ofSentence = (find: (cues: Cues, sentence: string, written: string) => readonly Range[]) =>
      remembered((at) => {
        const sentence = sentences[at]
        if (sentence === undefined) return []
        const { start, end } = sentence
        return find(cues, folded.slice(start, end), text.slice(start, end)).map((range) => ({
          start: range.start + start,
          end: range.end + start,
        }))
      })
    const inReported = ofSentence(reportedIn)
    const inNegated = ofSentence(negatedIn)
    return {
      text,
      folded,
      sentences,
      quotations: quotationsOf(text),
      people: peopleOf(roles, data),
      reportedIn: inReported,
      negatedIn: inNegated,
      get reported() {
        return sentences.flatMap((_, at) => inReported(at))
      },
      get negated() {
        return sentences.flatMap((_, at) => inNegated(at))
      },
    }
  }
}
