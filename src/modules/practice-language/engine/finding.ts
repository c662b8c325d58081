/** The seven kinds of wording that hide who does what to whom. The order is the one they are shown in. */
export const categories = [
  'victim_blaming',
  'responsibility_on_survivor',
  'mutualising',
  'minimising',
  'invisible_perpetrator',
  'incident_framing',
  'label',
] as const

export type Category = (typeof categories)[number]

/** How sure and how grave: `concern` and `consider` are shown by default, `prompt` is a question that may well not apply. */
export const levels = ['concern', 'consider', 'prompt'] as const

export type Level = (typeof levels)[number]

/** Who a person of the text is. Words or names, as they stand in the text. */
export type Roles = {
  readonly survivor?: readonly string[]
  readonly perpetrator?: readonly string[]
  readonly children?: readonly string[]
}

/** Why a finding is let pass. It is kept, so that the writer can see what was listened to. */
export type Suppressed = { readonly guard: string; readonly reason: string }

/**
 * One phrase to look at again. `start` and `end` are UTF-16 code units of the checked text:
 * `text.slice(start, end) === phrase`. A check of the whole document points at its first words, or at nothing (`start === end`).
 */
export type Finding = {
  readonly ruleId: string
  readonly category: Category
  readonly level: Level
  readonly start: number
  readonly end: number
  readonly phrase: string
  /** Why the words matter. */
  readonly message: string
  /** A question or an instruction to describe, never a replacement: the facts are not in the sentence. */
  readonly reframe: string
  /** Keys of the sources of the guidance. */
  readonly source: readonly string[]
  /** `rule`: words that a rule names. `learned`: words like those of labelled examples; less certain, and says so. */
  readonly certainty: 'rule' | 'learned'
  readonly suppressed?: Suppressed
}
