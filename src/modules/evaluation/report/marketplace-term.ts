import { addMonths, formatPeriod, localDate } from '#platform/dates.ts'
import type { Figures, ReferralOrigin, ReferredPeople } from './figures.ts'
import { sum, unique } from './words.ts'

/** How the published file names what is counted over all programmes. */
export const allProgrammes = '(all)'

/** What a programme can answer to a referral. */
export const answers = ['accepted', 'declined', 'transferred']

export const suitable = 'suitable at assessment'

/** What can become of somebody whom a programme has accepted. */
export const outcomes = [
  suitable,
  'unsuitable',
  'not engaging',
  'dropped out',
  'refused to engage',
  'referred out of London',
]

/** What can become of a referral, in the order in which it happens. */
export const steps = [...answers, ...outcomes]

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

/** Of how many referrals, or of how many accepted, no answer or no outcome is recorded. */
export const unrecorded = (own: OwnTerm, programme: string, whole: 'referrals' | 'accepted'): number => {
  const recorded = sum((whole === 'referrals' ? answers : outcomes).map((step) => own.n(programme, step)))
  return Math.max(0, own.n(programme, whole) - recorded)
}

/** How many were found suitable; null where nobody is recorded as suitable and not every outcome is recorded: that is not zero. */
export const suitableOf = (own: OwnTerm, programme: string): number | null => {
  const known = unrecorded(own, programme, 'referrals') === 0 && unrecorded(own, programme, 'accepted') === 0
  return own.n(programme, suitable) || (known ? 0 : null)
}
