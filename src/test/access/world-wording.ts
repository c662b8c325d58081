import { addDays } from '#platform/dates.ts'
import { idOf, type Row, type Skeleton } from './world.ts'

/** Changes on both sides of every day that counts: one goes on, one ends tomorrow, one ended today, one starts tomorrow. */
const overlays = ({ organisations, today }: Skeleton): Row[] =>
  organisations.flatMap(({ name }) =>
    [
      { what: 'on', starts: today, ends: null },
      { what: 'to-end', starts: addDays(today, -9), ends: addDays(today, 1) },
      { what: 'ended', starts: addDays(today, -9), ends: today },
      { what: 'to-come', starts: addDays(today, 1), ends: null },
    ].map(({ what, starts, ends }) => ({
      id: idOf('overlay', name, what),
      organisation_id: idOf('organisation', name),
      rule_id: `mu.${what}`,
      kind: 'off',
      reason: 'Agreed by the board',
      starts,
      ends,
      decided_by: idOf('person', 'staff of', name),
    })),
  )

/** Of everybody two answers: one of them offered, and looked at. */
const answers = ({ people }: Skeleton): Row[] =>
  people.flatMap(({ name, organisation }) =>
    ['offered', 'kept to oneself'].map((what) => ({
      id: idOf('answer', name, what),
      organisation_id: idOf('organisation', organisation),
      account_id: idOf('account', name),
      rule_id: 'mu.on',
      reason: 'Quoted from the court',
    })),
  )

const offers = ({ people }: Skeleton): Row[] =>
  people.map(({ name, organisation }) => ({
    answer_id: idOf('answer', name, 'offered'),
    organisation_id: idOf('organisation', organisation),
    rule_id: 'mu.on',
    reason: 'Quoted from the court',
    outcome: 'kept',
    outcome_note: 'The rule stays',
    outcome_on: '2020-01-01',
  }))

/** What was decided about the rules of the wording checker, and answered to them. */
export const wordingRows = (world: Skeleton): (readonly [string, readonly Row[]])[] => [
  ['wording_overlay', overlays(world)],
  ['wording_answer', answers(world)],
  ['wording_offer', offers(world)],
]
