import type { FurtherMeasure, Measure } from '../definition/measure.ts'
import { whatItNeeds } from '../definition/needs.ts'
import { measureName } from '../versions/measure-name.ts'

type Name = Measure | FurtherMeasure

const short: Readonly<Partial<Record<Name, string>>> = {
  episodes_assessed: 'assessed cases',
  cp_plan_starts: 'new plans',
  care_starts: 'taken into care',
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** What a measure is a share of, in a word or two for a column; null: nothing. */
export const baseWords = (measure: Name): string | null => {
  const { base } = whatItNeeds[measure]
  return base && (short[base] ?? lower(measureName(base)))
}

/** The same in full, as a sentence, where the short words leave something out; null: they do not. */
export const baseInFull = (measure: Name): string | null => {
  const { base } = whatItNeeds[measure]
  const words = base && short[base]
  return base && words
    ? `“${words.charAt(0).toUpperCase()}${words.slice(1)}” means: ${lower(measureName(base))}.`
    : null
}
