import { peopleOf } from '../family.ts'
import { isOpen } from '../plan/plan.ts'
import type { CaseRecord } from './case-record.ts'

/** What the record does not say, each as a sentence. Nothing recorded is no proof that nothing happened. */
export const gapsOf = (record: CaseRecord): string[] => [
  ...peopleGaps(record),
  ...patternGaps(record),
  ...workGaps(record),
]

const peopleGaps = ({ family, relations }: CaseRecord): string[] => [
  ...(peopleOf(family, 'child').length === 0 ? ['No child is recorded.'] : []),
  ...(peopleOf(family, 'perpetrator').length === 0 ? ['No perpetrator is recorded.'] : []),
  ...(peopleOf(family, 'victim_survivor').length === 0 ? ['No victim-survivor is recorded.'] : []),
  ...(relations.length === 0 ? ['What they are to one another is not recorded.'] : []),
  ...peopleOf(family, 'child')
    .filter(({ birthOn, expectedOn }) => birthOn === null && expectedOn === null)
    .map(({ name }) => `The date of birth of ${name} is not recorded.`),
]

const patternGaps = ({ family, entries, efforts }: CaseRecord): string[] => [
  ...peopleOf(family, 'perpetrator')
    .filter(({ individualId }) => !entries.some(({ perpetratorId }) => perpetratorId === individualId))
    .map(({ name }) => `What ${name} did is not recorded.`),
  ...peopleOf(family, 'child')
    .filter(
      ({ individualId }) => !entries.some(({ harms }) => harms.some(({ individual }) => individual === individualId)),
    )
    .map(({ name }) => `How ${name} was harmed is not recorded.`),
  ...(entries.some(({ harms }) => harms.length === 0) ? ['Of some entries, whom they harmed is not recorded.'] : []),
  ...(entries.some(({ when }) => when.starts === null) ? ['Of some entries, the date is not known.'] : []),
  ...(entries.some(({ source }) => source === '')
    ? ['Of some entries, where they are known from is not recorded.']
    : []),
  ...peopleOf(family, 'victim_survivor')
    .filter(({ individualId }) => !efforts.some(({ survivorId }) => survivorId === individualId))
    .map(({ name }) => `What ${name} does to protect the children is not recorded.`),
]

const workGaps = ({ family, attempts, actions, referrals }: CaseRecord): string[] => [
  ...peopleOf(family, 'perpetrator')
    .filter(({ individualId }) => !attempts.some(({ perpetratorId }) => perpetratorId === individualId))
    .map(({ name }) => `No attempt to engage ${name} is recorded.`),
  ...peopleOf(family, 'perpetrator')
    .filter(
      ({ individualId }) =>
        !actions.some((action) => action.individualId === individualId && action.kind === 'change' && isOpen(action)),
    )
    .map(({ name }) => `The plan asks no change of behaviour of ${name}.`),
  ...(referrals.some(({ answer }) => answer === null) ? ['A referral to a programme has no answer.'] : []),
]
