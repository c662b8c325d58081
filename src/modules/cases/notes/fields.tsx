import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FileField, FormErrors, LongTextField, RadiosField } from '#ui/form/index.ts'
import { InsetText } from '#ui/govuk/index.ts'
import { acceptedTypes, typesInWords } from '../attachments/file-type.ts'
import type { Family } from '../family.ts'
import { paths } from '../paths.ts'
import type { noteForm } from './form.ts'
import { noteKindKeys, noteKinds } from './note.ts'

export type NoteState = FormState<ReturnType<typeof noteForm>>
type Props = { form: NoteState; family: Pick<Family, 'id'> }

export const NoteErrors = ({ form }: { form: NoteState }) => (
  <FormErrors form={form} fields={[{ date: 'on' }, 'kind', 'text', 'locationReason', 'files']} />
)

/** Shown where the text holds what looks like a place, or did when it was saved last. */
const Places = ({ form, family }: Props) => {
  if (form.errors.locationReason === undefined && !form.values.locationReason) return null
  return (
    <InsetText>
      <p class="govuk-body">
        What tells where somebody is, or how to reach them, is safest in the protected details: they are sealed, and
        shown only on purpose.{' '}
        <a
          class="govuk-link"
          href={paths.addProtected.to({ familyId: family.id })}
          target="_blank"
          rel="noopener noreferrer"
        >
          Move it to the protected details (opens in a new tab)
        </a>
        , then take it out of the note. What you have written stays here.
      </p>
      <LongTextField
        form={form}
        name="locationReason"
        label="If it stays, why may it stand in the note?"
        hint="For example, it is the number of the perpetrator’s own solicitor"
        rows={2}
        wording={false}
      />
    </InsetText>
  )
}

/** Day, kind, text and files of a note. */
export const NoteFields = ({ form, family }: Props) => (
  <>
    <DateField form={form} name="on" fieldset={{ legend: 'When was it?' }} />
    <RadiosField
      form={form}
      name="kind"
      fieldset={{ legend: 'What kind of note is it?' }}
      classes="govuk-radios--small"
      items={noteKindKeys.map((value) => ({ value, text: noteKinds[value] }))}
    />
    <LongTextField
      form={form}
      name="text"
      label="What happened?"
      hint="Who did what to whom. Leave out addresses, telephone numbers, schools and refuges."
      rows={14}
      autocomplete="off"
    />
    <Places form={form} family={family} />
    <FileField
      // A form that takes files names them beside its own fields.
      form={form as FormState}
      name="files"
      label="Files (optional)"
      hint={`Up to 5, of 10 MB each: ${typesInWords}. They are sealed, and opened only by those who work with the family.`}
      multiple
      attributes={{ accept: acceptedTypes }}
    />
  </>
)
