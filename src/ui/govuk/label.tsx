import type { ComponentChildren } from 'preact'
import { type Attributes, empty, join, type Props } from './attributes.ts'

/** `pageHeading` wraps the label in the page's `h1`, for a page that asks one question. */
export type LabelProps = Props<{
  for?: string
  classes?: string
  pageHeading?: boolean
  attributes?: Attributes
  children: ComponentChildren
}>

/** What a field takes as its label: plain text, or text with classes or as the page's heading. */
export type LabelContent = string | Omit<LabelProps, 'for'>

/** The label of one field. Prints nothing when it has no content. */
export const Label = (props: LabelProps) => {
  if (empty(props.children)) return null
  const label = (
    <label class={join('govuk-label', props.classes)} {...props.attributes} for={props.for}>
      {props.children}
    </label>
  )
  return props.pageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
