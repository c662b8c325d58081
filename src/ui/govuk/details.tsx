import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

export type DetailsProps = Props<{
  summary: ComponentChildren
  id?: string
  open?: boolean
  classes?: string
  attributes?: Attributes
  children: ComponentChildren
}>

/** Help, a definition or a table that only some people want to open. Works without JavaScript. */
export const Details = (props: DetailsProps) => (
  <details id={props.id} class={join('govuk-details', props.classes)} open={props.open} {...props.attributes}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
)
