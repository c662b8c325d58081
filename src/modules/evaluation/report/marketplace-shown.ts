import type { Cell, DocumentChart } from '#platform/documents/index.ts'
import { type OwnTerm, steps, suitable, suitableOf, unrecorded } from './marketplace-term.ts'
import type { Shown } from './model.ts'
import { count, countCell, listed, shareCell, sum } from './words.ts'

/** A line a programme: its referrals, the accepted and the suitable. What else became of them is said in the notes. */
export const programmesShown = (own: OwnTerm): Shown => {
  const line = (name: string, n: (measure: string) => number, found: number | null): Cell[] => [
    name,
    countCell(n('referrals')),
    countCell(n('accepted')),
    countCell(found, 'not recorded'),
    shareCell(found, n('referrals')),
  ]
  const all = (measure: string) => sum(own.programmes.map((name) => own.n(name, measure)))
  return {
    caption: 'What became of the referrals',
    columns: [
      { key: 'provider', heading: 'Programme', numeric: false },
      { key: 'referrals', heading: 'Referrals', numeric: true },
      { key: 'accepted', heading: 'Accepted', numeric: true },
      { key: 'suitable', heading: 'Suitable at assessment', numeric: true },
      { key: 'suitable_share', heading: 'Suitable, share of referrals (95% interval)', numeric: true },
    ],
    rows: [
      ...own.programmes.map((name) => line(name, (measure) => own.n(name, measure), suitableOf(own, name))),
      line('All', all, all(suitable)),
    ],
  }
}

/** A sentence for each programme of which more is known: the other steps, and for how many no answer and no outcome is recorded. */
export const stepNotes = (own: OwnTerm): string[] => {
  const others = steps.filter((step) => step !== suitable && step !== 'accepted')
  return own.programmes.flatMap((name) => {
    const taken = others.filter((step) => own.n(name, step) > 0).map((step) => `${count(own.n(name, step))} ${step}`)
    const [unanswered, open] = [unrecorded(own, name, 'referrals'), unrecorded(own, name, 'accepted')]
    const gaps = [
      ...(unanswered > 0 ? [`no answer is recorded to ${unanswered} of ${own.n(name, 'referrals')} referrals`] : []),
      ...(open > 0 ? [`no outcome is recorded for ${open} of ${own.n(name, 'accepted')} accepted`] : []),
    ]
    const known = [...(taken.length > 0 ? [listed(taken)] : []), ...gaps]
    return known.length === 0 ? [] : [`${name}: ${known.join('; ')}.`]
  })
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
    { name: 'Suitable', values: own.programmes.map((name) => suitableOf(own, name)) },
  ]
  return {
    number: '5',
    caption: `Referrals to behaviour-change programmes, ${own.period ?? ''}`,
    headline: `${most} was sent most referrals: ${count(own.n(most, 'referrals'))} of ${count(own.total)}`,
    categories: [...own.programmes],
    series,
    unit: 'Referrals',
    alt: `${own.programmes.map((name) => `${name}: ${own.n(name, 'referrals')} referrals, suitable ${suitableOf(own, name) ?? 'not recorded'}`).join('. ')}.`,
  }
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
