import { type Interval, wilson } from '#platform/statistics/index.ts'
import { type Step, steps } from './referral.ts'

/** A line of counting: `measure` is 'referrals' or a step that some of them took. */
export type Counted = { readonly programme: string; readonly measure: string; readonly n: number }

/** A share of the referrals of a programme, with its 95% interval. */
export type Share = { readonly n: number; readonly interval: Interval | null }

export type ProgrammeOutcomes = {
  readonly programme: string
  readonly referrals: number
  readonly accepted: Share
  readonly suitable: Share
  /** Every other step that was taken, in the order of a referral's life. */
  readonly others: readonly { readonly step: Step; readonly n: number }[]
}

const shown: readonly string[] = ['sent', 'accepted', 'suitable at assessment']

/** What came of the referrals, programme by programme, in the order of the lines. A referral can take several steps. */
export const outcomesOf = (lines: readonly Counted[]): ProgrammeOutcomes[] =>
  [...new Set(lines.map(({ programme }) => programme))].map((programme) => {
    const count = (measure: string) =>
      lines.find((line) => line.programme === programme && line.measure === measure)?.n ?? 0
    return outcome(programme, count)
  })

/** The same for all programmes together. */
export const outcomesOfAll = (lines: readonly Counted[]): ProgrammeOutcomes =>
  outcome('All programmes', (measure) =>
    lines.filter((line) => line.measure === measure).reduce((sum, { n }) => sum + n, 0),
  )

const outcome = (programme: string, count: (measure: string) => number): ProgrammeOutcomes => {
  const referrals = count('referrals')
  const share = (step: Step): Share => ({ n: count(step), interval: wilson(count(step), referrals) })
  return {
    programme,
    referrals,
    accepted: share('accepted'),
    suitable: share('suitable at assessment'),
    others: steps
      .filter((step) => !shown.includes(step))
      .map((step) => ({ step, n: count(step) }))
      .filter(({ n }) => n > 0),
  }
}
