import {
  NoTerms,
  type Reading,
  ReportLink,
  RoomFilters,
  RoomTabs,
  type Term,
  termLabel,
} from '#modules/people/index.ts'
import { BarChart } from '#ui/charts/index.ts'
import { DefinitionOpen, EmptyState, Lead, ListTable, Missing, PageHeading } from '#ui/page-parts/index.ts'
import { inWords, type TermConsultations } from '../months.ts'
import { paths } from '../paths.ts'
import type { LoadedFigures } from './load.ts'

const oneDecimal = (value: number): string => value.toFixed(1)

const Rate = ({ counted: { rate } }: { counted: TermConsultations }) =>
  rate === null ? (
    <Missing kind="not-available" />
  ) : (
    <span class="tl-number">
      {oneDecimal(rate.value)}
      <span class="tl-number__interval">
        {' '}
        ({oneDecimal(rate.low)} to {oneDecimal(rate.high)})
      </span>
    </span>
  )

const countCell = ({ consultations, months }: TermConsultations) =>
  months === 0 ? <Missing kind="missing" /> : consultations

type Row = { name: string; counted: TermConsultations }

const countColumns = [
  { heading: 'Consultations', numeric: true, cell: ({ counted }: Row) => countCell(counted) },
  { heading: 'Months with a return', numeric: true, cell: ({ counted }: Row) => counted.months },
  { heading: 'A month (95% interval)', cell: ({ counted }: Row) => <Rate counted={counted} /> },
]

const Definition = () => (
  <DefinitionOpen
    name="a consultation"
    definition={{
      counts: 'Case consultations held in the months with a return, one to one and in groups.',
      base: 'Months for which the borough sent in its activity. A month without a return is missing, not zero.',
      period: 'Terms hold different numbers of months of data, so compare what was given in a month, not the counts.',
      source: 'The consultations that the boroughs recorded, counted when this page was opened. Intervals are Byar’s.',
    }}
  />
)

/** Consultations beside the months of data that they were given in. */
export const Figures = ({ loaded: { reading, term, all, own } }: { loaded: LoadedFigures }) => (
  <>
    <PageHeading caption={reading.wide ? reading.partnership?.name : reading.organisation.name}>
      Consultation figures
    </PageHeading>
    <RoomTabs
      list="Consultations"
      listHref={paths.consultations.to()}
      figuresHref={reading.wide ? null : paths.figures.to()}
      current="figures"
    />
    {term === null && <NoTerms reading={reading} />}
    {term !== null && all !== null && <All reading={reading} term={term} all={all} />}
    {own !== null && <Own reading={reading} own={own} />}
    <ReportLink />
  </>
)

const All = ({ reading, term, all }: { reading: Reading; term: Term; all: NonNullable<LoadedFigures['all']> }) => {
  const total = all.reduce((sum, { counted }) => sum + counted.consultations, 0)
  const sent = all.filter(({ counted }) => counted.months > 0).length
  return (
    <>
      <RoomFilters reading={reading} action={paths.figures.to()} />
      {sent === 0 ? (
        <Lead>No borough has sent in its activity for {term.name} yet.</Lead>
      ) : (
        <BarChart
          id="rates"
          headline={`${sent} of ${all.length} boroughs sent in their activity: ${total} consultations in ${term.name}`}
          subtitle={`Case consultations a month of data, by borough, ${termLabel(term)}`}
          categoryName="Borough"
          categories={all.map(({ borough }) => borough)}
          series={[
            {
              name: 'A month',
              values: all.map(({ counted }) => counted.rate?.value ?? { missing: 'missing' }),
              meaning: 'action',
            },
          ]}
          format={oneDecimal}
        />
      )}
      <ListTable
        id="by-borough"
        caption={`Case consultations by borough, ${termLabel(term)}`}
        rows={all.map(({ borough, counted }) => ({ name: borough, counted }))}
        columns={[{ heading: 'Borough', cell: ({ name }: Row) => name }, ...countColumns]}
        empty={
          <EmptyState title="No borough was a member in this term.">
            The project manager keeps memberships under Settings.
          </EmptyState>
        }
      />
      <Definition />
    </>
  )
}

type OwnRow = Row & NonNullable<LoadedFigures['own']>[number]

const missingCell = ({ member, missing, outside }: OwnRow) => {
  if (!member) return <span class="tl-missing">not a member</span>
  const others = outside === 0 ? '' : `; ${outside} held in months without a return, not counted here`
  return `${missing.length === 0 ? 'none that is due' : inWords(missing)}${others}`
}

const Own = ({ reading, own }: { reading: Reading; own: NonNullable<LoadedFigures['own']> }) => (
  <>
    <ListTable
      id="own"
      caption={`Case consultations in ${reading.organisation.name}, by term`}
      rows={own.map((row): OwnRow => ({ name: row.term.name, ...row }))}
      columns={[
        { heading: 'Term', cell: ({ term }: OwnRow) => termLabel(term) },
        ...countColumns,
        { heading: 'Months without a return', cell: missingCell },
      ]}
      empty={<NoTerms reading={reading} />}
    />
    <Definition />
  </>
)
