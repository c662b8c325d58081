import type { Assessment, Episode, Plan } from '#modules/indicators/index.ts'
import { type Chance, makeChance } from '../chance.ts'
import { referenceOf } from '../ids.ts'
import type { BoroughPlan } from './boroughs.ts'

/** Whole days since 1970-01-01; half-open. */
export type Days = { readonly from: number; readonly to: number }

/** One episode of need from beginning to end. `closed` may lie after all that is known. */
export type WholeEpisode = Episode & { readonly closed: number }

/** Everything that a borough's systems hold of a stretch of years. Children are prints that lead back to nobody. */
export type Invented = {
  readonly episodes: readonly WholeEpisode[]
  readonly care: readonly { readonly child: string; readonly on: number }[]
  readonly unaccompanied: readonly string[]
  readonly flags: readonly { readonly child: string; readonly on: number; readonly abuse: 'yes' | 'no' | 'unknown' }[]
}

const quarter = 91.3
const never = 1_000_000

/** Everything of one borough in these days. */
export const invent = (plan: BoroughPlan, days: Days): Invented => {
  const chance = makeChance('statutory returns', plan.name)
  const count = Math.round((plan.referrals * (days.to - days.from)) / 365.25)
  const made: Invented & {
    episodes: WholeEpisode[]
    care: Invented['care'][number][]
    flags: Invented['flags'][number][]
  } = {
    episodes: [],
    care: [],
    unaccompanied: [],
    flags: [],
  }
  // In the order of their days, so that a child who is referred again was referred before.
  const dates = Array.from({ length: count }, () => dayOfReferral(chance, days)).toSorted((a, b) => a - b)
  for (const [index, referred] of dates.entries()) {
    const earlier = chance.happens(0.17) ? again(chance, made.episodes, referred) : null
    const child = earlier?.child ?? printOf(plan, index)
    const episode = episodeOf(chance, plan, { child, referred, days })
    made.episodes.push(episode)
    addFlag(chance, plan, made.flags, episode)
    addCare(chance, plan, made.care, episode)
  }
  return { ...made, unaccompanied: made.care.filter((_, index) => index % 11 === 4).map(({ child }) => child) }
}

// A print has 16 letters and figures, as those of the installation.
const printOf = ({ name }: BoroughPlan, index: number): string =>
  Buffer.from(referenceOf(name, 'print', index).padEnd(12, 'x'))
    .toString('base64url')
    .slice(0, 16)

const dayOfReferral = (chance: Chance, { from, to }: Days): number => {
  for (;;) {
    const day = chance.between(from, to - 1)
    // The first of January 1970 was a Thursday. Schools and health refer on working days, and in the long holidays less.
    const weekend = (day + 4) % 7 < 1 || (day + 4) % 7 >= 6
    const month = new Date(day * 86_400_000).getUTCMonth()
    if (!weekend && !(month === 7 && chance.happens(0.45))) return day
  }
}

const again = (chance: Chance, known: readonly WholeEpisode[], on: number): WholeEpisode | null => {
  if (known.length < 200) return null
  const earlier = chance.pick(known.slice(-Math.min(known.length, 1800)))
  return earlier.closed < on ? earlier : null
}

type Begun = { readonly child: string; readonly referred: number; readonly days: Days }

const episodeOf = (chance: Chance, plan: BoroughPlan, { child, referred, days }: Begun): WholeEpisode => {
  const nfa = chance.happens(0.11)
  if (nfa) return { child, referred, nfa, assessments: [], plans: [], closed: referred + chance.between(0, 6) }
  const first = assessment(chance, plan, { started: referred + chance.between(0, 9), days })
  const assessments = chance.happens(0.14)
    ? [first, assessment(chance, plan, { started: referred + chance.between(70, 200), days })]
    : [first]
  const plans = plansOf(chance, plan, referred, assessments)
  const closed = referred + (plans.length > 0 ? chance.between(220, 560) : chance.between(40, 330))
  return { child, referred, nfa, assessments, plans, closed: chance.happens(0.05) ? never : closed }
}

/** Of the first share up to when the change set in, of the second from then on. */
const shareOn = ({ abuse, changedQuartersAgo }: BoroughPlan, day: number, { to }: Days): number =>
  changedQuartersAgo !== null && day >= to - changedQuartersAgo * quarter ? abuse.after : abuse.before

const assessment = (
  chance: Chance,
  plan: BoroughPlan,
  { started, days }: { readonly started: number; readonly days: Days },
): Assessment => {
  const authorised = started + chance.between(12, 63)
  const hasFactors = !chance.happens(0.015)
  if (!hasFactors || !chance.happens(shareOn(plan, authorised, days)))
    return { started, authorised, hasFactors, abuse: 0 }
  const child = chance.happens(plan.namesChild) ? 1 : 0
  const parent = child === 0 || chance.happens(0.7) ? 2 : 0
  return { started, authorised, hasFactors, abuse: child + parent + (chance.happens(0.06) ? 4 : 0) }
}

const plansOf = (chance: Chance, plan: BoroughPlan, referred: number, assessments: readonly Assessment[]): Plan[] => {
  const grave = assessments.some(({ abuse }) => abuse > 0) ? 1.7 : 0.7
  if (!chance.happens(plan.plans * grave)) return []
  return [{ started: referred + chance.between(21, 75), previous: chance.happens(0.22) ? chance.between(1, 2) : 0 }]
}

const addCare = (chance: Chance, plan: BoroughPlan, care: Invented['care'][number][], episode: WholeEpisode): void => {
  const { child, referred, nfa, assessments } = episode
  const grave = assessments.some(({ abuse }) => abuse > 0) ? 1.5 : 0.8
  if (nfa === true || !chance.happens(plan.care * grave)) return
  // Now and then a child comes into care whom no census of the borough knows.
  care.push({ child: chance.happens(0.03) ? `${child.slice(0, 15)}~` : child, on: referred + chance.between(3, 220) })
}

const addFlag = (
  chance: Chance,
  { flags }: BoroughPlan,
  all: Invented['flags'][number][],
  episode: WholeEpisode,
): void => {
  if (flags === null) return
  const { child, referred, assessments } = episode
  const known = assessments.some(({ abuse }) => abuse > 0)
  const said = chance.happens(known ? Math.min(0.9, flags.yes * 2.2) : flags.yes * 0.35) ? 'yes' : 'no'
  // A row in a hundred has the day of the contact in place of the referral's, and finds none.
  const on = chance.happens(0.015) ? referred - chance.between(3, 9) : referred
  all.push({ child, on, abuse: chance.happens(flags.unknown) ? 'unknown' : said })
}
