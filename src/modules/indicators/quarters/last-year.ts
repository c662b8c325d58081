import { whyWords } from '../definition/coverage.ts'
import type { Figure, Figures } from '../definition/figures-shape.ts'
import type { QuarterName } from '../definition/measure.ts'
import { type Share, type ShownKey, shareOf, shownMeasures } from './figure-lines.ts'

/** What a lead asks for first: (a) to (d) and re-referral. The share of children taken into care is that of (d). */
const summed = ['a', 'b', 'c', 'd', 're-referral'] as const satisfies readonly ShownKey[]

/** A figure of the last twelve months of which it can be computed. */
export type YearLine = {
  readonly key: ShownKey
  /** The quarter that its twelve months end with; null: there are none for it. */
  readonly endsWith: QuarterName | null
  readonly figure: Figure
  readonly share: Share | null
  /** Why there are none, in a sentence; null where there is a number. */
  readonly why: string | null
}

type LastYear = {
  /** The last twelve months of which any of the figures can be computed; null: there are none. */
  readonly endsWith: QuarterName | null
  readonly lines: readonly YearLine[]
}

const whyOf = ({ quarters }: Figures, key: ShownKey, figure: Figure): string | null => {
  if (figure.status === 'counted') return null
  // The latest quarter without a number says what is missing; the year says only which quarters those are.
  const quarter = quarters.map(({ measures }) => measures[shownMeasures[key]]).findLast(isNone)
  return whyWords((quarter ?? figure).why)
}

const isNone = (figure: Figure): figure is Extract<Figure, { status: 'not-computable' }> =>
  figure.status === 'not-computable'

// Where twelve months were never covered there is no year to ask.
const noYear: Figure = { status: 'not-computable', why: { reason: 'quarters', quarters: [] } }

/** (a) to (d) and re-referral of the last twelve months that are computable, each of its own last ones where a file came later than the others. */
export const lastYearOf = (figures: Figures): LastYear => {
  const lines = summed.map((key): YearLine => {
    const measure = shownMeasures[key]
    const counted = figures.years.findLast(({ measures }) => measures[measure].status === 'counted')
    const figure = counted?.measures[measure] ?? figures.years.at(-1)?.measures[measure] ?? noYear
    return {
      key,
      endsWith: counted?.endsWith ?? null,
      figure,
      share: shareOf(figure),
      why: whyOf(figures, key, figure),
    }
  })
  const last = figures.years.findLast(({ endsWith }) => lines.some((line) => line.endsWith === endsWith))
  return { endsWith: last?.endsWith ?? null, lines }
}
