import {
  NoTerms,
  type Reading,
  ReportLink,
  RoomFilters,
  RoomTabs,
  type Term,
  termLabel,
} from '#modules/people/index.ts'
import { formatDate } from '#platform/dates.ts'
import { BarChart } from '#ui/charts/index.ts'
import { DefinitionOpen, EmptyState, Lead, ListTable, NumberWithBase, PageHeading } from '#ui/page-parts/index.ts'
import { type AttendanceCell, cellWords } from '../attendance.ts'
import type { TeamCoverage } from '../coverage.ts'
import { paths } from '../paths.ts'
import type { AllFigures, LoadedFigures, OwnFigures } from './page.ts'

const cellContent = (cell: AttendanceCell | undefined) => {
  if (cell?.kind === 'count') return cell.n
  return <span class="tl-missing">{cellWords[cell?.kind ?? 'not-available']}</span>
}

const none = (
  <EmptyState title="There are no courses yet.">
    The training manager sets up courses and plans their blocks.
  </EmptyState>
)

/** How many blocks ran, who came, and how far the people now in post are covered. */
export const Figures = ({ loaded: { reading, term, all, own } }: { loaded: LoadedFigures }) => (
  <>
    <PageHeading caption={reading.wide ? reading.partnership?.name : reading.organisation.name}>
      Training figures
    </PageHeading>
    <RoomTabs list="Blocks" listHref={paths.blocks.to()} figuresHref={paths.figures.to()} current="figures" />
    {term === null && <NoTerms reading={reading} />}
    {term !== null && all !== null && <All reading={reading} term={term} all={all} />}
    {own !== null && <Own reading={reading} own={own} />}
    <ReportLink />
  </>
)

const definition = {
  counts: 'People marked as having attended a block. Somebody who came to two courses counts in both.',
  period: 'A block counts in the term in which it begins.',
  source: 'The registers of the blocks, counted when this page was opened.',
  notes:
    'Not offered yet: the course began later. Not available: the registers of the course did not say the borough. 0: nobody came.',
}

const All = ({ reading, term, all }: { reading: Reading; term: Term; all: AllFigures }) => (
  <>
    <RoomFilters reading={reading} action={paths.figures.to()} />
    <AttendanceChart reading={reading} term={term} all={all} />
    <ListTable
      id="by-course"
      dense
      caption="People who attended, and blocks, by course and term"
      rows={all.courses}
      empty={none}
      columns={[
        { heading: 'Course', cell: ({ course }) => course },
        ...reading.terms.map(({ name }, at) => ({
          heading: name,
          numeric: true,
          cell: ({ terms }: AllFigures['courses'][number]) => ofTerm(terms[at]),
        })),
      ]}
    />
    <ListTable
      id="by-borough"
      caption={`People who attended, by borough, ${termLabel(term)}`}
      rows={[
        ...all.boroughs.map(({ borough, cells }) => ({ borough: <>{borough}</>, cells })),
        {
          borough: <em>Borough not recorded</em>,
          cells: all.unplaced.map((n): AttendanceCell => ({ kind: 'count', n })),
        },
      ]}
      empty={none}
      columns={[
        { heading: 'Borough', cell: ({ borough }) => borough },
        ...all.courses.map(({ course }, at) => ({
          heading: course,
          numeric: true,
          cell: ({ cells }: { cells: readonly AttendanceCell[] }) => cellContent(cells[at]),
        })),
      ]}
    />
    <DefinitionOpen name="attendance" definition={definition} />
  </>
)

const ofTerm = (row: AllFigures['courses'][number]['terms'][number] | undefined) => {
  if (!row) return <span class="tl-missing">not available</span>
  if (!row.offered) return <span class="tl-missing">{cellWords['not-offered']}</span>
  return `${row.attended} in ${row.blocks === 1 ? '1 block' : `${row.blocks} blocks`}`
}

const AttendanceChart = ({ reading, term, all }: { reading: Reading; term: Term; all: AllFigures }) => {
  const at = reading.terms.findIndex(({ id }) => id === term.id)
  const rows = all.courses.map(({ course, terms }) => ({ course, row: terms[at] ?? null }))
  const most = rows.toSorted((a, b) => (b.row?.attended ?? 0) - (a.row?.attended ?? 0))[0]
  if (!most?.row || most.row.attended === 0)
    return <Lead>Nobody is recorded as having attended in {term.name} yet.</Lead>
  return (
    <BarChart
      id="attended"
      headline={`Most people came to ${most.course}: ${most.row.attended} in ${term.name}`}
      subtitle={`People who attended, by course, ${termLabel(term)}`}
      categoryName="Course"
      categories={rows.map(({ course }) => course)}
      series={[
        { name: 'Attended', values: rows.map(({ row }) => (row?.offered ? row.attended : null)), meaning: 'action' },
      ]}
    />
  )
}

const Own = ({ reading, own }: { reading: Reading; own: OwnFigures }) => (
  <>
    <ListTable
      id="own-by-course"
      caption={`People from ${reading.organisation.name} who attended, by course and term`}
      rows={own.courses}
      empty={none}
      columns={[
        { heading: 'Course', cell: ({ course }) => course },
        ...reading.terms.map((term, at) => ({
          heading: term.name,
          numeric: true,
          cell: ({ cells }: OwnFigures['courses'][number]) => cellContent(cells[at]),
        })),
      ]}
    />
    <DefinitionOpen
      name="attendance"
      definition={{
        ...definition,
        notes:
          'None recorded: blocks ran, and no register says that anybody came from here. A register that does not say the borough cannot be counted here.',
      }}
    />
    <Coverage reading={reading} own={own} />
  </>
)

type CoverageRow = { name: string; of: TeamCoverage }

const Coverage = ({ reading, own }: { reading: Reading; own: OwnFigures }) => {
  const rows: CoverageRow[] = own.teams.map((of) => ({ name: of.team ?? 'No team', of }))
  const everybody: CoverageRow = { name: 'Everybody in post', of: own.everybody }
  return (
    <>
      <ListTable
        id="coverage"
        caption={`Who has completed what, of the people in post on ${formatDate(reading.today)}`}
        rows={own.everybody.inPost === 0 ? [] : [...rows, everybody]}
        empty={
          <EmptyState title="Nobody is on the staff list yet.">
            Coverage is counted of the people in post. Your administrator keeps the staff list under Settings.
          </EmptyState>
        }
        columns={[
          { heading: 'Team', cell: ({ name }) => name },
          ...own.columns.map(({ id, name }) => ({
            heading: name,
            cell: ({ of }: CoverageRow) => <NumberWithBase count={of.completed.get(id) ?? 0} of={of.inPost} />,
          })),
        ]}
      />
      <DefinitionOpen
        name="coverage"
        definition={{
          counts: 'People who completed the course at any time.',
          base: 'People of the team who are in post today: leavers fall out, newcomers lower it.',
          source: 'The staff list, and registers that say who attended.',
          notes: 'A register that counts people without naming them cannot be counted here.',
        }}
      />
    </>
  )
}
