import type { LocalDate } from '#platform/dates.ts'
import { mean, type Stage, stageOf, type XmrLimits, xmrLimits, xmrSignals } from '#platform/statistics/index.ts'
import type { Quarter } from '../definition/quarter.ts'
import { type Finding, findingsOf } from './finding.ts'
import { quarterOn, startOf } from './quarter-words.ts'
import { countedValue, type Line, type Point, withoutGaps } from './series.ts'

/** From which quarter limits are made anew, and why. A day within a quarter means the next one: a part of a quarter is none. */
export type Baseline = { readonly on: LocalDate; readonly reason: string }

/** Mean and limits of a stretch of a line. A limit that no value can reach (below 0, above 100 per cent) is null: there is none to draw. */
type Limits = { readonly mean: number; readonly lower: number | null; readonly upper: number | null }

/** Why a stretch with enough points has no limits all the same. */
export type NoLimits = 'all alike' | 'too broken' | 'too rare'

/** A stretch of a line with limits of its own: from one baseline to the next. */
export type Segment = {
  /** Places in the line's points, half-open. */
  readonly from: number
  readonly to: number
  /** What began it; null: the beginning of the line. */
  readonly baseline: Baseline | null
  /** How many of its points count: complete numbers. */
  readonly counted: number
  readonly stage: Stage
  readonly limits: Limits | null
  readonly noLimits: NoLimits | null
  readonly findings: readonly Finding[]
}

export type Direction = {
  readonly kind: Line['kind']
  readonly points: readonly Point[]
  /** At least one, in order, unless there are no points. */
  readonly segments: readonly Segment[]
}

type DirectionOptions = {
  /** Leaves the wildest moving ranges out of the limits. Off unless said: wider limits speak later, and say less that is not so. */
  readonly screen?: boolean
}

/** So many points make the limits of a stretch; what comes after is held against them. */
const baselinePoints = 12

/**
 * Where fewer than so many are counted in an average quarter, no limits are made: of lines with chance counts around 1, three times as many show a sign
 * within 12 quarters as of lines around 30 on which nothing changes either (direction.test.ts counts them).
 */
const rarest = 2

const firstQuarterOf = ({ on }: Baseline): Quarter => {
  const quarter = quarterOn(on)
  return startOf(quarter) === on ? quarter : quarter + 1
}

/** The place after the twelfth value, gaps not counted; the end where there are fewer. */
const endOfBaseline = (values: readonly (number | null)[]): number => {
  let counted = 0
  const place = values.findIndex((value) => {
    if (value !== null) counted += 1
    return counted === baselinePoints
  })
  return place === -1 ? values.length : place + 1
}

const reachable = (kind: Line['kind'], { mean: centre, lower, upper }: XmrLimits): Limits => ({
  mean: centre,
  lower: lower < 0 ? null : lower,
  upper: kind === 'share' && upper > 100 ? null : upper,
})

type Judged = Pick<Segment, 'limits' | 'noLimits' | 'findings'>
const without = (noLimits: NoLimits | null): Judged => ({ limits: null, noLimits, findings: [] })

const isRare = (points: readonly Point[]): boolean => {
  const events = points.flatMap(({ known }) => (known.kind === 'number' && known.complete ? [known.events] : []))
  return (mean(events) ?? 0) < rarest
}

const judge = (kind: Line['kind'], points: readonly Point[], { screen = false }: DirectionOptions): Judged => {
  const values = points.map(countedValue)
  if (stageOf(values) === 'dots') return without(null)
  const baseline = endOfBaseline(values)
  const limits = xmrLimits(values, { screen, baseline })
  if (limits === null) return without('too broken')
  if (limits.movingRange === 0) return without('all alike')
  // Of a share too: what leaps about is how many were counted.
  if (isRare(points.slice(0, baseline))) return without('too rare')
  return {
    limits: reachable(kind, limits),
    noLimits: null,
    findings: findingsOf(xmrSignals(values, limits)),
  }
}

const segmentOf = (line: Line, from: number, to: number, baseline: Baseline | null, options: DirectionOptions) => {
  const points = line.points.slice(from, to)
  const values = points.map(countedValue)
  const { limits, noLimits, findings } = judge(line.kind, points, options)
  return {
    from,
    to,
    baseline,
    counted: values.filter((value) => value !== null).length,
    stage: stageOf(values),
    limits,
    noLimits,
    findings: findings.map((finding) => ({ ...finding, points: finding.points.map((place) => place + from) })),
  }
}

/** Where stretches begin: at the first point, and at each baseline that lies within the line. Of two from the same quarter the later given stands. */
const startsIn = (points: readonly Point[], baselines: readonly Baseline[]): Map<number, Baseline | null> => {
  const first = points[0]?.quarter ?? 0
  const starts = new Map<number, Baseline | null>([[0, null]])
  for (const baseline of baselines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const place = firstQuarterOf(baseline) - first
    if (place > 0 && place < points.length) starts.set(place, baseline)
  }
  return starts
}

/**
 * What a line of quarters shows, as NHS Making Data Count reads one (individual values and moving ranges): limits of the first 12 points of each
 * stretch, on trial while there are fewer, and none below 6; signs in the order of the rules. Points that are no complete number break every run.
 */
export const directionOf = (line: Line, baselines: readonly Baseline[], options: DirectionOptions = {}): Direction => {
  const points = withoutGaps(line.points)
  if (points.length === 0) return { kind: line.kind, points, segments: [] }
  const starts = [...startsIn(points, baselines)].sort(([a], [b]) => a - b)
  const whole = { ...line, points }
  const segments = starts.map(([from, baseline], index) =>
    segmentOf(whole, from, starts[index + 1]?.[0] ?? points.length, baseline, options),
  )
  return { kind: line.kind, points, segments }
}

/** The stretch that runs now: the one to speak of first. Null: there are no points. */
export const currentSegment = ({ segments }: Pick<Direction, 'segments'>): Segment | null => segments.at(-1) ?? null
