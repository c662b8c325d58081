import { DateInput, type DateInputProps } from '../govuk/index.ts'
import { dateField, type FormState } from './state.ts'

/** `birth` says that it is the person's own birthday, which a browser may then offer. */
export type DateFieldProps = Omit<DateInputProps, 'id' | 'items' | 'namePrefix' | 'error'> & {
  form: FormState
  name: string
  birth?: boolean
}

/** A date in three boxes, sent as `name-day`, `name-month` and `name-year`. */
export const DateField = ({ form, name, birth, ...rest }: DateFieldProps) => {
  const { boxes, error } = dateField(form, name)
  const someWrong = boxes.some(({ wrong }) => wrong)
  return (
    <DateInput
      {...rest}
      id={name}
      namePrefix={name}
      error={error}
      items={boxes.map((box) => ({
        name: box.name,
        value: box.value,
        error: someWrong ? box.wrong : undefined,
        autocomplete: birth ? `bday-${box.name}` : undefined,
      }))}
    />
  )
}
