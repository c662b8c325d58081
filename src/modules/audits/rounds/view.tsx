import { FilterBy, Pages, RoomFilters, RoomTabs } from '#modules/people/index.ts'
import { Tag } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedFigures } from '../figures/load.ts'
import { Figures } from '../figures/view.tsx'
import { paths } from '../paths.ts'
import { type AuditRound, nextStep, sampleText, smallness, waveName } from '../round.ts'
import type { OwnRounds } from './page.ts'

type Loaded =
  | { readonly figures: LoadedFigures; readonly own: null }
  | { readonly figures: null; readonly own: OwnRounds }

/** A borough's audit rounds, what is due first. */
export const Rounds = ({ loaded }: { loaded: Loaded }) =>
  loaded.own === null ? <Figures loaded={loaded.figures} /> : <List {...loaded.own} />

const sampleOf = (round: AuditRound) => sampleText(round) ?? <span class="tl-missing">not recorded</span>

const files = ({ state, cases }: AuditRound) =>
  state === 'held' ? (smallness(cases) ?? cases) : <span class="tl-missing">not completed</span>

const List = ({ reading, all, open, list }: OwnRounds) => {
  const action = paths.rounds.to()
  return (
    <>
      <PageHeading caption={reading.organisation.name}>Audits</PageHeading>
      <RoomTabs list="Rounds" listHref={action} figuresHref={paths.figures.to()} current="list" />
      <RoomFilters
        reading={reading}
        action={action}
        byTerm={false}
        chosen={[open ? 'planned and not completed' : undefined]}
      >
        <FilterBy
          name="state"
          label="State"
          all="Any state"
          chosen={open ? 'open' : undefined}
          choices={[{ value: 'open', text: 'Planned and not completed' }]}
        />
      </RoomFilters>
      <ListTable
        id="rounds"
        dense
        caption="Audit rounds"
        captionHidden
        noun={{ one: 'round', many: 'rounds' }}
        rows={list.rows}
        total={list.total}
        from={list.from}
        columns={[
          { heading: 'Round', cell: ({ wave }: AuditRound) => waveName(wave) },
          { heading: 'Sample', cell: sampleOf },
          { heading: 'Case files read', cell: files },
          {
            heading: 'State',
            cell: ({ state }: AuditRound) => (
              <Tag classes={state === 'held' ? 'govuk-tag--grey' : 'govuk-tag--yellow'}>{state}</Tag>
            ),
          },
          { heading: 'Next', cell: (round: AuditRound) => next(round, all) },
        ]}
        empty={<Empty filtered={open} />}
      />
      <Pages list={list} action={action} query={reading.query} />
    </>
  )
}

const next = (round: AuditRound, all: readonly AuditRound[]) => {
  const { text, due } = nextStep(round, all)
  return due ? <strong>{text}</strong> : text
}

const Empty = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState title="Every round was completed." action={{ text: 'Show all rounds', href: paths.rounds.to() }} />
  ) : (
    <EmptyState title="No audit round is recorded yet.">
      A round is one reading of a sample of case files: a baseline first, a follow-up later, so that change can be seen.
    </EmptyState>
  )
