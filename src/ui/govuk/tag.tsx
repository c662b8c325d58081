import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

/** `classes` sets the colour: `govuk-tag--green`, `--yellow`, `--red`, `--grey`, `--teal`. The word says the state. */
export type TagProps = Props<{ classes?: string; attributes?: Attributes; children: ComponentChildren }>

/** The state of a thing in a word or two. */
export const Tag = (props: TagProps) => (
  <strong class={join('govuk-tag', props.classes)} {...props.attributes}>
    {props.children}
  </strong>
)
