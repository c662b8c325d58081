import { addDays, addMonths, type LocalDate, localDate } from '#platform/dates.ts'
import { workingDayFrom, workingDays } from '../calendar.ts'
import { type Chance, makeChance } from '../chance.ts'
import { idOf, referenceOf } from '../ids.ts'
import { type Authority, authorityOf, type Setting } from '../setting.ts'

type Event = { readonly child: string; readonly on: LocalDate }

/** Table 6: each borough's four returns, child by child. An empty cell means that the borough does not collect it. */
export const saveChangeData = (setting: Setting): void => {
  for (const { values } of setting.published.changeData.lines) {
    const authority = authorityOf(setting, values.borough)
    const starts = localDate(`${values.period_start}-01`)
    const period = { starts, ends: addMonths(localDate(`${values.period_end}-01`), 1) }
    const chance = makeChance('change data', authority.name)
    const atReferral = identified(chance, authority, period, 'referral', values.new_dv_cases_at_referral ?? 0)
    const afterAssessment = identified(
      chance,
      authority,
      period,
      'assessment',
      values.new_dv_cases_after_assessment ?? 0,
    )
    const known = [...atReferral, ...afterAssessment]
    const plans = follow(chance, known, values.new_cp_plans_dv_factor ?? 0, period.ends)
    // Two in five children taken into care had a plan first.
    const fromPlans = Math.min(plans.length, Math.floor((values.children_taken_into_care_dv_factor ?? 0) * 0.4))
    const planned = follow(chance, plans, fromPlans, period.ends)
    const others = known.filter(({ child }) => !planned.some((one) => one.child === child))
    const care = [
      ...planned,
      ...follow(chance, others, (values.children_taken_into_care_dv_factor ?? 0) - fromPlans, period.ends),
    ]
    saveReturn(setting, authority, period, 'identified at referral', values.new_dv_cases_at_referral, atReferral)
    saveReturn(
      setting,
      authority,
      period,
      'identified after assessment',
      values.new_dv_cases_after_assessment,
      afterAssessment,
    )
    saveReturn(setting, authority, period, 'child protection plan', values.new_cp_plans_dv_factor, plans)
    saveReturn(setting, authority, period, 'taken into care', values.children_taken_into_care_dv_factor, care)
  }
}

type Span = { readonly starts: LocalDate; readonly ends: LocalDate }

const identified = (
  chance: Chance,
  authority: Authority,
  { starts, ends }: Span,
  where: string,
  count: number,
): Event[] => {
  const days = workingDays(starts, ends)
  return Array.from({ length: count }, (_, index) => ({
    child: referenceOf(authority.name, 'child', where, index),
    on: chance.pick(days),
  }))
}

/** So many of the children, each once and later than what came before; those who were known early come first in question. */
const follow = (chance: Chance, from: readonly Event[], count: number, ends: LocalDate): Event[] => {
  const lastStart = addDays(ends, -50)
  const [inTime, late] = [from.filter(({ on }) => on <= lastStart), from.filter(({ on }) => on > lastStart)]
  return [...chance.shuffled(inTime), ...chance.shuffled(late)].slice(0, count).map(({ child, on }) => {
    const day = workingDayFrom(addDays(on, chance.between(10, 40)))
    return { child, on: day < ends ? day : addDays(ends, -1) }
  })
}

const saveReturn = (
  { world, partnership }: Setting,
  authority: Authority,
  { starts, ends }: Span,
  indicator: string,
  printed: number | null,
  events: readonly Event[],
) => {
  const id = idOf('change return', authority.name, starts, indicator)
  const collected = printed !== null
  world.add('change_return', {
    id,
    partnership_id: partnership,
    authority_id: authority.id,
    starts,
    ends,
    indicator,
    collected,
  })
  for (const { child, on } of events) {
    world.add('change_event', {
      id: idOf('change event', id, child),
      authority_id: authority.id,
      return_id: id,
      on_date: on,
      child_reference: child,
    })
  }
}
