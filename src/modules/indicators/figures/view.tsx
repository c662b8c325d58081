import { lastDay, NoTerms, ReportLink, RoomFilters, type Term, termLabel } from '#modules/people/index.ts'
import { formatDate, formatPeriod, type LocalDate } from '#platform/dates.ts'
import { DefinitionOpen, EmptyState, ListTable, Missing, NumberWithBase, PageHeading } from '#ui/page-parts/index.ts'
import type { IndicatorCell, ReturnSummary, ShareCell } from '../indicator.ts'
import { paths } from '../paths.ts'
import { Tabs } from '../tabs.tsx'
import type { LoadedFigures } from './load.ts'
import { MissingReturns } from './missing-returns.tsx'
import { OverTime } from './over-time.tsx'

const inGroups = (value: number): string => value.toLocaleString('en-GB')

const count = (cell: IndicatorCell) => {
  if (cell.kind === 'count') return inGroups(cell.n)
  return <Missing kind={cell.kind} />
}

const whyNoShare = { 'not-available': 'base not available', exceeded: 'more than the new cases' } as const

const share = ({ cell, base }: ShareCell) => {
  if (cell.kind !== 'count' || base === null) return count(cell)
  if (base.kind === 'counted') return <NumberWithBase count={cell.n} of={base.of} interval={base.interval} />
  return (
    <>
      {inGroups(cell.n)}, <span class="tl-missing">{whyNoShare[base.kind]}</span>
    </>
  )
}

const cases = ({ cases: all, atReferral, afterAssessment }: ReturnSummary) => {
  if (all === null) {
    const withheld = [atReferral, afterAssessment].some(({ kind }) => kind === 'withheld')
    return <Missing kind={withheld ? 'withheld' : 'not-collected'} />
  }
  if (!all.partial) return inGroups(all.n)
  return (
    <>
      {inGroups(all.n)}, <span class="tl-missing">one way of identifying them not counted</span>
    </>
  )
}

const columns = [
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

/** The partnership's indicators: one borough over time, or every borough in one term. No ranking. */
export const Figures = ({ loaded }: { loaded: LoadedFigures }) => {
  const { reading, borough, term, rows, missing } = loaded
  return (
    <>
      <PageHeading caption={reading.wide ? reading.partnership?.name : reading.organisation.name}>
        Change data returned earlier
      </PageHeading>
      <Tabs wide={reading.wide} current="returns" />
      {reading.wide && <RoomFilters reading={reading} action={paths.figures.to()} byBorough />}
      {reading.wide && reading.terms.length === 0 && <NoTerms reading={reading} />}
      <MissingReturns missing={missing} />
      {borough !== null && term === null && <OverTime rows={rows} missing={missing} borough={borough.name} />}
      <ListTable
        id="indicators"
        caption={captionOf(loaded)}
        rows={rows}
        dense
        columns={[borough === null ? boroughAndPeriod : period, ...columns]}
        empty={<NoReturns term={term} today={reading.today} />}
      />
      <Definition />
      <ReportLink />
    </>
  )
}

const period = { heading: 'Period', cell: formatPeriod }

// One column for both, which leaves a phone more of the numbers.
const boroughAndPeriod = {
  heading: 'Borough and period',
  cell: (row: ReturnSummary) => (
    <>
      <strong>{row.borough}</strong>
      <br />
      {formatPeriod(row)}
    </>
  ),
}

const captionOf = ({ reading, borough, term }: LoadedFigures): string => {
  const what = 'Cases in which domestic abuse was a factor'
  if (term !== null) {
    const opened = reading.term === null ? ', the last term with a return' : ''
    return [what, ...(borough ? [borough.name] : []), `${termLabel(term)}${opened}`].join(', ')
  }
  return reading.wide && borough !== null ? `${what}, ${borough.name}` : what
}

const NoReturns = ({ term, today }: { term: Term | null; today: LocalDate }) => (
  <EmptyState title="No change data has come in for this yet.">
    {term !== null && term.ends > today
      ? `${term.name} runs until ${formatDate(lastDay(term))}. A return is owed once it is over.`
      : 'Each borough returns the partnership’s four indicators for a period; they stand here with their base.'}
  </EmptyState>
)

const Definition = () => (
  <DefinitionOpen
    name="change data"
    definition={{
      counts:
        'Children: new cases identified at referral or after assessment, new child protection plans, children taken into care.',
      base: 'New cases of the same borough and period, where both ways of identifying them were counted. A plan may follow an older case, so the share is a comparison, not a path.',
      period:
        'A return belongs to the term in which its period ends. Returns may hold different numbers of months: compare counts a month.',
      source: 'The boroughs’ own returns, child by child, counted when this page was opened. Intervals are Wilson’s.',
      notes:
        'Withheld: 1 to 5 children, who could be recognised; shown inside their borough only. Not collected: the borough does not record it. Missing: owed, and nobody has sent it; a return is owed once its term is over, by boroughs that were members for at least half of it. Base not available: not all new cases were counted. 0: recorded, and there was none. Boroughs record differently: compare each with itself.',
    }}
  />
)
