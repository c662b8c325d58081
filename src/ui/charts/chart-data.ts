import type { MissingKind } from '../page-parts/index.ts'
import type { Meaning } from './meaning.ts'

/** A value, or the word for why there is none. `null` is "not available". Never 0 for what is not known. */
export type ChartValue = number | null | { missing: MissingKind }

/** One set of values, in the order of the categories. `meaning` gives it the colour that it has in every chart. */
export type ChartSeries = { name: string; values: readonly ChartValue[]; meaning?: Meaning | undefined }

/** What every chart is told. */
export type ChartData = {
  /** One of its kind on a page: ids are made from it. */
  id: string
  /** What the chart shows, as a sentence: "Hackney recorded most consultations". */
  headline: string
  /** What is measured, where and when: "Case consultations held, by borough, August 2021 to July 2022". */
  subtitle: string
  categories: readonly string[]
  /** What the categories are: "Borough", "Month". Heads the table. */
  categoryName: string
  series: readonly ChartSeries[]
  /** How a value is printed. Whole numbers in groups of three unless given. */
  format?: ((value: number) => string) | undefined
  source?: string | undefined
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** How this chart prints a value. */
export const formatOf = (data: ChartData): ((value: number) => string) =>
  data.format ?? ((value) => whole.format(value))

/** The number, or `undefined` where there is none. */
export const numberOf = (value: ChartValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined

/** Why there is no number. */
export const kindOf = (value: ChartValue | undefined): MissingKind =>
  typeof value === 'object' && value !== null ? value.missing : 'not-available'

/** The largest value, and 1 where there is none: a scale needs a length. */
export const largest = (data: ChartData): number =>
  Math.max(0, ...data.series.flatMap(({ values }) => values.map((value) => numberOf(value) ?? 0))) || 1
