import type { ComponentChildren } from 'preact'
import { type Attributes, empty, ids, join, type Part, type Props, part } from './attributes.ts'
import { Hint, type HintContent } from './hint.tsx'
import { Label } from './label.tsx'

/**
 * One radio or checkbox. `conditional` is shown only while it is chosen (always, without JavaScript).
 * `behaviour: 'exclusive'` (checkboxes) clears the others: "None of these".
 */
export type Choice = Props<{
  value: string
  text: ComponentChildren
  id?: string
  name?: string
  hint?: HintContent
  conditional?: ComponentChildren
  checked?: boolean
  disabled?: boolean
  behaviour?: 'exclusive'
  label?: Props<Omit<Part, 'children'>>
  attributes?: Attributes
}>

/** A word between two choices: "or". */
export type Divider = { divider: string }

type ChoiceItemProps = {
  kind: 'radios' | 'checkboxes'
  item: Choice
  id: string
  name: string
  checked: boolean
  describedBy?: string | undefined
}

const filled = (hint: HintContent | undefined): hint is HintContent => hint !== undefined && !empty(part(hint).children)

/** The control of a choice, its label and its hint. */
const ChoiceItem = ({ kind, item, id, name, checked, describedBy }: ChoiceItemProps) => {
  const hintId = `${id}-item-hint`
  const hint: Part | undefined = filled(item.hint) ? part(item.hint) : undefined
  return (
    <div class={`govuk-${kind}__item`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={item.value}
        checked={checked}
        disabled={item.disabled}
        data-aria-controls={empty(item.conditional) ? undefined : `conditional-${id}`}
        data-behaviour={item.behaviour}
        aria-describedby={ids(describedBy, hint && hintId)}
        {...item.attributes}
      />
      <Label classes={join(`govuk-${kind}__label`, item.label?.classes)} attributes={item.label?.attributes} for={id}>
        {item.text}
      </Label>
      {hint && (
        <Hint id={hintId} classes={join(`govuk-${kind}__hint`, hint.classes)} attributes={hint.attributes}>
          {hint.children}
        </Hint>
      )}
    </div>
  )
}

/** A choice and what is shown only while it is chosen. */
export const ChoiceWithConditional = (props: ChoiceItemProps) => {
  const { kind, item, id, checked } = props
  const hidden = !checked && `govuk-${kind}__conditional--hidden`
  return (
    <>
      <ChoiceItem {...props} />
      {!empty(item.conditional) && (
        <div class={join(`govuk-${kind}__conditional`, hidden)} id={`conditional-${id}`}>
          {item.conditional}
        </div>
      )}
    </>
  )
}

/** The first choice has the question's own id, so that the error summary can link to it. */
export const choiceId = (item: Choice, prefix: string, index: number): string =>
  item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`)
