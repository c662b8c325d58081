import { type Entry, join, type Props } from './attributes.ts'
import { type Choice, ChoiceWithConditional, choiceId, type Divider } from './choices.tsx'
import { QuestionFrame, type QuestionProps } from './form-group.tsx'

/** `values` are the values of the chosen items. `classes`: `govuk-checkboxes--small`. */
export type CheckboxesProps = QuestionProps &
  Props<{
    name: string
    id?: string
    items: readonly Entry<Choice | Divider>[]
    values?: readonly string[]
    describedBy?: string
  }>

/** Choose any number. */
export const Checkboxes = (props: CheckboxesProps) => {
  const prefix = props.id ?? props.name
  return (
    <QuestionFrame
      {...props}
      id={prefix}
      controls={(describedBy) => (
        <div class={join('govuk-checkboxes', props.classes)} data-module="govuk-checkboxes" {...props.attributes}>
          {props.group?.before}
          {props.items.map((item, index) => {
            if (!item) return null
            if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>
            return (
              <ChoiceWithConditional
                kind="checkboxes"
                item={item}
                id={choiceId(item, prefix, index)}
                name={item.name ?? props.name}
                checked={item.checked ?? props.values?.includes(item.value) ?? false}
                // Without a fieldset to carry it, the description belongs to each box.
                describedBy={props.fieldset ? undefined : describedBy}
              />
            )
          })}
          {props.group?.after}
        </div>
      )}
    />
  )
}
