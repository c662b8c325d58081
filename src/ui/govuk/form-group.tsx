import type { ComponentChildren, JSX } from 'preact'
import { type Attributes, ids, join, type Props, part } from './attributes.ts'
import { type ErrorContent, ErrorMessage } from './error-message.tsx'
import { Fieldset, type FieldsetContent } from './fieldset.tsx'
import { Hint, type HintContent } from './hint.tsx'
import { Label, type LabelContent } from './label.tsx'

/** The box around a field: classes, attributes, and content just before and after its control. */
export type GroupContent = Props<{
  classes?: string
  attributes?: Attributes
  before?: ComponentChildren
  after?: ComponentChildren
}>

/** What every single field takes. `id` is `name` where it is not given. */
export type FieldProps = Props<{
  name: string
  id?: string
  label: LabelContent
  hint?: HintContent
  error?: ErrorContent
  /** Ids of other elements that describe the field, besides its hint and error. */
  describedBy?: string
  group?: GroupContent
  classes?: string
  attributes?: Attributes
}>

type FormGroupProps = Props<{ error?: unknown; group?: GroupContent; children: ComponentChildren }>

/** The box around a field, marked when something in it is wrong. */
export const FormGroup = ({ error, group, children }: FormGroupProps) => (
  <div
    class={join('govuk-form-group', error !== undefined && 'govuk-form-group--error', group?.classes)}
    {...group?.attributes}
  >
    {children}
  </div>
)

type Described = Props<{ id: string; hint?: HintContent; error?: ErrorContent; describedBy?: string }>

const HintAndError = ({ id, hint, error }: Described) => (
  <>
    {hint !== undefined && <Hint {...part(hint)} id={`${id}-hint`} />}
    {error !== undefined && <ErrorMessage {...part(error)} id={`${id}-error`} />}
  </>
)

const describedBy = ({ id, hint, error, describedBy: others }: Described): string | undefined =>
  ids(others, hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`)

/** Label, hint and error of a single field, in GOV.UK's order; `control` gets the ids that describe it. */
export const FieldFrame = (
  props: FieldProps & { control: (given: { id: string; describedBy: string | undefined }) => JSX.Element },
) => {
  const id = props.id ?? props.name
  const described = { id, hint: props.hint, error: props.error, describedBy: props.describedBy }
  return (
    <FormGroup error={props.error} group={props.group}>
      <Label {...part(props.label)} for={id} />
      <HintAndError {...described} />
      {props.control({ id, describedBy: describedBy(described) })}
    </FormGroup>
  )
}

/** What a question answered by several controls takes. */
export type QuestionProps = Props<{
  fieldset?: FieldsetContent
  hint?: HintContent
  error?: ErrorContent
  group?: GroupContent
  classes?: string
  attributes?: Attributes
}>

type QuestionFrameProps = QuestionProps &
  Props<{
    id: string
    role?: 'group'
    describedBy?: string
    controls: (describedBy: string | undefined) => JSX.Element
  }>

/** Fieldset, hint and error of a question with several controls (radios, checkboxes, a date). */
export const QuestionFrame = (props: QuestionFrameProps) => {
  const others = props.fieldset?.describedBy ?? props.describedBy
  const described = { id: props.id, hint: props.hint, error: props.error, describedBy: others }
  const inner = (
    <>
      <HintAndError {...described} />
      {props.controls(describedBy(described))}
    </>
  )
  return (
    <FormGroup error={props.error} group={props.group}>
      {props.fieldset ? (
        <Fieldset {...props.fieldset} role={props.role} describedBy={describedBy(described)}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}
