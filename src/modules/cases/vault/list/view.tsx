import { formatDate, londonDate } from '#platform/dates.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { type Family, nameOf } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { kindNames, kindWords, type Reveal, type VaultEntry } from '../entry.ts'

type Loaded = {
  family: Family
  entries: readonly VaultEntry[]
  reveals: readonly Reveal[]
  staff: ReadonlyMap<string, string>
  /** Whether the reader works with the family, and so may add to these and be shown one. */
  mayShow: boolean
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
const when = (at: Date): string => `${formatDate(londonDate(at))}, ${clock.format(at)}`
const NotRecorded = () => <span class="tl-missing">not recorded</span>

/** What is held of whom, never what it says; and who was shown it. */
export const ProtectedDetails = ({ loaded }: { loaded: Loaded }) => {
  const { family, mayShow } = loaded
  const add = paths.addProtected.to({ familyId: family.id })
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'people')} here="Protected details" />
      <PageHeading caption={`Family record ${family.reference}`}>Protected details</PageHeading>
      <Lead>
        Addresses, telephone numbers, schools and safe ways to make contact are sealed. One is shown on purpose, to
        those who work with the family, for a reason that is recorded. Every letter for the perpetrator’s side is
        checked against all of them.
      </Lead>
      {mayShow && loaded.entries.length > 0 && <Button href={add}>Add a protected detail</Button>}
      <Entries {...loaded} add={mayShow ? add : null} />
      <Reveals {...loaded} />
    </>
  )
}

const Entries = ({ family, entries, staff, mayShow, add }: Loaded & { add: string | null }) => (
  <ListTable
    id="held"
    caption="What is held"
    noun={{ one: 'detail', many: 'details' }}
    rows={entries}
    columns={[
      { heading: 'Whose', cell: (entry: VaultEntry) => nameOf(family, entry.individualId) },
      { heading: 'What', cell: ({ kind }: VaultEntry) => kindNames[kind] },
      { heading: 'From', cell: ({ starts }: VaultEntry) => (starts === null ? <NotRecorded /> : formatDate(starts)) },
      { heading: 'Until', cell: ({ endedOn }: VaultEntry) => (endedOn === null ? 'now' : formatDate(endedOn)) },
      { heading: 'Recorded by', cell: ({ addedBy }: VaultEntry) => staff.get(addedBy) ?? 'a colleague who has left' },
      ...(mayShow ? [{ heading: 'Do', cell: (entry: VaultEntry) => <Doing family={family} entry={entry} /> }] : []),
    ]}
    empty={
      <EmptyState
        title="No protected details are recorded."
        action={add === null ? undefined : { text: 'Add a protected detail', href: add }}
      >
        Begin with the address and the safe way to contact the victim-survivor, and each child’s school.
      </EmptyState>
    }
  />
)

const Doing = ({ family, entry }: { family: Family; entry: VaultEntry }) => {
  const to = { familyId: family.id, entryId: entry.id }
  const what = ` the ${kindWords(entry.kind)} of ${nameOf(family, entry.individualId)}`
  return (
    <>
      <a class="govuk-link" href={paths.revealProtected.to(to)}>
        Show<span class="govuk-visually-hidden">{what}</span>
      </a>
      {entry.endedOn === null && (
        <>
          {' '}
          <a class="govuk-link" href={paths.endProtected.to(to)}>
            End<span class="govuk-visually-hidden">{what}</span>
          </a>
        </>
      )}
    </>
  )
}

const Reveals = ({ family, entries, reveals, staff }: Loaded) => {
  const entryOf = ({ entryId }: Reveal) => entries.find(({ id }) => id === entryId)
  const whose = (shown: Reveal) => nameOf(family, entryOf(shown)?.individualId ?? '')
  const what = (shown: Reveal) => kindNames[entryOf(shown)?.kind ?? 'address']
  return (
    <ListTable
      id="shown"
      caption="Who was shown one, and why"
      rows={reveals}
      noun={{ one: 'time', many: 'times' }}
      columns={[
        { heading: 'When', cell: ({ at }: Reveal) => when(at) },
        { heading: 'Who', cell: ({ personId }: Reveal) => staff.get(personId) ?? 'a colleague who has left' },
        { heading: 'Whose detail', cell: whose },
        { heading: 'What', cell: what },
        { heading: 'Why', cell: ({ reason }: Reveal) => reason },
      ]}
      empty={<p class="govuk-body">Nobody has been shown a protected detail of this family.</p>}
    />
  )
}
