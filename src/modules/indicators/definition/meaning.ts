import { meaningOfFurther } from './meaning-further.ts'
import { meaningOfMeasure } from './meaning-measure.ts'
import type { FurtherMeasure, Measure } from './measure.ts'

/** What a measure of definition set v1 means, in words for pages and exports. */
export type Meaning = {
  /** A title, without a full stop. */
  readonly name: string
  /** What is counted, and on which day it counts. */
  readonly counted: string
  /** What it is a share of; null: it is a share of nothing. */
  readonly base: string | null
  readonly sources: string
  /** What nobody knows, and where it stands; null: nothing can be unknown. */
  readonly unknown: string | null
  /** From when nothing later changes it. */
  readonly maturity: string
  /** What has to be borne in mind beside the number. */
  readonly caveats: readonly string[]
  /** Which way is better. `neutral`: more may mean better recording as well as more abuse, so that neither way is. */
  readonly better: 'lower' | 'higher' | 'neutral'
}

/** Of every measure. */
export const meanings: Readonly<Record<Measure | FurtherMeasure, Meaning>> = {
  ...meaningOfMeasure,
  ...meaningOfFurther,
}
