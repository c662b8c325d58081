import { funnelVerdict } from '../direction/funnel-verdict.ts'

// Without a single event nothing is said of how boroughs differ: what is asked is whether there are enough of them.
const ofSoMany = (boroughs: number) =>
  funnelVerdict(
    Array.from({ length: boroughs }, () => ({ count: 0, n: 0 })),
    'boroughs',
  )

/** Why boroughs are not put in an order. `boroughs`: members today. */
export const NoRanking = ({ boroughs }: { boroughs: number }) => {
  const verdict = ofSoMany(boroughs)
  return (
    <section aria-labelledby="no-ranking">
      <h2 class="govuk-heading-m" id="no-ranking">
        Why there is no league table, and no funnel
      </h2>
      <p class="govuk-body">
        Boroughs differ in who lives there, in what reaches them and in how they record. A borough that starts to record
        domestic abuse properly rises in such a list for doing the right thing. Each borough is compared with itself,
        and boroughs stand in the order of their names.
      </p>
      <p class="govuk-body">
        A funnel shows which of many similar units lie beyond chance. It needs at least 15 of them, each with a base in
        which at least 5 events and 5 others are expected, and they must not differ more than twice as much as chance
        makes them differ.
        {verdict.because === 'too few' && ` ${verdict.words}.`}
      </p>
    </section>
  )
}
