import { FilterBy, Pages, RoomFilters, RoomTabs } from '#modules/people/index.ts'
import { formatDate } from '#platform/dates.ts'
import { Tag } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedFigures } from '../figures/load.ts'
import { Figures } from '../figures/view.tsx'
import { paths } from '../paths.ts'
import { isLate, nextStep, type Referral, stateName } from '../referral.ts'
import type { LoadedProgrammes, LoadedReferrals } from './page.ts'

type Loaded =
  | ({ readonly kind: 'referrals' } & LoadedReferrals)
  | ({ readonly kind: 'programmes' } & LoadedProgrammes)
  | { readonly kind: 'figures'; readonly figures: LoadedFigures }

/** The referrals that the reader sent or received; else the programmes there are; else their figures. */
export const Programmes = ({ loaded }: { loaded: Loaded }) => {
  if (loaded.kind === 'figures') return <Figures loaded={loaded.figures} />
  return loaded.kind === 'programmes' ? <Directory {...loaded} /> : <Referrals {...loaded} />
}

const state = (row: Referral, today: LoadedReferrals['reading']['today']) => {
  const colour = row.step === 'sent' ? (isLate(row, today) ? 'govuk-tag--red' : 'govuk-tag--yellow') : 'govuk-tag--grey'
  return (
    <>
      <Tag classes={colour}>{stateName(row.step)}</Tag>
      {row.step !== 'sent' && <span class="tl-number__interval"> {formatDate(row.stepOn)}</span>}
    </>
  )
}

const next = (row: Referral, today: LoadedReferrals['reading']['today']) => {
  const { text, due } = nextStep(row, today)
  return due ? <strong>{text}</strong> : text
}

const Referrals = (loaded: LoadedReferrals) => {
  const { reading, programmes, programme, waiting, byBorough, list } = loaded
  const action = paths.programmes.to()
  const filtered = reading.term !== null || programme !== null || waiting || (byBorough && reading.borough !== null)
  return (
    <>
      <PageHeading caption={reading.organisation.name}>Programmes</PageHeading>
      <RoomTabs list="Referrals" listHref={action} figuresHref={paths.figures.to()} current="list" />
      <RoomFilters
        reading={reading}
        action={action}
        byBorough={byBorough}
        chosen={[programme?.name, waiting ? 'waiting for an answer' : undefined]}
      >
        <FilterBy
          name="programme"
          label="Programme"
          all="All programmes"
          chosen={programme?.id}
          choices={programmes.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <FilterBy
          name="state"
          label="State"
          all="Any state"
          chosen={waiting ? 'waiting' : undefined}
          choices={[{ value: 'waiting', text: 'Waiting for an answer' }]}
        />
      </RoomFilters>
      <ListTable
        id="referrals"
        dense
        caption="Referrals"
        captionHidden
        noun={{ one: 'referral', many: 'referrals' }}
        rows={list.rows}
        total={list.total}
        from={list.from}
        columns={[
          { heading: 'Sent', noWrap: true, cell: ({ sentOn }: Referral) => formatDate(sentOn) },
          { heading: 'Programme', cell: (row: Referral) => row.programme },
          { heading: 'From', cell: ({ from }: Referral) => from },
          { heading: 'State', cell: (row: Referral) => state(row, reading.today) },
          { heading: 'Next', cell: (row: Referral) => next(row, reading.today) },
        ]}
        empty={<NoReferrals filtered={filtered} received={byBorough} />}
      />
      <Pages list={list} action={action} query={reading.query} />
    </>
  )
}

const NoReferrals = ({ filtered, received }: { filtered: boolean; received: boolean }) => {
  if (filtered)
    return (
      <EmptyState
        title="No referral fits these filters."
        action={{ text: 'Show all referrals', href: paths.programmes.to() }}
      />
    )
  return received ? (
    <EmptyState title="No referral has reached you yet.">
      When a borough refers somebody to one of your programmes, it stands here, and Home says when an answer is due.
    </EmptyState>
  ) : (
    <EmptyState title="Your borough has sent no referral yet.">
      Each referral to a programme stands here with its last step and what comes next.
    </EmptyState>
  )
}

const Directory = ({ reading, programmes }: LoadedProgrammes) => (
  <>
    <PageHeading caption={reading.partnership?.name}>Programmes</PageHeading>
    <ListTable
      id="programmes"
      caption="Behaviour-change programmes open to your borough"
      captionHidden
      noun={{ one: 'programme', many: 'programmes' }}
      rows={programmes}
      columns={[
        { heading: 'Programme', cell: ({ name }) => name },
        { heading: 'Provider', cell: ({ provider }) => provider || <span class="tl-missing">not recorded</span> },
        { heading: 'Run by a borough', cell: ({ borough }) => borough ?? 'No, by the provider' },
        { heading: 'Next', cell: () => 'Ask your implementation lead about a referral' },
      ]}
      empty={
        <EmptyState title="There are no programmes yet.">
          The programmes of the partnership’s providers stand here once they are entered.
        </EmptyState>
      }
    />
  </>
)
