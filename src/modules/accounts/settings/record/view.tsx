import { Pagination, Select } from '#ui/govuk/index.ts'
import { EmptyState, Filters, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { SettingsTabs } from '../sections.tsx'

type Line = { seq: number; when: string; who: string; role: string; what: string; about: string; reason: string }
type Loaded = {
  organisation: string
  wanted: { person: string | null; act: string | null; before: number | null }
  people: readonly { id: string; name: string }[]
  acts: readonly { act: string; text: string }[]
  entries: readonly Line[]
  older: number | null
}

const chosenWords = ({ wanted, people, acts }: Loaded): string | undefined => {
  const person = people.find(({ id }) => id === wanted.person)?.name
  const act = acts.find((each) => each.act === wanted.act)?.text
  return [person, act].filter(Boolean).join(', ') || undefined
}

const pageHref = ({ wanted }: Loaded, before: number | null): string => {
  const query = new URLSearchParams()
  if (wanted.person !== null) query.set('person', wanted.person)
  if (wanted.act !== null) query.set('act', wanted.act)
  if (before !== null) query.set('before', String(before))
  return query.size === 0 ? paths.record.to() : `${paths.record.to()}?${query}`
}

const Choose = ({ loaded }: { loaded: Loaded }) => (
  <Filters action={paths.record.to()} chosen={chosenWords(loaded)} clearHref={paths.record.to()}>
    <Select
      name="person"
      label="Person"
      value={loaded.wanted.person ?? ''}
      items={[{ value: '', text: 'Everybody' }, ...loaded.people.map(({ id, name }) => ({ value: id, text: name }))]}
    />
    <Select
      name="act"
      label="What they did"
      value={loaded.wanted.act ?? ''}
      items={[{ value: '', text: 'Anything' }, ...loaded.acts.map(({ act, text }) => ({ value: act, text }))]}
    />
  </Filters>
)

export const AccessRecord = ({ loaded }: { loaded: Loaded }) => (
  <>
    <PageHeading caption={loaded.organisation}>Access record</PageHeading>
    <SettingsTabs current={paths.record.to()} />
    <p class="govuk-body">Who saw or changed what, newest first. Lines can be added and never changed or taken away.</p>
    <Choose loaded={loaded} />
    <ListTable
      id="record"
      caption="Access record"
      cards
      captionHidden
      dense
      rowHeadings={false}
      rows={loaded.entries}
      empty={
        <EmptyState
          title="There is nothing in the record for this choice"
          action={{ text: 'Show everything', href: paths.record.to() }}
        />
      }
      columns={[
        { heading: 'When', cell: ({ when }) => when, noWrap: true },
        { heading: 'Who', cell: ({ who }) => who },
        { heading: 'Role', cell: ({ role }) => role },
        { heading: 'What', cell: ({ what }) => what },
        { heading: 'About', cell: ({ about }) => about || 'nobody' },
        { heading: 'Why', cell: ({ reason }) => reason || 'no reason asked' },
      ]}
    />
    {(loaded.older !== null || loaded.wanted.before !== null) && (
      <Pagination
        previous={loaded.wanted.before === null ? undefined : { href: pageHref(loaded, null), text: 'Newest' }}
        next={loaded.older === null ? undefined : { href: pageHref(loaded, loaded.older), text: 'Older' }}
      />
    )}
  </>
)
