import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, TextField } from '#ui/form/index.ts'
import { Button, Select } from '#ui/govuk/index.ts'
import { EmptyState, Filters, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import { familiesInWords } from './due.ts'
import type { searchForm } from './form.ts'
import { FamilyLines } from './line.tsx'
import type { LoadedFamilies } from './page.ts'

type Props = { loaded: LoadedFamilies; form: FormState<typeof searchForm>; query: URLSearchParams }

const here = paths.families.to()

export const Families = ({ loaded, form, query }: Props) => (
  <>
    <FormErrors form={form} fields={['words']} />
    <PageHeading caption={loaded.organisation}>Families</PageHeading>
    <div class="govuk-button-group">
      {loaded.writes && <Button href={paths.open.to()}>Open a family record</Button>}
      <a class="govuk-link" href={paths.worklists.to()}>
        What needs doing
      </a>
      {loaded.writes && (
        <a class="govuk-link" href={paths.importFamily.to()}>
          Bring in a family
        </a>
      )}
      {loaded.opensInEmergency && (
        <a class="govuk-link" href={paths.emergency.to()}>
          Open one in an emergency
        </a>
      )}
      {loaded.seesEmergencies && (
        <a class="govuk-link" href={paths.emergencies.to()}>
          Opened in an emergency
        </a>
      )}
    </div>
    <PageForm secrets={form.secrets} action={here}>
      <TextField
        form={form}
        name="words"
        label="Find a family"
        hint="The name of the family or of anybody in it, its reference, or its number in the case system. The first letters are enough."
        type="search"
        classes="govuk-!-width-one-half"
        spellcheck={false}
      />
      <Button classes="govuk-button--secondary">Search</Button>
    </PageForm>
    {loaded.found ? (
      <Found found={loaded.found} loaded={loaded} />
    ) : (
      loaded.list && <List loaded={loaded} list={loaded.list} query={query} />
    )}
  </>
)

const Found = ({
  found: { lines },
  loaded,
}: {
  found: NonNullable<LoadedFamilies['found']>
  loaded: LoadedFamilies
}) => (
  <>
    <p class="govuk-body tl-count" role="status">
      {lines.length === 0
        ? 'Nothing that you can open was found.'
        : lines.length >= 200
          ? 'The first 200 of what was found: add a word to find fewer.'
          : `${familiesInWords(lines.length)} found, closed ones too.`}{' '}
      <a class="govuk-link" href={here}>
        Show the list
      </a>
    </p>
    {lines.length > 0 && (
      <FamilyLines id="found" caption="Families that were found" captionHidden lines={lines} today={loaded.today} />
    )}
  </>
)

type ListProps = { loaded: LoadedFamilies; list: NonNullable<LoadedFamilies['list']>; query: URLSearchParams }

const List = ({ loaded, list, query }: ListProps) => (
  <>
    <FamilyFilters loaded={loaded} />
    {list.total === 0 ? (
      <Empty loaded={loaded} />
    ) : (
      <>
        <p class="govuk-body tl-count">
          {capital(familiesInWords(list.total))}
          {loaded.filter.state === 'open' ? ', by what is due first' : ' closed, the last one first'}
        </p>
        <FamilyLines id="families" caption="Families" captionHidden lines={list.lines} today={loaded.today} />
        <Further list={list} query={query} />
      </>
    )}
  </>
)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The next fifty. The address holds the id of the last family shown, drawn by chance. */
const Further = ({ list, query }: Pick<ListProps, 'list' | 'query'>) => {
  const hrefOf = (after: string | null) => {
    const kept = new URLSearchParams([...query].filter(([name]) => ['team', 'state', 'whose'].includes(name)))
    if (after !== null) kept.set('after', after)
    return kept.size === 0 ? here : `${here}?${kept}`
  }
  if (list.isFirst && list.next === undefined) return null
  return (
    <p class="govuk-body">
      {!list.isFirst && (
        <a class="govuk-link" href={hrefOf(null)}>
          Back to the first families
        </a>
      )}
      {!list.isFirst && list.next !== undefined && ' '}
      {list.next !== undefined && (
        <a class="govuk-link" rel="next" href={hrefOf(list.next)}>
          Next families
        </a>
      )}
    </p>
  )
}

const FamilyFilters = ({ loaded: { filter, teams, mayChooseOwn } }: { loaded: LoadedFamilies }) => {
  const words = [
    teams.find(({ id }) => id === filter.team)?.name,
    filter.state === 'closed' ? 'closed' : undefined,
    filter.own ? 'those I work with' : undefined,
  ]
  return (
    <Filters action={here} clearHref={here} chosen={words.filter(Boolean).join(', ') || undefined}>
      <Select
        name="team"
        id="filter-team"
        label="Team"
        value={filter.team ?? ''}
        items={[{ value: '', text: 'All teams' }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Select
        name="state"
        id="filter-state"
        label="State"
        value={filter.state}
        items={[
          { value: 'open', text: 'Open' },
          { value: 'closed', text: 'Closed' },
        ]}
      />
      {mayChooseOwn && (
        <Select
          name="whose"
          id="filter-whose"
          label="Whose"
          value={filter.own ? 'mine' : 'all'}
          items={[
            { value: 'all', text: 'All that I see' },
            { value: 'mine', text: 'Those that I work with myself' },
          ]}
        />
      )}
    </Filters>
  )
}

const Empty = ({ loaded: { filter, writes } }: { loaded: LoadedFamilies }) => {
  if (filter.state === 'closed' || filter.team !== null || filter.own)
    return <EmptyState title="No family fits these filters." action={{ text: 'Show all open families', href: here }} />
  return writes ? (
    <EmptyState title="You have no families here yet." action={{ text: 'Open a family record', href: paths.open.to() }}>
      Open one with its name, add who is in it, and begin with the perpetrator’s pattern. A family that a colleague has
      opened comes to this list when your manager adds you to those who work with it.
    </EmptyState>
  ) : (
    <EmptyState title="Nobody in your borough has opened a family record yet.">
      Practitioners and supervisors open them; you read them here.
    </EmptyState>
  )
}
