import type { FormState } from '#ui/form/index.ts'
import { CheckboxesField, LongTextField, RadiosField, TextField } from '#ui/form/index.ts'
import type { Attached } from './letter.ts'

/** The questions of a letter, but for whom it is. */
export const LetterFields = ({ form, files }: { form: FormState; files: readonly Attached[] }) => (
  <>
    <TextField form={form} name="subject" label="What is it about?" hint="The subject line, as it will be read" />
    <LongTextField
      form={form}
      name="text"
      label="What does the letter say?"
      hint="An empty line begins a new paragraph. Never where the victim-survivor or a child lives, goes to school or can be reached."
      rows={14}
    />
    <RadiosField
      form={form}
      name="plan"
      fieldset={{ legend: 'Does a copy of the plan go with it?' }}
      hint="Only actions that are asked of the perpetrator and marked as shareable"
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    {files.length > 0 && (
      <CheckboxesField
        form={form}
        name="files"
        fieldset={{ legend: 'Which files go with it? (optional)' }}
        hint="Word, text, CSV and HTML files can be checked. Others cannot, and so cannot go."
        items={files.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> }))}
      />
    )}
  </>
)

export const letterFields = ['subject', 'text', 'plan', 'files'] as const
