import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

export type InsetTextProps = Props<{
  id?: string
  classes?: string
  attributes?: Attributes
  children: ComponentChildren
}>

/** Sets a piece of text apart from what surrounds it. */
export const InsetText = (props: InsetTextProps) => (
  <div id={props.id} class={join('govuk-inset-text', props.classes)} {...props.attributes}>
    {props.children}
  </div>
)
