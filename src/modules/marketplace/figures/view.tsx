import { NoTerms, ReportLink, RoomFilters, RoomTabs, type Term, termLabel } from '#modules/people/index.ts'
import { BarChart } from '#ui/charts/index.ts'
import { DefinitionOpen, EmptyState, Lead, ListTable, NumberWithBase, PageHeading } from '#ui/page-parts/index.ts'
import type { ProgrammeOutcomes, Share } from '../outcomes.ts'
import { paths } from '../paths.ts'
import type { LoadedFigures } from './load.ts'

/** How many were referred to which programme, and what came of it. */
export const Figures = ({ loaded }: { loaded: LoadedFigures }) => {
  const { reading, term, all } = loaded
  return (
    <>
      <PageHeading caption={reading.wide ? reading.partnership?.name : reading.organisation.name}>
        Referral figures
      </PageHeading>
      <RoomTabs
        list="Referrals"
        listHref={paths.programmes.to()}
        figuresHref={reading.wide ? null : paths.figures.to()}
        current="figures"
      />
      {term === null || all === null ? (
        <NoTerms reading={reading} />
      ) : (
        <>
          <RoomFilters reading={reading} action={paths.figures.to()} />
          <Outcomes loaded={loaded} term={term} all={all} />
        </>
      )}
      <ReportLink />
    </>
  )
}

const share = (row: ProgrammeOutcomes, { n, interval }: Share) => (
  <NumberWithBase count={n} of={row.referrals} interval={interval} />
)

const others = ({ others: steps, referrals }: ProgrammeOutcomes) => {
  if (steps.length > 0) return steps.map(({ step, n }) => `${n} ${step}`).join(', ')
  return referrals === 0 ? <span class="tl-missing">no referrals</span> : 'none recorded'
}

const Outcomes = ({
  loaded: { programmes },
  term,
  all,
}: {
  loaded: LoadedFigures
  term: Term
  all: ProgrammeOutcomes
}) => (
  <>
    {all.referrals === 0 ? (
      <Lead>No referral was sent in {term.name}, as far as you may see.</Lead>
    ) : (
      <BarChart
        id="referrals"
        headline={`${all.referrals === 1 ? '1 referral' : `${all.referrals} referrals`} in ${term.name}, ${all.accepted.n} of them accepted`}
        subtitle={`Referrals by programme, ${termLabel(term)}`}
        categoryName="Programme"
        categories={programmes.map(({ programme }) => programme)}
        series={[{ name: 'Referrals', values: programmes.map(({ referrals }) => referrals), meaning: 'action' }]}
      />
    )}
    <ListTable
      id="outcomes"
      caption={`Referrals and what came of them, ${termLabel(term)}`}
      rows={programmes.length === 0 ? [] : [...programmes, all]}
      columns={[
        { heading: 'Programme', cell: ({ programme }: ProgrammeOutcomes) => programme },
        { heading: 'Referrals', numeric: true, cell: ({ referrals }: ProgrammeOutcomes) => referrals },
        { heading: 'Accepted (95% interval)', cell: (row: ProgrammeOutcomes) => share(row, row.accepted) },
        {
          heading: 'Suitable at assessment (95% interval)',
          cell: (row: ProgrammeOutcomes) => share(row, row.suitable),
        },
        { heading: 'Other steps', cell: others },
      ]}
      empty={
        <EmptyState title="There are no programmes yet.">
          The programmes of the partnership’s providers stand here once they are entered.
        </EmptyState>
      }
    />
    <DefinitionOpen
      name="a referral"
      definition={{
        counts:
          'Referrals sent in the term, and how many of them took each step by today. One referral can take several.',
        base: 'All referrals to the programme in the term, those without an answer too.',
        source: 'The referrals and their steps, counted when this page was opened. Intervals are Wilson’s.',
        notes: 'Not available: there was no referral to take a share of. A step that nobody entered cannot be counted.',
      }}
    />
  </>
)
