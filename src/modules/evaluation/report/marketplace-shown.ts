import type { Cell, DocumentChart } from '#platform/documents/index.ts'
import { type OwnTerm, steps } from './marketplace-term.ts'
import type { Shown } from './model.ts'
import { count, countCell, shareCell, sum } from './words.ts'

const suitable = 'suitable at assessment'

/** A line a programme: its referrals, the accepted and the suitable, and in words the other steps that anybody took. */
export const programmesShown = (own: OwnTerm): Shown => {
  const others = steps.filter((step) => step !== suitable && step !== 'accepted')
  const line = (name: string, n: (measure: string) => number): Cell[] => [
    name,
    countCell(n('referrals')),
    countCell(n('accepted')),
    countCell(n(suitable)),
    shareCell(n(suitable), n('referrals')),
    others
      .filter((step) => n(step) > 0)
      .map((step) => `${step} ${count(n(step))}`)
      .join(', ') || 'none recorded',
  ]
  return {
    caption: 'What became of the referrals',
    columns: [
      { key: 'provider', heading: 'Programme', numeric: false },
      { key: 'referrals', heading: 'Referrals', numeric: true },
      { key: 'accepted', heading: 'Accepted', numeric: true },
      { key: 'suitable', heading: 'Suitable at assessment', numeric: true },
      { key: 'suitable_share', heading: 'Suitable, share of referrals (95% interval)', numeric: true },
      { key: 'others', heading: 'Other steps', numeric: false },
    ],
    rows: [
      ...own.programmes.map((name) => line(name, (measure) => own.n(name, measure))),
      line('All', (measure) => sum(own.programmes.map((name) => own.n(name, measure)))),
    ],
  }
}

/** Who was referred: each characteristic with what was not recorded. */
export const peopleShown = (own: OwnTerm): Shown => ({
  caption: 'Who was referred',
  columns: [
    { key: 'characteristic', heading: 'Characteristic', numeric: false },
    { key: 'n', heading: 'Referrals', numeric: true },
    { key: 'share', heading: 'Share of all (95% interval)', numeric: true },
  ],
  rows: own.people.map(({ characteristic, value, n }) => [
    `${sentence(characteristic)}: ${value}`,
    countCell(n),
    shareCell(n, own.total),
  ]),
})

/** Referrals and those found suitable, by programme. */
export const chartOf = (own: OwnTerm): DocumentChart => {
  const most = own.programmes.toSorted((a, b) => own.n(b, 'referrals') - own.n(a, 'referrals'))[0] ?? ''
  const series = [
    { name: 'Referrals', values: own.programmes.map((name) => own.n(name, 'referrals')) },
    { name: 'Suitable', values: own.programmes.map((name) => own.n(name, suitable)) },
  ]
  return {
    number: '5',
    caption: `Referrals to behaviour-change programmes, ${own.period ?? ''}`,
    headline: `${most} was sent most referrals: ${count(own.n(most, 'referrals'))} of ${count(own.total)}`,
    categories: [...own.programmes],
    series,
    unit: 'Referrals',
    alt: `${own.programmes.map((name) => `${name}: ${own.n(name, 'referrals')} referrals, ${own.n(name, suitable)} suitable`).join('. ')}.`,
  }
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
