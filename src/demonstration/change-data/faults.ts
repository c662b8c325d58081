import type { Fault } from '#modules/indicators/index.ts'
import { makeChance } from '../chance.ts'
import type { BoroughPlan } from './boroughs.ts'
import type { InventedFile } from './returns.ts'

type Kind = Pick<Fault, 'field' | 'rule' | 'severity' | 'said'> & { readonly most: number }

// What analysts meet every year. The words are those of the readers.
const ofCensus: readonly Kind[] = [
  {
    field: 'AssessmentFactors',
    rule: '8897Q',
    severity: 'query',
    said: 'This assessment was authorised and has no factors: whether there was domestic abuse stays unknown. Add its factors in the case system.',
    most: 9,
  },
  {
    field: 'AssessmentFactors',
    rule: 'code',
    severity: 'fault',
    said: 'RB is no factor of any year, so it was not counted. Correct it in the case system.',
    most: 2,
  },
  {
    field: 'AssessmentAuthorisationDate',
    rule: 'order',
    severity: 'query',
    said: 'The assessment was authorised before it began. It was counted on the day of its authorisation: check both dates.',
    most: 3,
  },
]

const ofFlags: readonly Kind[] = [
  {
    field: 'referral_date',
    rule: 'date',
    severity: 'fault',
    said: 'This is no date, so the row was not counted. Write it as 31/03/2025.',
    most: 2,
  },
]

/** What was wrong with a file, line by line. Newham's systems are the newest, and have the most to mend. */
export const faultsOf = (plan: BoroughPlan, { name, extract }: InventedFile): Fault[] => {
  const chance = makeChance('faults', plan.name, name)
  const kinds = extract.kind === 'cin' ? ofCensus : extract.kind === 'referral-flags' ? ofFlags : []
  const times = plan.name === 'Newham' ? 3 : 1
  return kinds
    .flatMap(({ most, ...kind }) =>
      Array.from({ length: chance.between(0, most * times) }, () => ({
        ...kind,
        file: name,
        line: chance.between(40, extract.kind === 'cin' ? 38_000 : 1_100),
      })),
    )
    .toSorted((a, b) => a.line - b.line)
}
