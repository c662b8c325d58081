import { formatDate, londonDate } from '#platform/dates.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { nameOf } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { NotRecorded } from '../../pattern/parts.tsx'
import { RecordedBefore } from '../../recorded-before.tsx'
import { type Complexity, kindName, linkName } from '../complexity.ts'
import type { LoadedComplexities } from './page.ts'

const noun = { one: 'entry', many: 'entries' }

const Before = ({ family, entry }: { family: LoadedComplexities['family']; entry: Complexity }) => (
  <RecordedBefore
    familyId={family.id}
    id={entry.id}
    version={entry.version}
    of={`${kindName(entry.kind).toLowerCase()} of ${nameOf(family, entry.individualId)}`}
  />
)

const columnsFor = ({ family, staff }: LoadedComplexities) => [
  { heading: 'What', cell: ({ kind }: Complexity) => kindName(kind) },
  { heading: 'Who', cell: ({ individualId }: Complexity) => nameOf(family, individualId) },
  { heading: 'What it has to do with the abuse', cell: ({ link }: Complexity) => linkName(link) },
  { heading: 'How it shows', cell: ({ what }: Complexity) => <span class="tl-told">{what}</span> },
  {
    heading: 'How it is known',
    cell: ({ source }: Complexity) => (source === '' ? <NotRecorded /> : <span class="tl-told">{source}</span>),
  },
  {
    heading: 'Recorded by',
    cell: (entry: Complexity) => (
      <>
        {staff.get(entry.recordedBy) ?? 'somebody who is not on the staff list'},{' '}
        {formatDate(londonDate(entry.recordedAt))} <Before family={family} entry={entry} />
      </>
    ),
  },
]

const next = ({ family }: LoadedComplexities) => ({
  heading: 'Next',
  cell: ({ id, kind, individualId }: Complexity) => (
    <a class="govuk-link" href={paths.changeComplexity.to({ familyId: family.id, entryId: id })}>
      Change
      <span class="govuk-visually-hidden">
        {' '}
        {kindName(kind).toLowerCase()} of {nameOf(family, individualId)}
      </span>
    </a>
  ),
})

const withdrawnColumn = {
  heading: 'Withdrawn',
  cell: ({ withdrawnAt, withdrawnWhy }: Complexity) => (
    <>
      {withdrawnAt !== null && formatDate(londonDate(withdrawnAt))}: <span class="tl-told">{withdrawnWhy}</span>
    </>
  ),
}

/** Substance use, mental health, culture and the rest: as what came of the abuse, what it made worse, or what was used. */
export const Complexities = ({ loaded }: { loaded: LoadedComplexities }) => {
  const { family, complexities, withdrawn, writes } = loaded
  const add = paths.addComplexity.to({ familyId: family.id })
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'pattern')} here="Complexity" />
      <PageHeading caption={`Family record ${family.reference}`}>What makes things harder</PageHeading>
      {writes && complexities.length > 0 && <Button href={add}>Add complexity</Button>}
      <ListTable
        id="complexities"
        dense
        caption="Complexity"
        captionHidden
        noun={noun}
        rows={complexities}
        columns={[...columnsFor(loaded), ...(writes ? [next(loaded)] : [])]}
        empty={
          <EmptyState
            title="No complexity is recorded yet."
            action={writes ? { text: 'Add complexity', href: add } : undefined}
          >
            Substance use, mental health, culture, immigration, disability or money: say whose it is, and whether it
            came of the abuse, was made worse by it, or is used by the perpetrator.
          </EmptyState>
        }
      />
      {withdrawn.length > 0 && (
        <ListTable
          id="withdrawn"
          dense
          caption="Withdrawn"
          noun={noun}
          rows={withdrawn}
          columns={[...columnsFor(loaded), withdrawnColumn]}
          empty={<p class="govuk-body">Nothing was withdrawn.</p>}
        />
      )}
    </>
  )
}
