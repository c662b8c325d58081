import { formatDate } from '#platform/dates.ts'
import { phrasesToLookAt } from '#platform/text-check.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { Button, InsetText, Pagination, Tag } from '#ui/govuk/index.ts'
import { Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail } from '../../frame.tsx'
import { firstLines, noteKinds } from '../../notes/note.ts'
import { paths } from '../../paths.ts'
import type { LoadedFamily } from '../../pattern/load.ts'
import { FileProblems } from '../file-problems.tsx'
import type { NotesPlan, PlannedNote } from '../notes-plan.ts'
import type { WaitingNotes } from '../waiting-notes.ts'
import type { checkNotesForm } from './form.ts'

type Loaded = LoadedFamily & { accountId: string; waiting: WaitingNotes; plan: NotesPlan }
type Props = { loaded: Loaded; form: FormState<typeof checkNotesForm>; query: URLSearchParams }

const notesInWords = (count: number): string => (count === 1 ? '1 note' : `${count.toLocaleString('en-GB')} notes`)
const pageSize = 200

const whereIn = ({ source }: WaitingNotes): string => (source === 'Word document' ? 'Paragraph or row' : 'Line')

const Found = ({ loaded: { waiting, plan } }: Pick<Props, 'loaded'>) => {
  const repeats = plan.notes.length - plan.toKeep.length
  const withPlace = plan.toKeep.filter(({ hasPlace }) => hasPlace).length
  const { wording } = waiting
  return (
    <>
      <Lead>
        {notesInWords(plan.toKeep.length)} will be brought in.
        {repeats > 0 &&
          ` ${notesInWords(repeats)} with the same date and text ${repeats === 1 ? 'is' : 'are'} there already, and left out.`}
      </Lead>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {withPlace === 0
            ? 'No note holds what looks like an address, a telephone number, a school or a refuge.'
            : `${notesInWords(withPlace)} ${withPlace === 1 ? 'holds' : 'hold'} what looks like an address, a telephone number, a school or a refuge.`}
        </li>
        {wording !== null && (
          <li>
            Wording: {phrasesToLookAt(wording.phrases)}
            {wording.notes < plan.notes.length && ` in the first ${notesInWords(wording.notes)}`}.
          </li>
        )}
        {waiting.leftOut.map((what) => (
          <li>Not brought in: {what}</li>
        ))}
      </ul>
    </>
  )
}

const What = ({ note: { isRepeat, hasPlace } }: { note: PlannedNote }) => (
  <>
    {isRepeat ? <Tag classes="govuk-tag--grey">there already</Tag> : <Tag classes="govuk-tag--green">bring in</Tag>}
    {hasPlace && !isRepeat && <Tag classes="govuk-tag--yellow">place or number</Tag>}
  </>
)

const Notes = ({ loaded, query }: Pick<Props, 'loaded' | 'query'>) => {
  const { plan, family, waiting } = loaded
  const pages = Math.ceil(plan.notes.length / pageSize)
  const at = Math.min(Math.max(1, Math.trunc(Number(query.get('page'))) || 1), Math.max(pages, 1))
  const href = (page: number) => `${paths.checkNotesImport.to({ familyId: family.id })}?page=${page}`
  return (
    <>
      <ListTable
        id="notes"
        caption="Each note as it would be kept"
        rows={plan.notes.slice((at - 1) * pageSize, at * pageSize)}
        total={plan.notes.length}
        from={(at - 1) * pageSize + 1}
        noun={{ one: 'note', many: 'notes' }}
        columns={[
          { heading: whereIn(waiting), cell: ({ line }: PlannedNote) => line },
          { heading: 'Date', cell: ({ onDate }: PlannedNote) => formatDate(onDate), noWrap: true },
          { heading: 'Kind', cell: ({ kind }: PlannedNote) => noteKinds[kind] },
          {
            heading: 'Begins',
            cell: ({ text, said }: PlannedNote) => (
              <>
                <span class="tl-told" dir="auto">
                  {firstLines(text)}
                </span>
                {said !== '' && <span class="govuk-hint">{said}</span>}
              </>
            ),
          },
          { heading: 'Will', cell: (note: PlannedNote) => <What note={note} /> },
        ]}
        empty={<p class="govuk-body">No note of the file can be read.</p>}
      />
      {pages > 1 && (
        <Pagination
          {...(at > 1 && { previous: { href: href(at - 1) } })}
          {...(at < pages && { next: { href: href(at + 1) } })}
        />
      )}
    </>
  )
}

const Why = ({ loaded: { family }, form }: Pick<Props, 'loaded' | 'form'>) => (
  <InsetText>
    <p class="govuk-body">
      What tells where somebody is, or how to reach them, is safest in the protected details: they are sealed.{' '}
      <a
        class="govuk-link"
        href={paths.addProtected.to({ familyId: family.id })}
        target="_blank"
        rel="noopener noreferrer"
      >
        Move it to the protected details (opens in a new tab)
      </a>
      , take it out of the file, and send the file again.
    </p>
    <LongTextField
      form={form}
      name="locationReason"
      label="If they stay, why may they stand in these notes?"
      rows={2}
      wording={false}
    />
  </InsetText>
)

/** Each note of the file as it would be kept, and the button that keeps them. */
export const CheckNotes = ({ loaded, form, query }: Props) => {
  const { family, waiting, plan } = loaded
  const at = { familyId: family.id }
  const isRight = waiting.problems.length === 0
  return (
    <>
      <FamilyTrail family={family} section={{ text: 'Bring in notes', href: paths.importNotes.to(at) }} here="Check" />
      <FormErrors form={form} fields={['locationReason', { name: 'plan', id: 'confirm' }]} />
      <PageHeading caption={`Family record ${family.reference}`}>Check the notes</PageHeading>
      {isRight ? (
        <Found loaded={loaded} />
      ) : (
        <FileProblems problems={waiting.problems} where={whereIn(waiting)} readable={notesInWords(plan.notes.length)} />
      )}
      <Notes loaded={loaded} query={query} />
      <PageForm secrets={form.secrets} action={paths.checkNotesImport.to(at)}>
        <input type="hidden" name="plan" value={plan.mark} />
        {isRight && plan.toKeep.some(({ hasPlace }) => hasPlace) && <Why loaded={loaded} form={form} />}
        <div class="govuk-button-group">
          {isRight && plan.toKeep.length > 0 && (
            <Button id="confirm">Bring in {notesInWords(plan.toKeep.length)}</Button>
          )}
          <a class="govuk-link" href={paths.importNotes.to(at)}>
            Send another file
          </a>
        </div>
      </PageForm>
    </>
  )
}
