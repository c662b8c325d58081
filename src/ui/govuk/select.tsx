import { type Attributes, type Entry, join, type Props } from './attributes.ts'
import { FieldFrame, type FieldProps } from './form-group.tsx'

/** One choice. Without `value` its text is what is sent. */
export type SelectItem = Props<{
  value?: string
  text: string
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}>

export type SelectProps = FieldProps &
  Props<{ items: readonly Entry<SelectItem>[]; value?: string; disabled?: boolean }>

const chosen = (item: SelectItem, value: string | undefined): boolean =>
  item.selected ?? (value !== undefined && value !== '' && (item.value ?? item.text) === value)

/** A list to choose one from. Prefer radios up to about ten choices. */
export const Select = (props: SelectProps) => (
  <FieldFrame
    {...props}
    control={({ id, describedBy }) => (
      <>
        {props.group?.before}
        <select
          class={join('govuk-select', props.classes, props.error !== undefined && 'govuk-select--error')}
          id={id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...props.attributes}
        >
          {props.items.map(
            (item) =>
              item && (
                <option
                  value={item.value}
                  selected={chosen(item, props.value)}
                  disabled={item.disabled}
                  {...item.attributes}
                >
                  {item.text}
                </option>
              ),
          )}
        </select>
        {props.group?.after}
      </>
    )}
  />
)
