import { formatDate } from '#platform/dates.ts'
import { Button, Pagination, Select } from '#ui/govuk/index.ts'
import { countLine, EmptyState, Filters } from '#ui/page-parts/index.ts'
import { FamilyFrame } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { LoadedFamily } from '../../pattern/load.ts'
import { firstLines, type NoteKind, type NoteLine, noteKindKeys, noteKinds, pageSize } from '../note.ts'
import { NoteSource } from '../source.tsx'

type Loaded = LoadedFamily & {
  notes: readonly NoteLine[]
  total: number
  kind: NoteKind | null
  at: number
  staff: ReadonlyMap<string, string>
  writes: boolean
}

const One = ({ note, loaded: { family, staff } }: { note: NoteLine; loaded: Loaded }) => {
  const beginning = firstLines(note.beginning)
  const isWhole = !note.isCut && beginning === note.beginning
  return (
    <li>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={paths.readNote.to({ familyId: family.id, entryId: note.id })}>
          {formatDate(note.onDate)}, {noteKinds[note.kind].toLowerCase()}
        </a>
      </h2>
      <p class="govuk-body tl-told govuk-!-margin-bottom-1" dir="auto">
        {beginning}
        {!isWhole && !beginning.endsWith('…') && ' …'}
      </p>
      <p class="govuk-hint">
        <NoteSource note={note} staff={staff} />
        {note.files > 0 && (note.files === 1 ? ' One file.' : ` ${note.files} files.`)}
        {note.version > 1 && ' Changed since.'}
      </p>
    </li>
  )
}

const Pages = ({ loaded: { family, total, kind, at } }: { loaded: Loaded }) => {
  const pages = Math.ceil(total / pageSize)
  if (pages < 2) return null
  const href = (page: number) => {
    const query = new URLSearchParams({ ...(kind !== null && { kind }), ...(page > 1 && { page: String(page) }) })
    return `${paths.notes.to({ familyId: family.id })}${query.size === 0 ? '' : `?${query}`}`
  }
  return (
    <Pagination
      {...(at > 1 && { previous: { href: href(at - 1), text: 'Newer notes' } })}
      {...(at < pages && { next: { href: href(at + 1), text: 'Earlier notes' } })}
    />
  )
}

const Empty = ({ loaded: { family, kind, at, writes } }: { loaded: Loaded }) => {
  const here = paths.notes.to({ familyId: family.id })
  if (kind !== null || at > 1)
    return <EmptyState title="No note fits." action={{ text: 'Show all notes', href: here }} />
  const add = { text: 'Write a note', href: paths.addNote.to({ familyId: family.id }) }
  return (
    <EmptyState title="No notes are recorded yet." action={writes ? add : undefined}>
      Write what happened after each visit, call or meeting: who did what to whom, and what it meant for the children.
    </EmptyState>
  )
}

/** The notes of a family, newest first. */
export const Notes = ({ loaded }: { loaded: Loaded }) => {
  const { family, notes, total, kind, at, writes } = loaded
  const here = paths.notes.to({ familyId: family.id })
  return (
    <FamilyFrame family={family} section="notes">
      {writes && (
        <div class="govuk-button-group">
          <Button href={paths.addNote.to({ familyId: family.id })}>Write a note</Button>
          <a class="govuk-link" href={paths.importNotes.to({ familyId: family.id })}>
            Bring in notes from a file
          </a>
        </div>
      )}
      <Filters action={here} clearHref={here} chosen={kind === null ? undefined : noteKinds[kind]}>
        <Select
          name="kind"
          id="filter-kind"
          label="Kind of note"
          value={kind ?? ''}
          items={[
            { value: '', text: 'All kinds' },
            ...noteKindKeys.map((value) => ({ value, text: noteKinds[value] })),
          ]}
        />
      </Filters>
      {notes.length === 0 ? (
        <Empty loaded={loaded} />
      ) : (
        <>
          <p class="govuk-body tl-count">
            {countLine({ one: 'note', many: 'notes' }, notes.length, total, (at - 1) * pageSize + 1)}
          </p>
          <ul class="govuk-list govuk-list--spaced">
            {notes.map((note) => (
              <One note={note} loaded={loaded} />
            ))}
          </ul>
          <Pages loaded={loaded} />
        </>
      )}
    </FamilyFrame>
  )
}
