import { ReportLink, RoomFilters, RoomTabs } from '#modules/people/index.ts'
import { DefinitionOpen, EmptyState, Lead, ListTable, NumberWithBase, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import { type AuditRound, byWave, sampleText, smallness, waveName } from '../round.ts'
import type { LoadedFigures } from './load.ts'

const noRounds = (
  <EmptyState title="No audit round is recorded yet.">
    A round is one reading of a sample of case files. Quality assurance plans it.
  </EmptyState>
)

const files = ({ state, cases }: AuditRound) => {
  if (state !== 'held') return <span class="tl-missing">not completed</span>
  const small = smallness(cases)
  return small === null ? cases : `${small}`
}

/** Rounds held and files read, by wave; for the partnership's roles round by round in every borough. */
export const Figures = ({ loaded: { reading, rounds } }: { loaded: LoadedFigures }) => {
  const held = rounds.filter(({ state }) => state === 'held')
  const chosen = reading.wide && reading.borough ? `, ${reading.borough.name}` : ''
  return (
    <>
      <PageHeading caption={reading.wide ? reading.partnership?.name : reading.organisation.name}>
        Audit figures
      </PageHeading>
      <RoomTabs
        list="Rounds"
        listHref={paths.rounds.to()}
        figuresHref={reading.wide ? null : paths.figures.to()}
        current="figures"
      />
      {reading.wide && <RoomFilters reading={reading} action={paths.figures.to()} byTerm={false} byBorough />}
      {rounds.length > 0 && (
        <Lead>
          <NumberWithBase count={held.length} of={rounds.length} /> rounds were held, with{' '}
          {held.reduce((sum, { cases }) => sum + cases, 0)} case files read.
        </Lead>
      )}
      <ListTable
        id="by-wave"
        dense
        caption={`Rounds and case files, by wave${chosen}`}
        rows={byWave(rounds)}
        columns={[
          { heading: 'Wave', cell: ({ wave }) => waveName(wave) },
          { heading: 'Held', numeric: true, cell: (row) => row.held },
          { heading: 'Not completed', numeric: true, cell: ({ notCompleted }) => notCompleted },
          {
            heading: 'Case files',
            numeric: true,
            cell: (row) => (row.held === 0 ? <span class="tl-missing">not available</span> : row.cases),
          },
        ]}
        empty={noRounds}
      />
      {reading.wide && rounds.length > 0 && <EveryRound rounds={rounds} chosen={chosen} />}
      <DefinitionOpen
        name="a round"
        definition={{
          counts: 'Rounds of reading case files, and the files read in each.',
          source: 'The rounds that the boroughs recorded, counted when this page was opened.',
          notes:
            'Each borough sampled in its own way, so rounds do not compare between boroughs. Fewer than ten files show a direction only.',
        }}
      />
      <ReportLink />
    </>
  )
}

const sampleOf = (round: AuditRound) => sampleText(round) ?? <span class="tl-missing">not recorded</span>

// Records with a name, so that each is a card on a phone, with the whole width for how its files were chosen.
const EveryRound = ({ rounds, chosen }: { rounds: readonly AuditRound[]; chosen: string }) => (
  <ListTable
    id="rounds"
    dense
    caption={`Every round${chosen}`}
    noun={{ one: 'round', many: 'rounds' }}
    rows={rounds}
    columns={[
      {
        heading: 'Round',
        cell: ({ borough, wave }) => (
          <>
            <strong>{borough}</strong> {waveName(wave)}
          </>
        ),
      },
      { heading: 'Case files read', cell: files },
      { heading: 'Sample', cell: sampleOf },
    ]}
    empty={noRounds}
  />
)
