import { type Attributes, join, type Props } from './attributes.ts'
import { QuestionFrame, type QuestionProps } from './form-group.tsx'
import { Input } from './input.tsx'

/**
 * One box of a date. `name` is what follows the prefix and the dash; its label is the name with a capital.
 * `error: true` marks this box, `false` never; left out, every box is marked when no box says so.
 */
export type DateItem = Props<{
  name: string
  label?: string
  id?: string
  value?: string
  classes?: string
  error?: boolean
  inputmode?: 'numeric' | 'text'
  autocomplete?: string
  pattern?: string
  attributes?: Attributes
}>

/** `items` are day, month and year unless given; their names are `namePrefix-day` and so on. */
export type DateInputProps = QuestionProps & Props<{ id: string; namePrefix?: string; items?: readonly DateItem[] }>

const dayMonthYear: readonly DateItem[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }]

const marked = (item: DateItem): boolean =>
  item.error === true || (item.classes?.includes('govuk-input--error') ?? false)

const Box = ({ item, date, mark }: { item: DateItem; date: DateInputProps; mark: boolean }) => {
  const width = item.name === 'year' ? 4 : 2
  const classes = join(
    'govuk-date-input__input',
    mark && !item.classes?.includes('govuk-input--error') && 'govuk-input--error',
    !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${width}`,
    item.classes,
  )
  const text = item.label ?? item.name.charAt(0).toUpperCase() + item.name.slice(1).toLowerCase()
  return (
    <div class="govuk-date-input__item">
      <Input
        id={item.id ?? `${date.id}-${item.name}`}
        name={date.namePrefix ? `${date.namePrefix}-${item.name}` : item.name}
        label={{ children: text, classes: 'govuk-date-input__label' }}
        value={item.value}
        classes={classes}
        inputmode={item.inputmode ?? 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  )
}

/** A date in three boxes: people know most dates by heart, and a calendar only slows them down. */
export const DateInput = (props: DateInputProps) => {
  const items = props.items?.length ? props.items : dayMonthYear
  const someMarked = items.some(marked)
  return (
    <QuestionFrame
      {...props}
      role="group"
      controls={() => (
        <div class={join('govuk-date-input', props.classes)} id={props.id} {...props.attributes}>
          {props.group?.before}
          {items.map((item) => {
            const all = props.error !== undefined && item.error !== false && !someMarked
            return <Box item={item} date={props} mark={marked(item) || all} />
          })}
          {props.group?.after}
        </div>
      )}
    />
  )
}
