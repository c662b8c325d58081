import type { Series, XmrLimits } from './xmr.ts'

/** The four signs of special cause, in the order in which they count. */
export type XmrRule = 'outside limits' | 'seven rising or falling' | 'two of three near a limit' | 'seven on one side'

/** A sign: the point that completes it, all points that make it up (indexes from 0), and which way it leans. */
export type XmrSignal = { rule: XmrRule; at: number; points: number[]; side: 'high' | 'low' }

type Lean = -1 | 0 | 1
const runLength = 7

/** Every sign of special cause in a series, by rule and then by time (Making Data Count, as NHSRplotthedots codes it). */
export const xmrSignals = (values: Series, limits: XmrLimits): XmrSignal[] => [
  ...outside(values, limits),
  ...runs('seven rising or falling', trends(values)),
  ...twoOfThree(values.map((value) => nearLimit(value, limits))),
  ...runs(
    'seven on one side',
    values.map((value) => (value === null ? 0 : lean(value - limits.mean))),
  ),
]

const lean = (difference: number): Lean => (difference > 0 ? 1 : difference < 0 ? -1 : 0)
const sideOf = (direction: Lean): 'high' | 'low' => (direction > 0 ? 'high' : 'low')

const outsideLean = (value: number | null, { lower, upper }: XmrLimits): Lean =>
  value === null ? 0 : value > upper ? 1 : value < lower ? -1 : 0

const outside = (values: Series, limits: XmrLimits): XmrSignal[] =>
  values.flatMap((value, at) => {
    const direction = outsideLean(value, limits)
    return direction === 0 ? [] : [{ rule: 'outside limits', at, points: [at], side: sideOf(direction) }]
  })

// Each point's step from the point before it; none for the first, and none across a gap.
const trends = (values: Series): Lean[] =>
  values.map((value, index) => {
    const before = values[index - 1] ?? null
    return value === null || before === null ? 0 : lean(value - before)
  })

/** Inside the limits, but more than two thirds of the way to one of them. */
const nearLimit = (value: number | null, limits: XmrLimits): Lean => {
  if (value === null || outsideLean(value, limits) !== 0) return 0
  const third = (limits.upper - limits.mean) / 3
  return value > limits.mean + 2 * third ? 1 : value < limits.mean - 2 * third ? -1 : 0
}

const window = (at: number, length: number): number[] => Array.from({ length }, (_, index) => at - length + 1 + index)

const runs = (rule: XmrRule, leans: readonly Lean[]): XmrSignal[] => {
  // Seven points that rise have six steps between them.
  const needed = rule === 'seven rising or falling' ? runLength - 1 : runLength
  return leans.flatMap((direction, at) => {
    const members = window(at, needed)
    const complete = direction !== 0 && members.every((index) => leans[index] === direction)
    return complete ? [{ rule, at, points: window(at, runLength), side: sideOf(direction) }] : []
  })
}

const twoOfThree = (leans: readonly Lean[]): XmrSignal[] =>
  leans.flatMap((direction, at) => {
    const points = window(at, 3).filter((index) => direction !== 0 && leans[index] === direction)
    return points.length < 2 ? [] : [{ rule: 'two of three near a limit', at, points, side: sideOf(direction) }]
  })
