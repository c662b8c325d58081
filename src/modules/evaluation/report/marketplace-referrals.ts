import { formatPeriod } from '#platform/dates.ts'
import { round } from '#platform/statistics/index.ts'
import type { Figures } from './figures.ts'
import { originFacts, originNotes } from './marketplace-origins.ts'
import { chartOf, peopleShown, programmesShown, stepNotes } from './marketplace-shown.ts'
import { allProgrammes, type OwnTerm, ofTerm, steps, suitableOf } from './marketplace-term.ts'
import type { Fact, ReportTable, Row } from './model.ts'
import { inPrintedOrder, labelOf, printedTable } from './printed.ts'
import { counted, shareOf } from './words.ts'

const file = 'marketplace-referrals.csv'
const key = ['measure', 'provider']

/** Figure 5: referrals to the programmes in the term, what became of them, and who was referred. */
export const marketplaceReferralsTable = (figures: Figures): ReportTable => {
  const own = ofTerm(figures)
  const printed = printedTable(figures.printed?.figures ?? [], file)
  const rows = inPrintedOrder(countsOf(own), (row) => labelOf(row, key), printed).map((row) => ({
    ...row,
    note: printed?.cell(labelOf(row, key), 'note') || null,
  }))
  const nothing = own.total === 0
  return {
    id: 'figure-5',
    number: 'Figure 5',
    title: 'Referrals to behaviour-change programmes',
    file,
    key,
    columns: [...key, 'value', 'note'],
    headings: { measure: 'Measure', provider: 'Programme', value: 'Referrals', note: 'Note' },
    printedOnly: ['note'],
    rows,
    base: nothing
      ? 'No referral is recorded in this term'
      : `${counted(own.total, 'referral')} to ${counted(own.programmes.length, 'programme')}`,
    period: own.period ?? formatPeriod(figures.term),
    notes: nothing ? [] : [...originNotes(own), ...stepNotes(own)],
    definition: {
      counts: 'Referrals sent to the programmes of the marketplace, and how many of them took each step.',
      numerator:
        'For the shares: referrals found suitable at assessment; or referrals of people with the characteristic.',
      denominator: 'All referrals of the programme; or all referrals. Each share has a 95% interval (Wilson).',
      source: 'Referrals and their steps, as each programme recorded them.',
      when: 'A referral belongs to the term in which it was sent, whenever its steps happened.',
      coverage:
        'Every programme of the partnership. A step that was not recorded is not counted: the steps of a programme need not add up to its referrals.',
    },
    derived: nothing ? null : derivedOf(own),
    facts: nothing ? [] : factsOf(own),
    shown: nothing ? [] : [programmesShown(own), peopleShown(own)],
    chart: nothing ? null : chartOf(own),
  }
}

/** The rows of the file: what is there, and no zeros. */
const countsOf = (own: OwnTerm): Row[] => {
  if (own.total === 0) return []
  const perProgramme = own.programmes.flatMap((provider) =>
    ['referrals', ...steps].map((measure) => ({ measure, provider, value: own.n(provider, measure) })),
  )
  return [
    ...perProgramme.filter(({ measure }) => measure === 'referrals'),
    { measure: 'referrals', provider: allProgrammes, value: own.total },
    ...perProgramme.filter(({ measure }) => measure !== 'referrals'),
    ...own.people.flatMap((group): Row[] => {
      const measure = measureOf(group.characteristic, group.value)
      return measure === null ? [] : [{ measure, provider: allProgrammes, value: group.n }]
    }),
  ].filter(({ value }) => value !== 0)
}

/** What the file calls a characteristic of those who were referred; null: it does not count it. */
const measureOf = (characteristic: string, value: string): string | null => {
  switch (characteristic) {
    case 'sex':
      return { man: 'men', woman: 'women' }[value] ?? null
    case 'language need':
      return value === 'yes' ? 'language need' : null
    case 'sexuality':
      return value === 'not recorded' ? 'sexuality unknown' : null
    default:
      return value === 'not recorded' ? null : value
  }
}

const derivedOf = (own: OwnTerm) => {
  const to = (value: number | undefined) => (value === undefined ? null : round(value, 4))
  return {
    columns: ['provider', 'referrals', 'suitable', 'suitable_share', 'suitable_share_low', 'suitable_share_high'],
    rows: own.programmes.map((provider): Row => {
      const [referrals, suitable] = [own.n(provider, 'referrals'), suitableOf(own, provider)]
      const share = shareOf(suitable, referrals)
      const interval = { suitable_share_low: to(share?.low), suitable_share_high: to(share?.high) }
      return { provider, referrals, suitable, suitable_share: to(share?.value), ...interval }
    }),
  }
}

const factsOf = (own: OwnTerm): Fact[] => [
  { row: `referrals | ${allProgrammes}`, column: 'period', value: own.period },
  { row: `providers | ${allProgrammes}`, column: 'value', value: own.programmes.length },
  ...originFacts(own),
]
