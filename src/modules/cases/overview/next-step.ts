import { addDays, daysBetween, formatDate, type LocalDate } from '#platform/dates.ts'
import { type Family, type Member, peopleOf } from '../family.ts'
import type { Attempt } from './deed.ts'

/** Nobody should go longer than this without an attempt to engage a perpetrator. */
const longest = 28

const daysInWords = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`)

type Facts = Pick<Family, 'people' | 'openedOn' | 'closedOn' | 'goals' | 'efforts' | 'formSince' | 'unansweredSince'>

const lastOf = (attempts: readonly Attempt[], { individualId }: Member): Attempt | null =>
  attempts.filter(({ perpetratorId }) => perpetratorId === individualId).at(-1) ?? null

const ofPerpetrator = (family: Facts, perpetrator: Member, attempts: readonly Attempt[], today: LocalDate) => {
  const last = lastOf(attempts, perpetrator)
  const { name } = perpetrator
  if (last === null) {
    const opened = `this record was opened on ${formatDate(family.openedOn)}, ${daysInWords(daysBetween(family.openedOn, today))}`
    return { since: family.openedOn, text: `nobody has tried to engage ${name} yet: ${opened}` }
  }
  const days = daysBetween(last.on, today)
  const when = `${formatDate(last.on)}, ${daysInWords(days)}`
  if (days >= longest) return { since: last.on, text: `nobody has tried to engage ${name} since ${when}` }
  const due = last.nextOn ?? addDays(last.on, longest)
  if (due < today) return { since: last.on, text: `the next attempt to engage ${name} was due on ${formatDate(due)}` }
  return { since: last.on, text: `try to engage ${name} again by ${formatDate(due)}. The last attempt was on ${when}` }
}

/** The one thing that comes next, in words; null for a record that is closed. */
export const nextStep = (family: Facts, attempts: readonly Attempt[], today: LocalDate): string | null => {
  if (family.closedOn !== null) return null
  const perpetrators = peopleOf(family, 'perpetrator')
  if (perpetrators.length === 0) return 'record who the perpetrator is'
  const [longestSince] = perpetrators
    .map((perpetrator) => ofPerpetrator(family, perpetrator, attempts, today))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  return longestSince?.text ?? null
}

/** What else the record waits for. */
export const alsoWaiting = (family: Facts): readonly string[] => {
  if (family.closedOn !== null) return []
  const { goals, efforts, formSince, unansweredSince } = family
  return [
    goals === 0 && 'The plan asks for no change of behaviour yet.',
    efforts === 0 && 'No protective effort is recorded yet.',
    formSince !== null && `An engagement form was begun on ${formatDate(formSince)} and is not completed.`,
    unansweredSince !== null && `A referral sent on ${formatDate(unansweredSince)} has no answer yet.`,
  ].filter((line) => line !== false)
}
