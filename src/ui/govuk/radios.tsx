import { type Entry, join, type Props } from './attributes.ts'
import { type Choice, ChoiceWithConditional, choiceId, type Divider } from './choices.tsx'
import { QuestionFrame, type QuestionProps } from './form-group.tsx'

/** `value` is the chosen item's value. `classes`: `govuk-radios--inline`, `govuk-radios--small`. */
export type RadiosProps = QuestionProps &
  Props<{ name: string; id?: string; items: readonly Entry<Choice | Divider>[]; value?: string }>

const chosen = (item: Choice, value: string | undefined): boolean =>
  item.checked ?? (value !== undefined && value !== '' && item.value === value)

/** Choose one. */
export const Radios = (props: RadiosProps) => {
  const prefix = props.id ?? props.name
  return (
    <QuestionFrame
      {...props}
      id={prefix}
      controls={() => (
        <div class={join('govuk-radios', props.classes)} data-module="govuk-radios" {...props.attributes}>
          {props.group?.before}
          {props.items.map((item, index) => {
            if (!item) return null
            if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>
            const id = choiceId(item, prefix, index)
            const checked = chosen(item, props.value)
            return <ChoiceWithConditional kind="radios" item={item} id={id} name={props.name} checked={checked} />
          })}
          {props.group?.after}
        </div>
      )}
    />
  )
}
