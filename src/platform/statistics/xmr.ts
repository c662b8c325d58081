import { mean } from './numbers.ts'

/** Values in order of time; null is a month that is missing, which breaks every run. */
export type Series = readonly (number | null)[]

/** Limits of a chart of individual values and moving ranges, in the unit of the values. */
export type XmrLimits = { mean: number; movingRange: number; lower: number; upper: number }

export type XmrOptions = {
  /** Leave out moving ranges of 3.267 times their mean or more, so that one wild point does not widen the limits. */
  screen?: boolean
  /** Points at the beginning that the limits are made from; all when left out. */
  baseline?: number
  /** 2.66 as rounded by NHS Making Data Count; NIST uses 3 / 1.128. */
  constant?: number
}

/** How much may be said: under 6 points show dots only; 6 to 11 trial limits and careful words; from 12 a verdict. */
export type Stage = 'dots' | 'trial' | 'full'

export const stageOf = (values: Series): Stage => {
  const points = values.filter((value) => value !== null).length
  return points < 6 ? 'dots' : points < 12 ? 'trial' : 'full'
}

const isNumber = (value: number | null): value is number => value !== null

/**
 * Limits as NHS Making Data Count draws them: mean plus and minus 2.66 times the mean moving range.
 * @returns null with fewer than two neighbouring points.
 */
export const xmrLimits = (
  values: Series,
  { screen = false, baseline, constant = 2.66 }: XmrOptions = {},
): XmrLimits | null => {
  const used = values.slice(0, baseline)
  const centre = mean(used.filter(isNumber))
  const ranges = used.map((value, index) => range(used[index - 1] ?? null, value)).filter(isNumber)
  const average = mean(ranges)
  if (centre === null || average === null) return null
  // When screening leaves nothing, every range was 0 and so is their mean.
  const movingRange = screen ? (mean(ranges.filter((size) => size < 3.267 * average)) ?? 0) : average
  return { mean: centre, movingRange, lower: centre - constant * movingRange, upper: centre + constant * movingRange }
}

const range = (before: number | null, value: number | null): number | null =>
  before === null || value === null ? null : Math.abs(value - before)
