import type { Cues } from '../cues.ts'
import type { Mentions } from '../guards/subject.ts'
import { placesOf } from '../matching/expression.ts'
import type { ReadText } from '../read-text.ts'
import type { CueName, DocumentCheckKind } from '../rule-data.ts'

export type Whole = { readonly read: ReadText; readonly cues: Cues; readonly mentions: Mentions }

/** From about here on a document is an assessment and not a note. */
const WORDS_OF_A_LONG_DOCUMENT = 150
const WORDS_OF_A_NOTE = 25

const countOf = ({ read, cues }: Whole, name: CueName): number => placesOf(cues(name), read.folded).length

const wordsIn = ({ read }: Whole): number => read.folded.match(/\w+/g)?.length ?? 0

const speaksOfAbuse = (whole: Whole): boolean => countOf(whole, 'abuse') > 0

/** Who abuses is named, is no object of a preposition, and a verb of doing follows at once. */
const perpetratorActs = ({ read, cues, mentions }: Whole): boolean =>
  read.sentences.some(({ start, end }) => {
    const sentence = read.folded.slice(start, end)
    const acts = placesOf(cues('acts'), sentence)
    if (acts.length === 0) return false
    return mentions(sentence).some(
      (mention) =>
        mention.part === 'perpetrator' &&
        !mention.isObject &&
        acts.some((act) => act.start > mention.start && act.start - mention.start < 40),
    )
  })

/** Whether a document lacks what its check asks for. Each is a question and may well not apply. */
export const lacks: Readonly<Record<DocumentCheckKind, (whole: Whole) => boolean>> = {
  'perpetrator-never-acts': (whole) =>
    wordsIn(whole) >= WORDS_OF_A_NOTE && speaksOfAbuse(whole) && !perpetratorActs(whole),
  'nothing-of-the-survivor': (whole) =>
    wordsIn(whole) >= WORDS_OF_A_LONG_DOCUMENT && speaksOfAbuse(whole) && countOf(whole, 'strength') === 0,
  'abuse-without-detail': (whole) =>
    wordsIn(whole) >= WORDS_OF_A_NOTE && countOf(whole, 'abuse') >= 3 && countOf(whole, 'behaviour') === 0,
  'children-without-effect': (whole) =>
    wordsIn(whole) >= WORDS_OF_A_LONG_DOCUMENT &&
    speaksOfAbuse(whole) &&
    whole.mentions(whole.read.folded).some(({ part }) => part === 'child') &&
    countOf(whole, 'effect') === 0,
  'events-without-pattern': (whole) =>
    speaksOfAbuse(whole) && countOf(whole, 'event') >= 3 && countOf(whole, 'pattern') === 0,
}
