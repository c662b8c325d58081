import { addMonths, type LocalDate } from '#platform/dates.ts'
import {
  type EarlierRelease,
  protect,
  type Rule,
  rollingTable,
  type Table,
  windowId,
} from '#platform/disclosure/index.ts'
import type { Figure, Figures } from '../definition/figures-shape.ts'
import { type QuarterName, type ReleasedMeasure, releasedMeasures } from '../definition/measure.ts'
import { daysOfQuarter } from './period.ts'
import type { Withholding } from './setting/withholding.ts'

export type CellStatus = 'shown' | 'withheld' | 'not computable' | 'not collected'

/** One cell of what leaves a borough: twelve months of one measure. `ends` is the day after their last one. */
export type ReleaseCell = {
  readonly measure: ReleasedMeasure
  readonly endsWith: QuarterName
  readonly ends: LocalDate
  readonly status: CellStatus
  readonly events: number | null
  readonly mature: boolean
}

/** What would leave a borough, or why nothing may. Reasons are whole sentences. */
export type Release =
  | {
      readonly outcome: 'safe'
      readonly cells: readonly ReleaseCell[]
      readonly starts: LocalDate
      readonly ends: LocalDate
    }
  /** No twelve months are wholly covered. */
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'refused'; readonly reasons: readonly string[] }

/** An earlier release of the same borough, with the exact figures behind it, which its version keeps. */
export type PastRelease = {
  readonly id: string
  readonly figures: Figures
  readonly cells: readonly Pick<ReleaseCell, 'measure' | 'endsWith' | 'status' | 'events'>[]
}

type Year = Figures['years'][number]

/** What each measure is counted among: the rest of it is as telling as the measure itself. */
const partOf: Readonly<Partial<Record<ReleasedMeasure, ReleasedMeasure>>> = {
  referrals_no_further_action: 'referrals',
  re_referrals_12_months: 'referrals',
  assessments_with_dv: 'assessments_authorised',
  c_new_cp_plan_dv: 'cp_plan_starts',
  c_unknown: 'cp_plan_starts',
  d_taken_into_care_dv: 'care_starts',
  d_unknown: 'care_starts',
  d_not_in_cin: 'care_starts',
}

/** Measures that no event is in twice, and all of them together at most their whole: what is left is a number of children too. */
const families: readonly (readonly [whole: ReleasedMeasure, parts: readonly ReleasedMeasure[]])[] = [
  ['cp_plan_starts', ['c_new_cp_plan_dv', 'c_unknown']],
  ['care_starts', ['d_taken_into_care_dv', 'd_unknown', 'd_not_in_cin']],
]

const ruleOf = ({ highestWithheld, zerosHidden }: Withholding): Rule => ({
  threshold: highestWithheld,
  zeros: zerosHidden ? 'hidden' : 'shown',
  smallRevisions: 'hidden',
})

/** Only domestic abuse at referral is for a borough to collect or not: the other returns are every authority's duty. */
const isCollected = (measure: ReleasedMeasure, { covered }: Figures): boolean =>
  !measure.startsWith('a_') || covered.flags.length > 0

/** A few children behind many events are few children: such a cell never leaves, and nothing is reckoned with it. */
const isOfFew = (figure: Figure, { threshold }: Rule): boolean =>
  figure.status === 'counted' && figure.events > threshold && figure.children <= threshold

const countIn = (figure: Figure, rule: Rule): number | 'not-available' =>
  figure.status === 'counted' && !isOfFew(figure, rule) ? figure.events : 'not-available'

const quartersOf = ({ quarters }: Figures, measure: ReleasedMeasure) =>
  quarters.flatMap(({ quarter, measures: of }) => {
    const figure = of[measure]
    return figure.status === 'counted' ? [{ quarter, value: figure.events }] : []
  })

type PastWindow = EarlierRelease['measures'][number]['windows'][number]

const earlierOf = ({ id, figures, cells }: PastRelease): EarlierRelease => ({
  name: id,
  measures: releasedMeasures.map((name) => ({
    name,
    quarters: quartersOf(figures, name),
    windows: cells
      .filter(({ measure }) => measure === name)
      .flatMap(({ endsWith, status, events }): PastWindow[] => {
        if (status === 'shown') return [{ endsQuarter: endsWith, status, value: events }]
        const exact = figures.years.find((year) => year.endsWith === endsWith)?.measures[name]
        if (status !== 'withheld') return []
        return [{ endsQuarter: endsWith, status, value: exact?.status === 'counted' ? exact.events : null }]
      }),
  })),
})

/** Together with what is left over, the parts of a family are its whole: in every window where all of them are counted. */
const withFamilies = (table: Table, years: readonly Year[], rule: Rule): Table => {
  const cells = [...table.cells]
  const relations = [...table.relations]
  for (const { endsWith, measures: of } of years) {
    for (const [whole, parts] of families) {
      const values = [whole, ...parts].map((name) => countIn(of[name], rule))
      if (!values.every((value) => typeof value === 'number')) continue
      const [all = 0, ...each] = values
      const rest = JSON.stringify(['rest', whole, endsWith])
      cells.push({ id: rest, state: 'hidden', value: all - each.reduce((sum, value) => sum + value, 0) })
      relations.push({
        kind: 'sum',
        total: windowId(whole, endsWith),
        parts: [...parts.map((name) => windowId(name, endsWith)), rest],
      })
    }
    const [first, every] = [of.b_new_dv_after_assessment, of.assessments_with_dv]
    if (typeof countIn(first, rule) !== 'number' || typeof countIn(every, rule) !== 'number') continue
    relations.push({
      kind: 'at-most',
      part: windowId('b_new_dv_after_assessment', endsWith),
      whole: windowId('assessments_with_dv', endsWith),
    })
  }
  return { cells, relations }
}

const tableOf = (figures: Figures, years: readonly Year[], earlier: readonly PastRelease[], rule: Rule): Table =>
  withFamilies(
    rollingTable({
      measures: releasedMeasures.map((name) => ({
        name,
        quarters: quartersOf(figures, name),
        windows: years.map(({ endsWith, measures: of }) => ({
          endsQuarter: endsWith,
          value: countIn(of[name], rule),
        })),
        ...(partOf[name] === undefined ? {} : { partOf: partOf[name] }),
      })),
      earlierReleases: earlier.map(earlierOf),
    }),
    years,
    rule,
  )

type Result = ReturnType<typeof protect>

// What left before and does not add up with the figures behind it is a reason to release nothing, not a page that fails.
const protectUnlessBroken = (table: Table, rule: Rule, earlier: readonly PastRelease[]): Result => {
  try {
    return protect(table, rule)
  } catch (error) {
    if (!(error instanceof RangeError) || earlier.length === 0) throw error
    return { outcome: 'refused', refusals: [{ why: 'contradiction' }] }
  }
}

/**
 * What of a borough's figures may leave it: rolling twelve months, small numbers withheld, and as little else as keeps them from being reckoned out of
 * the rest and of what left before. Refused where that cannot be proven.
 */
export const releaseOf = (figures: Figures, earlier: readonly PastRelease[], withholding: Withholding): Release => {
  const rule = ruleOf(withholding)
  const years = figures.years.filter(({ measures: of }) =>
    releasedMeasures.some((name) => of[name].status === 'counted'),
  )
  const [first, last] = [years.at(0), years.at(-1)]
  if (first === undefined || last === undefined) return { outcome: 'nothing' }
  const result = protectUnlessBroken(tableOf(figures, years, earlier, rule), rule, earlier)
  if (result.outcome === 'refused')
    return { outcome: 'refused', reasons: [...new Set(result.refusals.map(refusalWords))] }
  const shown = new Map(
    result.cells.flatMap((cell) => (cell.status === 'shown' ? [[cell.id, cell.value] as const] : [])),
  )
  return {
    outcome: 'safe',
    starts: addMonths(daysOfQuarter(first.endsWith).ends, -12),
    ends: daysOfQuarter(last.endsWith).ends,
    cells: years.flatMap(({ endsWith, measures: of }) =>
      releasedMeasures.map((measure): ReleaseCell => {
        const figure = of[measure]
        const events = shown.get(windowId(measure, endsWith)) ?? null
        return {
          measure,
          endsWith,
          ends: daysOfQuarter(endsWith).ends,
          events: figure.status === 'counted' ? events : null,
          mature: figure.status === 'counted' ? figure.mature : true,
          status: statusOf(figure, events, isCollected(measure, figures)),
        }
      }),
    ),
  }
}

const statusOf = (figure: Figure, events: number | null, collected: boolean): CellStatus => {
  if (figure.status === 'not-computable') return collected ? 'not computable' : 'not collected'
  return events === null ? 'withheld' : 'shown'
}

type Refusal = Extract<Result, { outcome: 'refused' }>['refusals'][number]

const refusalWords = ({ why }: Refusal): string => {
  switch (why) {
    case 'out-already':
      return 'Together with what left the borough before, these figures would give a small number away, whatever is withheld now.'
    case 'contradiction':
      return 'These figures do not fit what left the borough before. Check the files, or ask whoever runs Throughline.'
    case 'not-proven':
      return 'It could not be proven that no small number can be reckoned out of these figures. Withhold more, or release fewer years.'
  }
}
