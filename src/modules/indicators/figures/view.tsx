import { NoTerms, ReportLink, RoomFilters, RoomTabs, termLabel } from '#modules/people/index.ts'
import { formatPeriod } from '#platform/dates.ts'
import {
  DefinitionOpen,
  EmptyState,
  Lead,
  ListTable,
  Missing,
  NotCollected,
  NumberWithBase,
  PageHeading,
} from '#ui/page-parts/index.ts'
import type { IndicatorCell, ReturnSummary, ShareCell } from '../indicator.ts'
import { paths } from '../paths.ts'
import type { LoadedFigures } from './load.ts'

const inGroups = (value: number): string => value.toLocaleString('en-GB')

const count = (cell: IndicatorCell) => {
  if (cell.kind === 'count') return inGroups(cell.n)
  return cell.kind === 'not-collected' ? <NotCollected /> : <Missing kind="missing" />
}

const share = (cell: ShareCell) =>
  cell.kind === 'count' && cell.of !== null ? (
    <NumberWithBase count={cell.n} of={cell.of} interval={cell.interval} />
  ) : (
    count(cell)
  )

const cases = ({ cases: all }: ReturnSummary) => {
  if (all === null) return <NotCollected />
  return all.partial ? `${inGroups(all.n)}, one way of identifying them not counted` : inGroups(all.n)
}

const columns = [
  { heading: 'Period', cell: ({ starts, ends }: ReturnSummary) => formatPeriod({ starts, ends }) },
  { heading: 'Identified at referral', numeric: true, cell: ({ atReferral }: ReturnSummary) => count(atReferral) },
  {
    heading: 'Identified after assessment',
    numeric: true,
    cell: ({ afterAssessment }: ReturnSummary) => count(afterAssessment),
  },
  { heading: 'New cases', numeric: true, cell: cases },
  { heading: 'Child protection plans, of new cases (95% interval)', cell: ({ plans }: ReturnSummary) => share(plans) },
  { heading: 'Taken into care, of new cases (95% interval)', cell: ({ care }: ReturnSummary) => share(care) },
]

/** The partnership's indicators: own borough over time, or every borough in one term. No ranking. */
export const Figures = ({ loaded }: { loaded: LoadedFigures }) => {
  const { reading, term, rows, without } = loaded
  const borough = { heading: 'Borough', cell: (row: ReturnSummary) => row.borough }
  return (
    <>
      <PageHeading caption={reading.wide ? reading.partnership?.name : reading.organisation.name}>
        Change data figures
      </PageHeading>
      <RoomTabs
        list="Returns"
        listHref={paths.returns.to()}
        figuresHref={reading.wide ? null : paths.figures.to()}
        current="figures"
      />
      {reading.wide && <RoomFilters reading={reading} action={paths.figures.to()} />}
      {reading.wide && term === null && <NoTerms reading={reading} />}
      {without.length > 0 && <Lead>No return so far from {without.join(', ')}.</Lead>}
      <ListTable
        id="indicators"
        caption={
          term === null
            ? 'Cases in which domestic abuse was a factor'
            : `Cases in which domestic abuse was a factor, ${termLabel(term)}`
        }
        rows={rows}
        columns={reading.wide ? [borough, ...columns] : columns}
        empty={
          <EmptyState title="No change data has come in for this yet.">
            Each borough returns the partnership’s four indicators for a period; they stand here with their base.
          </EmptyState>
        }
      />
      <DefinitionOpen
        name="change data"
        definition={{
          counts:
            'Children: new cases identified at referral or after assessment, new child protection plans, children taken into care.',
          base: 'New cases of the same borough and period. A plan may follow an older case, so the share is a comparison, not a path.',
          period: 'A return belongs to the term in which its period ends.',
          source:
            'The boroughs’ own returns, child by child, counted when this page was opened. Intervals are Wilson’s.',
          notes:
            'Not collected: the borough does not record it. Missing: the return says nothing of it. 0: recorded, and there was none. Boroughs record differently: compare each with itself.',
        }}
      />
      <ReportLink />
    </>
  )
}
