import { formatDate, type LocalDate, relativeDate } from '#platform/dates.ts'
import { Button, Tag } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import {
  type Capacity,
  capacities,
  capacityNames,
  joinedText,
  leftText,
  type Membership,
  membershipState,
  stageNames,
} from '../partnership.ts'
import { paths } from '../paths.ts'
import { lastDay, type Term, termState } from '../term.ts'
import type { LoadedPartnership } from './page.ts'

/** Who takes part in the partnership, capacity by capacity, and its terms. */
export const Partnership = ({ loaded: { partnership, memberships, terms, today } }: { loaded: LoadedPartnership }) => (
  <>
    <Trail items={[{ text: 'Settings', href: paths.settings.to() }, { text: 'Partnership' }]} />
    <PageHeading caption="Partnership">{partnership.name}</PageHeading>
    <h2 class="govuk-heading-m">Members</h2>
    {memberships.length === 0 && (
      <EmptyState title="Nobody is a member yet.">
        Add the boroughs first: figures of a term count those who were members in it.
      </EmptyState>
    )}
    {capacities.map((capacity) => (
      <Members
        key={capacity}
        capacity={capacity}
        memberships={memberships.filter((each) => each.capacity === capacity)}
        today={today}
      />
    ))}
    <Button href={paths.addMembership.to()} classes="govuk-button--secondary">
      Add a member
    </Button>
    <h2 class="govuk-heading-m">Terms</h2>
    <Terms terms={terms} today={today} />
    <Button href={paths.addTerm.to()} classes="govuk-button--secondary">
      Add a term
    </Button>
  </>
)

const Change = ({ href, what }: { href: string; what: string }) => (
  <a class="govuk-link" href={href}>
    Change<span class="govuk-visually-hidden"> {what}</span>
  </a>
)

const stateColours = { 'to come': 'govuk-tag--teal', member: 'govuk-tag--green', left: 'govuk-tag--grey' } as const

const Members = ({
  capacity,
  memberships,
  today,
}: {
  capacity: Capacity
  memberships: readonly Membership[]
  today: LocalDate
}) => {
  const stage = ({ stage: at }: Membership) =>
    at === null ? <span class="tl-missing">not entered</span> : stageNames[at]
  const state = (membership: Membership) => {
    const is = membershipState(membership, today)
    return <Tag classes={stateColours[is]}>{is}</Tag>
  }
  return (
    <ListTable
      id={`members-${capacity}`}
      caption={capacityNames[capacity].many}
      cards
      rows={memberships}
      empty={<p class="govuk-body tl-missing">{capacityNames[capacity].many}: none entered.</p>}
      columns={[
        { heading: 'Name', cell: ({ organisation }: Membership) => organisation.name },
        ...(capacity === 'authority' ? [{ heading: 'Stage', cell: stage }] : []),
        { heading: 'Joined', cell: joinedText },
        { heading: 'Last day', cell: (membership: Membership) => leftText(membership) ?? 'none set' },
        { heading: 'State', cell: state },
        { heading: 'Note', cell: ({ note }: Membership) => note || 'none' },
        {
          heading: 'Next',
          cell: ({ id, organisation }: Membership) => (
            <Change href={paths.changeMembership.to({ id })} what={organisation.name} />
          ),
        },
      ]}
    />
  )
}

const termColours = { 'to come': 'govuk-tag--teal', running: 'govuk-tag--green', over: 'govuk-tag--grey' } as const

const Terms = ({ terms, today }: { terms: readonly Term[]; today: LocalDate }) => (
  <ListTable
    id="terms"
    caption="Terms"
    captionHidden
    cards
    rows={terms}
    empty={
      <EmptyState title="There are no terms yet.">
        A term is a year of funding or of the evaluation. Every figure is counted in one.
      </EmptyState>
    }
    columns={[
      { heading: 'Term', cell: ({ name }: Term) => name },
      { heading: 'First day', cell: ({ starts }: Term) => formatDate(starts) },
      {
        heading: 'Last day',
        cell: (term: Term) => `${formatDate(lastDay(term))}, ${relativeDate(lastDay(term), today)}`,
      },
      {
        heading: 'State',
        cell: (term: Term) => <Tag classes={termColours[termState(term, today)]}>{termState(term, today)}</Tag>,
      },
      {
        heading: 'Report',
        cell: ({ number, publishedOn }: Term) => (
          <a class="govuk-link" href={`/report/${number}`}>
            {publishedOn === null ? 'not published' : `published ${formatDate(publishedOn)}`}
          </a>
        ),
      },
      { heading: 'Next', cell: ({ id, name }: Term) => <Change href={paths.changeTerm.to({ id })} what={name} /> },
    ]}
  />
)
