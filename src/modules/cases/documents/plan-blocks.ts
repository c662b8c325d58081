import { formatDate } from '#platform/dates.ts'
import type { DocumentBlock } from '#platform/documents/index.ts'
import { familyBalance } from '../plan/load.ts'
import { type Action, balanceInWords, type Owner, owners, statuses } from '../plan/plan.ts'
import { kindNames, ownerInWords } from '../plan/words.ts'
import { facts, heading, lines, paragraph } from './blocks.ts'
import type { CaseRecord } from './case-record.ts'

const asked: Readonly<Record<Owner, { readonly title: string; readonly none: string }>> = {
  perpetrator: {
    title: 'Asked of the perpetrator',
    none: 'The plan asks nothing of the perpetrator. That is a gap in the plan.',
  },
  worker: { title: 'Asked of workers', none: 'The plan asks nothing of workers.' },
  agency: { title: 'Asked of other agencies', none: 'The plan asks nothing of other agencies.' },
  survivor: { title: 'Asked of the victim-survivor', none: 'The plan asks nothing of the victim-survivor.' },
}

/** What is asked of whom, and how the plan shares out the change. */
export const planBlocks = (record: CaseRecord): DocumentBlock[] => [
  heading(1, 'What is asked'),
  paragraph(balanceInWords(familyBalance(record.family, record.actions))),
  ...owners.flatMap((owner) => [
    heading(2, asked[owner].title),
    ...facts(
      record.actions.filter((action) => action.owner === owner).map((action) => actionFact(record, action)),
      asked[owner].none,
    ),
  ]),
]

const actionFact = ({ family }: CaseRecord, action: Action) => ({
  term: `${action.number}. ${ownerInWords(family, action)}`,
  text: lines(
    action.what,
    `${kindNames[action.kind]}, ${statuses[action.status].toLowerCase()}, ${action.dueOn === null ? 'no date set' : `by ${formatDate(action.dueOn)}`}`,
    action.measure !== '' && `How it will be known: ${action.measure}`,
    action.whySurvivor !== '' && `Why it is asked: ${action.whySurvivor}`,
    ...action.reviews.map(
      ({ onDate, meeting, status, evidence }) =>
        `${formatDate(onDate)}${meeting === '' ? '' : `, ${meeting}`}: ${statuses[status].toLowerCase()}. ${evidence}`,
    ),
  ),
})
