/** GOV.UK's fields bound to a form's state: give the form and the name, and value and error come with them. */

import { ids } from '../govuk/attributes.ts'
import {
  CharacterCount,
  type CharacterCountProps,
  Checkboxes,
  type CheckboxesProps,
  FileUpload,
  type FileUploadProps,
  Input,
  type InputProps,
  PasswordInput,
  type PasswordInputProps,
  Radios,
  type RadiosProps,
  Select,
  type SelectProps,
  Textarea,
  type TextareaProps,
} from '../govuk/index.ts'
import { type FormState, field, type NameOf, ticked } from './state.ts'
import { Wording } from './wording.tsx'

/** The form and the field's name stand for name, id, value and error. */
type Bound<F extends FormState, P> = Omit<P, 'name' | 'id' | 'value' | 'values' | 'error'> & {
  form: F
  name: NameOf<F>
}

/** A single line of text. */
export const TextField = <F extends FormState>({ form, name, ...rest }: Bound<F, InputProps>) => (
  <Input {...rest} {...field(form)(name)} />
)

/** `wording={false}`: a text that is not about people and practice (a list to read in, the reason for a rule) is not checked for its wording. */
type Checked<P> = P & { readonly wording?: boolean }

/** Several lines of text, with the check of its wording below. */
export const LongTextField = <F extends FormState>(props: Checked<Bound<F, TextareaProps>>) => {
  const { form, name, wording = true, ...rest } = props
  return (
    <>
      <Textarea {...rest} {...field(form)(name)} />
      {wording && <Wording form={form} name={name} label={rest.label} />}
    </>
  )
}

/** The same with a limit that is counted down. */
export const CountedField = <F extends FormState>(props: Checked<Bound<F, CharacterCountProps>>) => {
  const { form, name, wording = true, ...rest } = props
  return (
    <>
      <CharacterCount {...rest} {...field(form)(name)} />
      {wording && <Wording form={form} name={name} label={rest.label} />}
    </>
  )
}

/** One of a list. */
export const SelectField = <F extends FormState>({ form, name, ...rest }: Bound<F, SelectProps>) => (
  <Select {...rest} {...field(form)(name)} />
)

/** One of a few. */
export const RadiosField = <F extends FormState>({ form, name, ...rest }: Bound<F, RadiosProps>) => (
  <Radios {...rest} {...field(form)(name)} />
)

/** Any number of a few. */
export const CheckboxesField = <F extends FormState>({ form, name, ...rest }: Bound<F, CheckboxesProps>) => (
  <Checkboxes {...rest} name={name} id={name} values={ticked(form, name)} error={form.errors[name]} />
)

/** A passphrase. What was typed is never sent back to the page. */
export const PassphraseField = <F extends FormState>({ form, name, ...rest }: Bound<F, PasswordInputProps>) => (
  <PasswordInput {...rest} name={name} id={name} error={form.errors[name]} />
)

/**
 * A file. A browser never shows the choice again: where the form comes back with something else to put right, the field says that the file has
 * to be chosen again. `name` is one of the page's `files`.
 */
export const FileField = ({ form, name, describedBy, group, ...rest }: Bound<FormState, FileUploadProps>) => {
  const error = form.errors[name]
  const chosen = error === undefined ? (form.files?.[name] ?? []) : []
  const id = `${name}-again`
  return (
    <FileUpload
      {...rest}
      name={name}
      id={name}
      error={error}
      describedBy={ids(describedBy, chosen.length > 0 && id)}
      group={{
        ...group,
        before: (
          <>
            {group?.before}
            {chosen.length > 0 && <ChooseAgain id={id} chosen={chosen} />}
          </>
        ),
      }}
    />
  )
}

const ChooseAgain = ({ id, chosen }: { id: string; chosen: readonly { readonly name: string }[] }) => (
  <div id={id} class="govuk-inset-text">
    You chose{' '}
    {chosen.map(({ name }, index) => (
      <>
        {index > 0 && ', '}
        <bdi>{name}</bdi>
      </>
    ))}
    . {chosen.length === 1 ? 'The file is not kept: choose it again.' : 'The files are not kept: choose them again.'}
  </div>
)
