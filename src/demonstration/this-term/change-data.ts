import { addDays, addMonths, type LocalDate } from '#platform/dates.ts'
import { workingDayFrom, workingDays } from '../calendar.ts'
import { type Chance, makeChance } from '../chance.ts'
import { idOf, referenceOf } from '../ids.ts'
import { type Authority, authorityOf, liveTerms, membersOn, type Setting, type Term } from '../setting.ts'

/** What a borough returns of three months of Year 3. `afterAssessment` null: it does not collect that. */
type Level = {
  readonly borough: string
  readonly atReferral: number
  readonly afterAssessment: number | null
  readonly plans: number
  readonly care: number
  /** By how much new cases change from year to year. */
  readonly drift: number
}

// A quarter of what was published for Year 2, where there is such a number.
const levels: readonly Level[] = [
  { borough: 'Hackney', atReferral: 284, afterAssessment: 146, plans: 25, care: 4, drift: 1.04 },
  { borough: 'Waltham Forest', atReferral: 106, afterAssessment: 358, plans: 19, care: 16, drift: 0.98 },
  { borough: 'Newham', atReferral: 322, afterAssessment: 410, plans: 61, care: 18, drift: 1.02 },
  { borough: 'Hammersmith and Fulham', atReferral: 74, afterAssessment: 58, plans: 11, care: 8, drift: 1.15 },
  { borough: 'Barnet', atReferral: 168, afterAssessment: null, plans: 17, care: 6, drift: 1.05 },
  { borough: 'Barking and Dagenham', atReferral: 205, afterAssessment: 121, plans: 34, care: 9, drift: 0.97 },
]

/** The borough whose return for the last term that is over has not come. */
const overdue = 'Newham'

/** By what share a count may lie above or below its level, as counts of real life do. */
const noise = { cases: 0.06, outcomes: 0.2 }

/**
 * Change data since the published years. From Year 3 on the partnership asks for three months, April to June, instead of a whole
 * year, so only counts a month compare with Year 2. One borough does not collect an indicator; one owes its last return.
 */
export const saveLiveChangeData = (setting: Setting): void => {
  const over = liveTerms(setting).filter(({ ends }) => ends <= setting.today)
  for (const term of over) {
    const members = membersOn(setting, term.starts)
    for (const level of levels) {
      const isOwed = level.borough === overdue && term === over.at(-1)
      const authority = authorityOf(setting, level.borough)
      if (!isOwed && members.includes(authority)) saveQuarter(setting, authority, term, level)
    }
  }
}

type Event = { readonly child: string; readonly on: LocalDate }
type Span = { readonly starts: LocalDate; readonly ends: LocalDate }

const saveQuarter = (setting: Setting, authority: Authority, term: Term, level: Level) => {
  const period = { starts: addMonths(term.ends, -4), ends: addMonths(term.ends, -1) }
  const chance = makeChance('live change data', authority.name, term.number)
  const about = (count: number, by: number) => Math.round(count * (1 + by * (2 * chance.next() - 1)))
  const cases = (count: number) => about(count * level.drift ** (term.number - 3), noise.cases)
  const atReferral = identified(chance, authority, period, 'referral', cases(level.atReferral))
  const afterAssessment =
    level.afterAssessment === null
      ? null
      : identified(chance, authority, period, 'assessment', cases(level.afterAssessment))
  const known = [...atReferral, ...(afterAssessment ?? [])]
  const plans = follow(chance, known, about(level.plans, noise.outcomes), period)
  const care = follow(chance, known, about(level.care, noise.outcomes), period)
  saveReturn(setting, authority, period, 'identified at referral', atReferral)
  saveReturn(setting, authority, period, 'identified after assessment', afterAssessment)
  saveReturn(setting, authority, period, 'child protection plan', plans)
  saveReturn(setting, authority, period, 'taken into care', care)
}

const identified = (
  chance: Chance,
  { name }: Authority,
  { starts, ends }: Span,
  where: string,
  count: number,
): Event[] => {
  const days = workingDays(starts, ends)
  return Array.from({ length: count }, (_, index) => ({
    child: referenceOf(name, 'child', starts, where, index),
    on: chance.pick(days),
  }))
}

/** So many of the children, some weeks after they were identified: those whose weeks lie inside the three months. */
const follow = (chance: Chance, known: readonly Event[], count: number, { ends }: Span): Event[] =>
  chance
    .shuffled(known)
    .map(({ child, on }) => ({ child, on: workingDayFrom(addDays(on, chance.between(8, 35))) }))
    .filter(({ on }) => on < ends)
    .slice(0, count)

/** `events` null: not collected. */
const saveReturn = (
  { world, partnership }: Setting,
  { id: authority, name }: Authority,
  { starts, ends }: Span,
  indicator: string,
  events: readonly Event[] | null,
) => {
  const id = idOf('change return', name, starts, indicator)
  world.add('change_return', {
    id,
    partnership_id: partnership,
    authority_id: authority,
    starts,
    ends,
    indicator,
    collected: events !== null,
  })
  for (const { child, on } of events ?? []) {
    world.add('change_event', {
      id: idOf('change event', id, child),
      authority_id: authority,
      return_id: id,
      on_date: on,
      child_reference: child,
    })
  }
}
