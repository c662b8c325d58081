import type { Cues } from '../cues.ts'
import type { ReadText } from '../read-text.ts'
import type { Rule } from '../rule-data.ts'
import type { Range } from '../text/sentences.ts'
import type { Mentions } from './subject.ts'

/** Words that a rule names or a model found, before anybody asked whether they are meant as they stand. */
export type Hit = Range & {
  /** The index of the sentence. */
  readonly sentence: number
  readonly who: Rule['who']
  readonly implicit: boolean
  readonly agentless: boolean
  /** The exceptions of the rule. */
  readonly except: RegExp | null
}

export type Listening = { readonly read: ReadText; readonly cues: Cues; readonly mentions: Mentions }

/** Why a hit is let pass, or only asked about (`demote`). `null`: the guard has nothing to say. */
export type Verdict = { readonly what: 'suppress' | 'demote'; readonly reason: string } | null

export type Guard = { readonly name: string; readonly listen: (hit: Hit, listening: Listening) => Verdict }

export const letPass = (reason: string): Verdict => ({ what: 'suppress', reason })

export const sentenceOf = (hit: Hit, read: ReadText): Range =>
  read.sentences[hit.sentence] ?? { start: hit.start, end: hit.end }
