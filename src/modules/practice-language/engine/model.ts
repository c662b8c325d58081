import type { Category, Roles } from './finding.ts'
import type { ReadText } from './read-text.ts'

/** Words that a model holds to be like labelled examples. Offsets are UTF-16 code units of `read.text`; `score` is from 0 to 1. */
export type Span = { readonly category: Category; readonly start: number; readonly end: number; readonly score: number }

/**
 * A learned tagger. `find` gives all that it holds to be possible; what is `isEnough` is shown, goes through the guards like what rules
 * find, and is said to be less certain. Where a rule marks words that the model holds to be clean, the finding is lowered to a prompt.
 */
export type Model = {
  readonly find: (read: ReadText, roles: Roles) => readonly Span[]
  readonly isEnough: (span: Span) => boolean
}
