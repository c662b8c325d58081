/** GOV.UK's fields bound to a form's state: give the form and the name, and value and error come with them. */
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

/** The form and the field's name stand for name, id, value and error. */
type Bound<F extends FormState, P> = Omit<P, 'name' | 'id' | 'value' | 'values' | 'error'> & {
  form: F
  name: NameOf<F>
}

/** A single line of text. */
export const TextField = <F extends FormState>({ form, name, ...rest }: Bound<F, InputProps>) => (
  <Input {...rest} {...field(form)(name)} />
)

/** Several lines of text. */
export const LongTextField = <F extends FormState>({ form, name, ...rest }: Bound<F, TextareaProps>) => (
  <Textarea {...rest} {...field(form)(name)} />
)

/** Several lines of text with a limit that is counted down. */
export const CountedField = <F extends FormState>({ form, name, ...rest }: Bound<F, CharacterCountProps>) => (
  <CharacterCount {...rest} {...field(form)(name)} />
)

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

/** A file. A browser never shows the choice again, so there is only the error. */
export const FileField = <F extends FormState>({ form, name, ...rest }: Bound<F, FileUploadProps>) => (
  <FileUpload {...rest} name={name} id={name} error={form.errors[name]} />
)
