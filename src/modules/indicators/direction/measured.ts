import { whyWords } from '../definition/coverage.ts'
import type { Figure, Figures } from '../definition/figures-shape.ts'
import type { FurtherMeasure, Measure } from '../definition/measure.ts'
import { linesOf, whysOf } from '../quarters/figure-lines.ts'
import { quarterNamed } from './quarter-words.ts'
import type { Known, Line } from './series.ts'

/** A line of the page: which measure it shows, as a count or as a share of the measure's base. No order among boroughs, only among lines. */
export type MeasuredLine = {
  /** Stands in `change_mark.measure`. */
  readonly key: string
  readonly measure: Measure | FurtherMeasure
  readonly kind: Line['kind']
  readonly name: string
  /** What one of the numbers is, for a table's heading and an axis. */
  readonly unit: string
  /** What the base is, in words; null: no base is shown. */
  readonly baseName: string | null
  /** Short, beside the numbers: why more or fewer recorded may be neither better nor worse. */
  readonly caveats: readonly string[]
}

const recorded = 'Recorded, not prevalence: it moves when recording does.'

/** In the order of the page. */
export const measuredLines: readonly MeasuredLine[] = [
  {
    key: 'a_new_dv_at_referral',
    measure: 'a_new_dv_at_referral',
    kind: 'count',
    name: 'New cases with domestic abuse identified at referral',
    unit: 'Referrals with domestic abuse',
    baseName: 'All referrals',
    caveats: [recorded, 'More may mean better asking, or more abuse: neither direction is better by itself.'],
  },
  {
    key: 'b_new_dv_after_assessment',
    measure: 'b_new_dv_after_assessment',
    kind: 'count',
    name: 'New cases with domestic abuse identified after assessment',
    unit: 'Cases with domestic abuse',
    baseName: 'Cases assessed',
    caveats: [
      recorded,
      'It counts when an assessment is authorised: when more assessments are finished, more are counted here. They stand below.',
      'In the first year that the files cover, an earlier assessment of the same case cannot be seen.',
    ],
  },
  {
    key: 'c_new_cp_plan_dv',
    measure: 'c_new_cp_plan_dv',
    kind: 'count',
    name: 'New child protection plans with domestic abuse as a factor',
    unit: 'Plans with domestic abuse',
    baseName: 'All new plans',
    caveats: [recorded, 'Children are counted one by one, so that one family can be several.'],
  },
  {
    key: 'd_taken_into_care_dv',
    measure: 'd_taken_into_care_dv',
    kind: 'count',
    name: 'Children taken into care with domestic abuse as a factor',
    unit: 'Children with domestic abuse',
    baseName: 'All taken into care',
    caveats: [recorded, 'Children who are not in the census, or have no finished assessment, are not known.'],
  },
  {
    key: 're_referral_share',
    measure: 're_referrals_12_months',
    kind: 'share',
    name: 'Referrals that follow another within 12 months, as a share of all referrals',
    unit: 'Re-referrals',
    baseName: 'All referrals',
    caveats: ['All referrals, not only those with domestic abuse.', 'It moves when the threshold for a referral does.'],
  },
  {
    key: 'care_start_share',
    measure: 'd_taken_into_care_dv',
    kind: 'share',
    name: 'Children taken into care with domestic abuse as a factor, as a share of all taken into care',
    unit: 'Children with domestic abuse',
    baseName: 'All taken into care',
    caveats: [
      recorded,
      'The share rises too when fewer children are taken into care for other reasons, and when fewer are not known.',
    ],
  },
]

const shareOf = (figure: Extract<Figure, { status: 'counted' }>): Known => {
  const { events, base, unknown, mature: complete } = figure
  if (base === null) return { kind: 'not computable', why: 'What it is a share of cannot be computed.' }
  if (base === 0) return { kind: 'none to take a share of' }
  return { kind: 'number', value: (100 * events) / base, events, base, unknown, complete }
}

const hasNoFlags = ({ covered, flags }: Figures): boolean => covered.flags.length === 0 && flags === null

/** `words`: why there is no number, the same for every quarter that lacks the same file. */
const knownOf = (figure: Figure | undefined, kind: Line['kind'], figures: Figures, words?: string): Known => {
  if (figure === undefined) return { kind: 'not computable', why: 'This version does not hold it.' }
  if (figure.status === 'counted') {
    if (kind === 'share') return shareOf(figure)
    const { events, base, unknown, mature: complete } = figure
    return { kind: 'number', value: events, events, base, unknown, complete }
  }
  const { why } = figure
  // Without any file of flags the borough does not collect it; with one, what is missing is a file or the days that it covers.
  if (why.reason === 'no-file' && why.source === 'referral-flags' && hasNoFlags(figures))
    return { kind: 'not collected' }
  return { kind: 'not computable', why: words ?? whyWords(why) }
}

/** A measure over all quarters of a version. */
export const lineOf = (figures: Figures, { measure, kind }: Pick<MeasuredLine, 'measure' | 'kind'>): Line => {
  const whys = whysOf(linesOf(figures, measure))
  return {
    kind,
    points: figures.quarters.map(({ quarter, measures }) => ({
      quarter: quarterNamed(quarter),
      known: knownOf(measures[measure], kind, figures, whys.find(({ quarters }) => quarters.includes(quarter))?.words),
    })),
  }
}
