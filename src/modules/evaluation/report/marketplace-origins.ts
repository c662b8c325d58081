import type { OwnTerm } from './marketplace-term.ts'
import type { Fact } from './model.ts'
import { counted, listed, sum, unique } from './words.ts'

/** How the records say that a referral came from elsewhere without saying from where, or say nothing. */
const unnamed = ['another borough, not recorded which', 'not recorded']

type Split = {
  readonly programme: string
  readonly own: number
  readonly others: number
  readonly suitableOfOthers: number
  /** Other boroughs by name whose referrals were found suitable. */
  readonly named: readonly string[]
}

/** Where the referrals came from, for programmes that a borough runs: only there is "own borough" a question. */
const splits = ({ origins }: OwnTerm): Split[] => {
  const run = unique(origins.filter(({ ownBorough }) => ownBorough).map(({ programme }) => programme))
  return run.map((programme) => {
    const of = origins.filter((origin) => origin.programme === programme)
    const others = of.filter(({ ownBorough, origin }) => !ownBorough && origin !== 'not recorded')
    return {
      programme,
      own: sum(of.filter(({ ownBorough }) => ownBorough).map(({ n }) => n)),
      others: sum(others.map(({ n }) => n)),
      suitableOfOthers: sum(others.map(({ suitable }) => suitable)),
      named: others
        .filter(({ suitable, origin }) => suitable > 0 && !unnamed.includes(origin))
        .map(({ origin }) => origin),
    }
  })
}

/** A sentence for each programme that a borough runs. */
export const originNotes = (own: OwnTerm): string[] =>
  splits(own).map(
    ({ programme, own: ofOwn, others, suitableOfOthers, named }) =>
      `${programme}: ${counted(ofOwn, 'referral')} from the borough that runs it and ${others} from other boroughs; of those found suitable, ${suitableOfOthers} came from another borough${named.length > 0 ? ` (${listed(named)})` : ''}.`,
  )

/** The same as facts, under the names that printed reports use. */
export const originFacts = (own: OwnTerm): Fact[] =>
  splits(own).flatMap(({ programme, own: ofOwn, others, suitableOfOthers, named }): Fact[] => [
    { row: `referrals | ${programme}`, column: 'from_own_borough', value: ofOwn },
    { row: `referrals | ${programme}`, column: 'from_other_boroughs', value: others },
    { row: `suitable at assessment | ${programme}`, column: 'from_other_boroughs', value: suitableOfOthers },
    {
      row: `suitable at assessment | ${programme}`,
      column: 'other_borough',
      value: named.length > 0 ? listed(named) : null,
    },
  ])
