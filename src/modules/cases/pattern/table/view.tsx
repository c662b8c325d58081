import { formatDate, londonDate } from '#platform/dates.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { nameOf } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { RecordedBefore } from '../../recorded-before.tsx'
import { harmInWords, type PatternEntry } from '../entry.ts'
import { ElsewhereSection, kindsText, NotRecorded } from '../parts.tsx'
import { kindLines, patternSentences } from '../summary.ts'
import { whenInWords } from '../when.ts'
import type { LoadedTable } from './page.ts'

const noun = { one: 'entry', many: 'entries' }

const Told = ({ text }: { text: string }) => (text === '' ? <NotRecorded /> : <span class="tl-told">{text}</span>)

const recorded = ({ staff }: LoadedTable, { recordedBy, recordedAt }: PatternEntry): string =>
  `${staff.get(recordedBy) ?? 'somebody who is not on the staff list'}, ${formatDate(londonDate(recordedAt))}`

const recordedColumn = (loaded: LoadedTable) => ({
  heading: 'Recorded by',
  cell: (entry: PatternEntry) => (
    <>
      {recorded(loaded, entry)}{' '}
      <RecordedBefore
        familyId={loaded.family.id}
        id={entry.id}
        version={entry.version}
        of={`the entry: ${whenInWords(entry.when)}`}
      />
    </>
  ),
})

const columnsFor = (loaded: LoadedTable) => [
  { heading: 'When', cell: ({ when }: PatternEntry) => whenInWords(when) },
  { heading: 'Who', cell: ({ perpetratorId }: PatternEntry) => nameOf(loaded.family, perpetratorId) },
  { heading: 'What was done', cell: ({ what }: PatternEntry) => <Told text={what} /> },
  { heading: 'Kinds', cell: ({ kinds }: PatternEntry) => kindsText(kinds) },
  {
    heading: 'Whom it harmed, and how',
    cell: ({ harms }: PatternEntry) =>
      harms.length === 0 ? <NotRecorded /> : harms.map((harm) => <div>{harmInWords(loaded.family, harm)}</div>),
  },
  { heading: 'What it means for the child', cell: ({ meaning }: PatternEntry) => <Told text={meaning} /> },
  { heading: 'How it is known', cell: ({ source }: PatternEntry) => <Told text={source} /> },
]

const liveColumns = (loaded: LoadedTable) => [
  ...columnsFor(loaded),
  recordedColumn(loaded),
  ...(loaded.writes
    ? [
        {
          heading: 'Next',
          cell: ({ id, when }: PatternEntry) => (
            <a class="govuk-link" href={paths.changePattern.to({ familyId: loaded.family.id, entryId: id })}>
              Change<span class="govuk-visually-hidden"> the entry: {whenInWords(when)}</span>
            </a>
          ),
        },
      ]
    : []),
]

const withdrawnColumns = (loaded: LoadedTable) => [
  ...columnsFor(loaded).slice(0, 4),
  recordedColumn(loaded),
  {
    heading: 'Withdrawn',
    cell: ({ withdrawnAt, withdrawnWhy }: PatternEntry) => (
      <>
        {withdrawnAt !== null && formatDate(londonDate(withdrawnAt))}: <span class="tl-told">{withdrawnWhy}</span>
      </>
    ),
  },
]

const ByKind = ({ family, entries, elsewhere }: LoadedTable) => {
  const lines = kindLines(family, entries, elsewhere)
  if (lines.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">By kind, across years</h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map(({ name, line }) => (
          <li>
            <strong>{name}</strong>: {line}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The whole pattern, in words: what the timeline shows, for who reads by screen reader, prints, or wants to check. */
export const PatternTable = ({ loaded }: { loaded: LoadedTable }) => {
  const { family, entries, withdrawn, elsewhere, writes } = loaded
  const add = paths.addPattern.to({ familyId: family.id })
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'pattern')} here="As a table" />
      <PageHeading caption={`Family record ${family.reference}`}>The pattern as a table</PageHeading>
      {patternSentences(family, entries, elsewhere).map((sentence) => (
        <Lead>{sentence}</Lead>
      ))}
      {writes && entries.length > 0 && <Button href={add}>Add to the pattern</Button>}
      <ByKind {...loaded} />
      <ListTable
        id="entries"
        dense
        caption="What was done, earliest first"
        noun={noun}
        rows={entries}
        columns={liveColumns(loaded)}
        empty={
          <EmptyState
            title="Nothing is recorded of the pattern yet."
            action={writes ? { text: 'Add to the pattern', href: add } : undefined}
          >
            Begin with one thing that was done, who did it, its kind and the year.
          </EmptyState>
        }
      />
      {elsewhere.length > 0 && <h2 class="govuk-heading-m">From another record of the borough</h2>}
      <ElsewhereSection family={family} elsewhere={elsewhere} />
      {withdrawn.length > 0 && (
        <ListTable
          id="withdrawn"
          dense
          caption="Withdrawn"
          noun={noun}
          rows={withdrawn}
          columns={withdrawnColumns(loaded)}
          empty={<p class="govuk-body">No entry was withdrawn.</p>}
        />
      )}
    </>
  )
}
