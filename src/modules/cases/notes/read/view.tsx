import { formatDate, londonDate } from '#platform/dates.ts'
import { sizeInWords } from '#platform/web/upload.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Attachment } from '../../attachments/attachment.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { LoadedFamily } from '../../pattern/load.ts'
import { type EarlierVersion, type Note, type NoteInput, noteKinds } from '../note.ts'
import { NoteSource, staffName } from '../source.tsx'

type Loaded = LoadedFamily & {
  note: Note
  versions: readonly EarlierVersion[]
  /** The version that is shown in the place of the note as it is now. */
  earlier: (NoteInput & { version: number }) | null
  files: readonly Attachment[]
  staff: ReadonlyMap<string, string>
  writes: boolean
}

const Files = ({ loaded: { family, files, writes } }: { loaded: Loaded }) =>
  files.length === 0 ? null : (
    <section aria-labelledby="files">
      <h2 class="govuk-heading-m" id="files">
        Files
      </h2>
      {!writes && <p class="govuk-body">Files are opened only by those who work with the family.</p>}
      <ul class="govuk-list">
        {files.map(({ id, name, bytes }) => (
          <li>
            {writes ? (
              <a class="govuk-link" href={paths.attachment.to({ familyId: family.id, entryId: id })}>
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi>{name}</bdi>
            )}{' '}
            ({sizeInWords(bytes)})
          </li>
        ))}
      </ul>
    </section>
  )

const Versions = ({ loaded: { family, note, versions, staff } }: { loaded: Loaded }) => {
  const here = paths.readNote.to({ familyId: family.id, entryId: note.id })
  return versions.length === 0 ? null : (
    <section aria-labelledby="versions">
      <h2 class="govuk-heading-m" id="versions">
        Earlier versions
      </h2>
      <ul class="govuk-list">
        {versions.map(({ version, changedBy, changedAt }) => (
          <li>
            <a class="govuk-link" href={`${here}?version=${version}`}>
              Version {version}
            </a>
            , changed by {changedBy === null ? 'somebody not recorded' : staffName(staff, changedBy)} on{' '}
            {formatDate(londonDate(changedAt))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A note, whole, or as it was in an earlier version. */
export const ReadNote = ({ loaded }: { loaded: Loaded }) => {
  const { family, note, earlier, staff, writes } = loaded
  const shown = earlier ?? note
  const at = { familyId: family.id, entryId: note.id }
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'notes')} here="A note" />
      <PageHeading caption={`Family record ${family.reference}`}>
        {formatDate(shown.onDate)}, {noteKinds[shown.kind].toLowerCase()}
      </PageHeading>
      {earlier !== null && (
        <InsetText>
          This is version {earlier.version}, which has been changed since.{' '}
          <a class="govuk-link" href={paths.readNote.to(at)}>
            Read the note as it is now
          </a>
        </InsetText>
      )}
      <div class="govuk-body tl-told" dir="auto" data-note>
        {shown.text}
      </div>
      {shown.locationReason !== '' && (
        <p class="govuk-body tl-told">Why a place or number stands in it: {shown.locationReason}</p>
      )}
      <p class="govuk-hint">
        <NoteSource note={note} staff={staff} />
      </p>
      {writes && earlier === null && (
        <Button href={paths.changeNote.to(at)} classes="govuk-button--secondary">
          Change the note
        </Button>
      )}
      <Files loaded={loaded} />
      <Versions loaded={loaded} />
    </>
  )
}
