import { type Attributes, join, type Props } from './attributes.ts'
import { FieldFrame, type FieldProps } from './form-group.tsx'

/** `rows` is 5 unless given. */
export type TextareaProps = FieldProps &
  Props<{ value?: string; rows?: number; autocomplete?: string; spellcheck?: boolean; disabled?: boolean }>

/** Several lines of text. */
export const Textarea = (props: TextareaProps) => {
  const free: Attributes = {
    autocomplete: props.autocomplete,
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
  }
  return (
    <FieldFrame
      {...props}
      control={({ id, describedBy }) => (
        <>
          {props.group?.before}
          <textarea
            class={join('govuk-textarea', props.error !== undefined && 'govuk-textarea--error', props.classes)}
            id={id}
            name={props.name}
            rows={props.rows ?? 5}
            disabled={props.disabled}
            aria-describedby={describedBy}
            {...free}
            {...props.attributes}
          >
            {props.value}
          </textarea>
          {props.group?.after}
        </>
      )}
    />
  )
}
