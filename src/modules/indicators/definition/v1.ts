import type { Assessment, Day } from '../readers/extract.ts'
import { flagsByEpisode } from './flag.ts'
import { furtherMeasures, measures, type QuarterFigures } from './measure.ts'
import type { StackedEpisode } from './merge.ts'
import { quarterName, yearEarlier } from './quarter.ts'
import type { Stack, StackedChild } from './stack.ts'
import { type Counted, newTally, type Tally } from './tally.ts'

/** Days before and after a plan or a start of care in which an assessment speaks of it, both inclusive: a conference may precede the authorisation. */
const before = 365
const after = 63
/** About 45 working days: referrals are followed so long to an authorised assessment, the day itself and the last inclusive. */
const cohort = 63

/** The days on which assessments were authorised, in order: all that have a known factor, and those of them with domestic abuse. */
type Known = { readonly any: readonly Day[]; readonly abuse: readonly Day[] }

const isAbuse = ({ abuse }: Pick<Assessment, 'abuse'>): boolean => abuse !== 0

const nothing: Known = { any: [], abuse: [] }

const knownOf = (assessments: readonly Assessment[]): Known => {
  const any: Day[] = []
  const abuse: Day[] = []
  for (const assessment of assessments) {
    const { authorised, hasFactors } = assessment
    // An assessment without any known factor says nothing, neither yes nor no.
    if (authorised === null || !hasFactors) continue
    any.push(authorised)
    if (isAbuse(assessment)) abuse.push(authorised)
  }
  if (any.length === 0) return nothing
  return { any: any.sort((a, b) => a - b), abuse: abuse.sort((a, b) => a - b) }
}

/** The place of the first of the ordered days that is not before `day`. */
const placeFrom = (days: readonly Day[], day: Day): number => {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? Infinity) < day) low = middle + 1
    else high = middle
  }
  return low
}

const isAnyWithin = (days: readonly Day[], first: Day, last: Day): boolean => {
  const found = days[placeFrom(days, first)]
  return found !== undefined && found <= last
}

/** What the assessments around a day say of domestic abuse. */
const around = ({ any, abuse }: Known, day: Day): 'abuse' | 'none' | 'unknown' => {
  if (isAnyWithin(abuse, day - before, day + after)) return 'abuse'
  return isAnyWithin(any, day - before, day + after) ? 'none' : 'unknown'
}

const codes = [
  [1, 'assessments_3a'],
  [2, 'assessments_3b'],
  [4, 'assessments_3c'],
] as const satisfies readonly (readonly [number, Counted])[]

const addAssessments = ({ add }: Tally, assessments: readonly Assessment[]): void => {
  for (const { authorised, hasFactors, abuse } of assessments) {
    if (authorised === null) continue
    add('assessments_authorised', authorised)
    if (isAbuse({ abuse })) add('assessments_with_dv', authorised)
    else if (!hasFactors) add('assessments_without_factors', authorised)
    for (const [bit, measure] of codes) if ((abuse & bit) !== 0) add(measure, authorised)
  }
}

const addPlans = ({ add }: Tally, { plans }: StackedEpisode, known: Known): void => {
  for (const { started, previous } of plans) {
    add('cp_plan_starts', started)
    const found = around(known, started)
    if (found === 'unknown') add('c_unknown', started)
    if (found !== 'abuse') continue
    add('c_new_cp_plan_dv', started)
    if (previous !== null) add(previous > 0 ? 'c_repeat_plan' : 'c_first_plan', started)
  }
}

const addReferral = ({ add }: Tally, { referred, nfa }: StackedEpisode, known: Known): void => {
  add('referrals', referred)
  if (nfa === null) add('nfa_not_said', referred)
  else if (nfa) add('referrals_no_further_action', referred)
  if (isAnyWithin(known.abuse, referred, referred + cohort)) add('referrals_dv_within_63_days', referred)
  else if (!isAnyWithin(known.any, referred, referred + cohort)) add('referrals_within_63_days_unknown', referred)
}

/** `earlier`: the episodes of the twelve months before, at least one. */
const addReReferral = ({ add }: Tally, referred: Day, earlier: readonly Known[]): void => {
  add('re_referrals_12_months', referred)
  if (earlier.some(({ abuse }) => abuse.length > 0)) add('re_referrals_dv', referred)
  else if (earlier.some(({ any }) => any.length === 0)) add('re_referrals_dv_unknown', referred)
}

const addEpisodes = (tally: Tally, child: StackedChild): void => {
  const { episodes } = child
  const known = episodes.map(({ assessments }) => knownOf(assessments))
  const flags = flagsByEpisode(child)
  let firstOfYear = 0
  for (const [place, episode] of episodes.entries()) {
    const own = known[place] ?? nothing
    addReferral(tally, episode, own)
    if (place > 0) {
      const from = yearEarlier(episode.referred)
      // The episodes stand by day of referral, so that the first of the twelve months before only moves on.
      while ((episodes[firstOfYear]?.referred ?? Infinity) < from) firstOfYear += 1
      if (firstOfYear < place) addReReferral(tally, episode.referred, known.slice(firstOfYear, place))
    }
    addAssessments(tally, episode.assessments)
    addPlans(tally, episode, own)
    const [assessed] = own.any
    if (assessed !== undefined) tally.add('episodes_assessed', assessed)
    const [identified] = own.abuse
    const { yes, known: isKnown, flagged } = flags.of(place)
    if (!flagged) tally.add('a_no_flag', episode.referred)
    if (identified !== undefined) {
      tally.add('b_new_dv_after_assessment', identified)
      if (yes.length === 0) tally.add('b_newly_identified', identified)
      if (!isKnown) tally.add('b_flag_unknown', identified)
    }
    if (yes.length > 0) tally.addOnce('a_or_b', identified === undefined ? yes : [...yes, identified])
    else if (identified !== undefined) tally.add('a_or_b', identified)
  }
  // A flag without an episode is one by itself.
  for (const on of flags.loose) tally.add('a_or_b', on)
}

const addFlags = ({ add }: Tally, { flags }: StackedChild): void => {
  for (const { on, abuse } of flags) {
    if (abuse === 'yes') add('a_new_dv_at_referral', on)
    else if (abuse === 'unknown') add('a_unknown', on)
  }
}

const addCare = ({ add }: Tally, { careStarts, inCin, unaccompanied, episodes }: StackedChild): void => {
  if (careStarts.length === 0) return
  const known = knownOf(episodes.flatMap(({ assessments }) => assessments))
  for (const on of careStarts) {
    add('care_starts', on)
    if (unaccompanied) add('d_unaccompanied', on)
    const found = around(known, on)
    if (!inCin) add('d_not_in_cin', on)
    else if (found === 'abuse') add('d_taken_into_care_dv', on)
    else if (found === 'unknown') add('d_unknown', on)
  }
}

/** Everything that definition set v1 counts, in one pass over the children. */
export const tallyV1 = ({ children }: Pick<Stack, 'children'>): Tally => {
  const tally = newTally()
  for (const child of children.values()) {
    tally.nextChild()
    addEpisodes(tally, child)
    addFlags(tally, child)
    addCare(tally, child)
  }
  return tally
}

/**
 * The figures of definition set v1 by quarter of the event, whatever the files cover: what may be said of a quarter is `coverage.ts`. Only quarters in
 * which anything happened, in order; what is absent is zero.
 */
export const computeV1 = (stack: Pick<Stack, 'children'>): QuarterFigures =>
  Object.fromEntries(
    [...tallyV1(stack).quarters()].flatMap(([quarter, counts]) => {
      const counted = [...measures, ...furtherMeasures].flatMap((name) =>
        counts[name][0] > 0 ? [[name, counts[name]] as const] : [],
      )
      return counted.length === 0 ? [] : [[quarterName(quarter), Object.fromEntries(counted)]]
    }),
  )
