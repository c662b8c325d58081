import { formatDate, formatMonth, type LocalDate } from '#platform/dates.ts'
import { type Attempt, attemptsByPerpetrator, numberInWords, type SafetyPlan } from '../attempts/attempts.ts'
import { type Family, nameOf, namesInWords, peopleOf } from '../family.ts'
import { type Action, type Balance, balanceInWords, isOverdue } from '../plan/plan.ts'
import type { Referral } from '../referrals/referrals.ts'
import type { Heading } from './supervision.ts'

/** An entry of the pattern, as far as supervision looks at it. */
export type Entry = {
  readonly perpetratorId: string
  readonly what: string
  readonly starts: LocalDate | null
  readonly knownTo: string
  /** The children and adults whom it harmed, and how. */
  readonly harms: readonly { readonly individualId: string; readonly how: string }[]
  readonly recordedOn: LocalDate
}

export type Effort = {
  readonly survivorId: string
  readonly what: string
  readonly acknowledgedOn: LocalDate | null
  readonly recordedOn: LocalDate
}

/** What a family's record holds, for its supervision. */
export type CaseFacts = {
  readonly family: Family
  readonly today: LocalDate
  /** The last supervision; null where this is the first, which looks back to the opening. */
  readonly lastOn: LocalDate | null
  readonly entries: readonly Entry[]
  readonly efforts: readonly Effort[]
  readonly attempts: readonly Attempt[]
  readonly safetyPlans: readonly SafetyPlan[]
  readonly completedForms: readonly LocalDate[]
  readonly balance: Balance
  readonly actions: readonly Action[]
  readonly referrals: readonly Referral[]
}

const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 299).trimEnd()}…` : text)

const when = ({ starts, knownTo }: Entry): string => {
  if (starts === null) return 'When is not known'
  if (knownTo === 'year') return starts.slice(0, 4)
  return knownTo === 'month' ? formatMonth(starts) : formatDate(starts)
}

const counted = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'No' : numberInWords(count).replace(/^./, (first) => first.toUpperCase())} ${count === 1 ? one : many}`

const sinceWords = ({ lastOn }: CaseFacts): string =>
  lastOn === null ? 'since the record was opened' : `since ${formatDate(lastOn)}`

/** Recorded on the day of the last supervision or later: what was written after the meeting is not lost. */
const isNew = (facts: CaseFacts, day: LocalDate): boolean => facts.lastOn === null || day >= facts.lastOn

const newEntries = (facts: CaseFacts): readonly Entry[] =>
  facts.entries.filter(({ recordedOn }) => isNew(facts, recordedOn))

const pattern = (facts: CaseFacts): string[] => {
  const entries = newEntries(facts)
  return [
    `${counted(entries.length, 'entry', 'entries')} of the pattern recorded ${sinceWords(facts)}, ${facts.entries.length} in all.`,
    ...entries.map((entry) => `${when(entry)}, ${nameOf(facts.family, entry.perpetratorId)}: ${short(entry.what)}`),
  ]
}

const impact = (facts: CaseFacts): string[] => {
  const children = peopleOf(facts.family, 'child')
  if (children.length === 0) return ['No child is recorded in this family.']
  return children.map(({ individualId, name }) => {
    const harmed = (entries: readonly Entry[]) =>
      entries.flatMap(({ harms }) => harms.filter((harm) => harm.individualId === individualId))
    const [fresh, all] = [harmed(newEntries(facts)), harmed(facts.entries)]
    const how = fresh.map((harm) => short(harm.how)).filter((text) => text !== '')
    const said = how.length > 0 ? ` ${how.join('; ')}` : ''
    return all.length === 0
      ? `${name}: no entry of the pattern says how it harmed ${name}.`
      : `${name}: harmed in ${fresh.length} of the entries recorded ${sinceWords(facts)}, ${all.length} in all.${said}`
  })
}

const partnering = (facts: CaseFacts): string[] => {
  const survivors = peopleOf(facts.family, 'victim_survivor')
  if (survivors.length === 0) return ['No victim-survivor is recorded in this family.']
  return survivors.flatMap(({ individualId, name }) => {
    const all = facts.efforts.filter(({ survivorId }) => survivorId === individualId)
    const fresh = all.filter(({ recordedOn }) => isNew(facts, recordedOn))
    const unsaid = all.filter(({ acknowledgedOn }) => acknowledgedOn === null).length
    const acknowledged =
      all.length === 0
        ? ''
        : unsaid === 0
          ? ' All were acknowledged.'
          : ` Not acknowledged to ${name} yet: ${unsaid} of ${all.length}.`
    return [
      `${name}: ${counted(fresh.length, 'protective effort', 'protective efforts').toLowerCase()} recorded ${sinceWords(facts)}, ${all.length} in all.${acknowledged}`,
      ...fresh.map(({ what }) => short(what)),
    ]
  })
}

const forms = ({ completedForms, family }: CaseFacts): string[] => {
  const last = completedForms.toSorted().at(-1)
  return [
    last === undefined
      ? 'No engagement form is completed.'
      : `The last engagement form was completed on ${formatDate(last)}.`,
    ...(family.formSince === null ? [] : [`An engagement form begun on ${formatDate(family.formSince)} is half done.`]),
  ]
}

const engagement = (facts: CaseFacts): string[] => {
  const perpetrators = peopleOf(facts.family, 'perpetrator')
  const fresh = facts.attempts.filter(({ onDate }) => isNew(facts, onDate))
  const waiting = facts.referrals.filter(({ answer }) => answer === null)
  return [
    ...(perpetrators.length === 0 ? ['No perpetrator is recorded in this family.'] : []),
    ...attemptsByPerpetrator(perpetrators, fresh).map(({ name, words }) => `${name}, ${sinceWords(facts)}: ${words}.`),
    ...(facts.family.engagementDue < facts.today
      ? [`No attempt to engage for 28 days: one was due by ${formatDate(facts.family.engagementDue)}.`]
      : []),
    balanceInWords(facts.balance),
    ...forms(facts),
    ...waiting.map(
      ({ perpetratorId, programme, sentOn }) =>
        `The referral of ${nameOf(facts.family, perpetratorId)} to ${programme} of ${formatDate(sentOn)} has no answer.`,
    ),
  ]
}

const safety = ({ family, today, attempts, safetyPlans }: CaseFacts): string[] => {
  const unsafe = attempts.filter(({ result, withdrawn }) => !withdrawn && result === 'not safe to go on')
  const perpetrators = peopleOf(family, 'perpetrator')
  return [
    ...(perpetrators.length === 0 ? ['No perpetrator is recorded in this family.'] : []),
    ...perpetrators.map(({ individualId, name }) => {
      const plan = safetyPlans.find(({ perpetratorId }) => perpetratorId === individualId)
      if (!plan) return `No plan for safe contact with ${name} is recorded.`
      const overdue = plan.reviewOn !== null && plan.reviewOn < today
      return `The plan for safe contact with ${name} was last reviewed on ${formatDate(plan.reviewedOn)}${
        overdue ? '; its review is overdue' : ''
      }.`
    }),
    ...(unsafe.length > 0
      ? [
          `It was not safe to go on when contact was tried on ${namesInWords(unsafe.map(({ onDate }) => formatDate(onDate)))}.`,
        ]
      : []),
  ]
}

const decisions = ({ family, actions, today }: CaseFacts): string[] => {
  const overdue = actions.filter((action) => isOverdue(action, today))
  return [
    ...overdue.map(
      ({ number, what, dueOn }) => `Action ${number} is overdue since ${dueOn && formatDate(dueOn)}: ${short(what)}`,
    ),
    ...(overdue.length === 0 ? ['No action of the plan is overdue.'] : []),
    ...(family.goals === 0 ? ['The plan has no change of behaviour that is still to be met.'] : []),
    ...(family.efforts === 0 ? ['No protective effort is recorded.'] : []),
  ]
}

/** What the record says under each heading, in words: what is there since last time, and what is missing. */
export const factsInWords = (facts: CaseFacts): Readonly<Record<Heading, readonly string[]>> => ({
  pattern: pattern(facts),
  impact: impact(facts),
  partnering: partnering(facts),
  engagement: engagement(facts),
  safety: safety(facts),
  decisions: decisions(facts),
})
