/** What the pages of every room have in common: their two tabs, filters by term and borough, the way from page to page. */
import type { ComponentChildren } from 'preact'
import { Pagination, Select } from '#ui/govuk/index.ts'
import { Filters, SectionTabs } from '#ui/page-parts/index.ts'
import { termLabel } from '../term.ts'
import { type Paged, pageSize, type Reading } from './reading.ts'

/** List and figures of a room. A reader of the figures alone sees no tabs. */
export const RoomTabs = (props: {
  list: string
  listHref: string
  figuresHref: string | null
  current: 'list' | 'figures'
}) =>
  props.figuresHref === null ? null : (
    <SectionTabs
      label="In this area"
      sections={[
        { text: props.list, href: props.listHref, current: props.current === 'list' },
        { text: 'Figures', href: props.figuresHref, current: props.current === 'figures' },
      ]}
    />
  )

type Choice = { readonly value: string; readonly text: string }

/** A filter by a list of choices; the first choice is no filter. */
export const FilterBy = (props: {
  name: string
  label: string
  all: string
  choices: readonly Choice[]
  chosen: string | undefined
}) => (
  <Select
    name={props.name}
    id={`filter-${props.name}`}
    label={props.label}
    value={props.chosen}
    items={[{ value: '', text: props.all }, ...props.choices]}
  />
)

type RoomFiltersProps = {
  reading: Reading
  action: string
  /** Offers the terms, as most lists do. True unless said. */
  byTerm?: boolean
  /** Offers the boroughs too: for those whose list holds more than one. */
  byBorough?: boolean
  /** What the room's own filters have chosen, in words. */
  chosen?: readonly (string | undefined)[]
  children?: ComponentChildren
}

/** Partnership (where there are several), term, borough (where asked) and the room's own filters. */
export const RoomFilters = (props: RoomFiltersProps) => {
  const { reading, action, byTerm = true, byBorough = false, chosen = [] } = props
  const { partnerships, partnership, terms, term, boroughs, borough } = reading
  const several = partnerships.length > 1
  const words = [
    several ? partnership?.name : undefined,
    byTerm ? term?.name : undefined,
    byBorough ? borough?.name : undefined,
    ...chosen,
  ]
  return (
    <Filters action={action} clearHref={action} chosen={words.filter(Boolean).join(', ') || undefined}>
      {several && (
        <Select
          name="partnership"
          id="filter-partnership"
          label="Partnership"
          value={partnership?.slug}
          items={partnerships.map(({ slug, name }) => ({ value: slug, text: name }))}
        />
      )}
      {byTerm && (
        <FilterBy
          name="term"
          label="Term"
          all="All terms"
          chosen={term ? String(term.number) : undefined}
          choices={terms.map((each) => ({ value: String(each.number), text: termLabel(each) }))}
        />
      )}
      {byBorough && (
        <FilterBy
          name="borough"
          label="Borough"
          all="All boroughs"
          chosen={borough?.id}
          choices={boroughs.map(({ id, name }) => ({ value: id, text: name }))}
        />
      )}
      {props.children}
    </Filters>
  )
}

const hrefOf = (action: string, query: URLSearchParams, page: number): string => {
  const next = new URLSearchParams([...query].filter(([, value]) => value !== ''))
  next.delete('page')
  if (page > 1) next.set('page', String(page))
  const text = next.toString()
  return text === '' ? action : `${action}?${text}`
}

/** The way to the page before and after, where a list has more than one. Keeps the filters. */
export const Pages = ({ list, action, query }: { list: Paged<unknown>; action: string; query: URLSearchParams }) => {
  const last = Math.ceil(list.total / pageSize)
  if (last <= 1) return null
  const to = (page: number) => ({ href: hrefOf(action, query, page), label: `${page} of ${last}` })
  return (
    <Pagination
      previous={list.page > 1 ? to(list.page - 1) : undefined}
      next={list.page < last ? to(list.page + 1) : undefined}
    />
  )
}

/** Where the same records are printed with their definitions. */
export const ReportLink = () => (
  <p class="govuk-body">
    The{' '}
    <a class="govuk-link" href="/report">
      report
    </a>{' '}
    prints the same records for the whole partnership, each number with its definition.
  </p>
)

/** In the place of a room's figures while there is no term to count in. */
export const NoTerms = ({ reading }: { reading: Reading }) => (
  <p class="govuk-body">
    {reading.partnership === null
      ? 'Your organisation takes part in no partnership today, so there are no terms to count in.'
      : 'The partnership has no terms yet. The project manager adds them under Settings.'}
  </p>
)
