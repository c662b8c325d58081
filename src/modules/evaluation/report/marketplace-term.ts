import { addMonths, formatPeriod, localDate } from '#platform/dates.ts'
import type { Figures, ReferralOrigin, ReferredPeople } from './figures.ts'
import { sum, unique } from './words.ts'

/** How the published file names what is counted over all programmes. */
export const allProgrammes = '(all)'

/** What can become of a referral, in the order in which it happens. */
export const steps = [
  'accepted',
  'declined',
  'transferred',
  'suitable at assessment',
  'unsuitable',
  'not engaging',
  'dropped out',
  'refused to engage',
  'referred out of London',
]

/** The referrals of one term. */
export type OwnTerm = {
  readonly total: number
  /** The months in which they were sent; null where there are none. */
  readonly period: string | null
  readonly programmes: readonly string[]
  /** How many referrals of a programme took a step; the measure `referrals` counts them all. */
  n(programme: string, measure: string): number
  readonly people: readonly ReferredPeople[]
  readonly origins: readonly ReferralOrigin[]
}

export const ofTerm = ({ term: { number }, referrals, referredPeople, origins }: Figures): OwnTerm => {
  const own = referrals.filter(({ term }) => term === number)
  const byName = new Map(own.map(({ programme, measure, n }) => [`${programme}\n${measure}`, n]))
  const days = own.flatMap(({ firstOn, lastOn }) => (firstOn && lastOn ? [firstOn, lastOn] : [])).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return {
    total: sum(own.filter(({ measure }) => measure === 'referrals').map(({ n }) => n)),
    period: first && last ? formatPeriod({ starts: monthOf(first), ends: addMonths(monthOf(last), 1) }) : null,
    programmes: unique(own.map(({ programme }) => programme)),
    n: (programme, measure) => byName.get(`${programme}\n${measure}`) ?? 0,
    people: referredPeople.filter(({ term }) => term === number),
    origins: origins.filter(({ term }) => term === number),
  }
}

const monthOf = (date: string) => localDate(`${date.slice(0, 7)}-01`)
