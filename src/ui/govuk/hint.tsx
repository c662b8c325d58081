import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

export type HintProps = Props<{ id?: string; classes?: string; attributes?: Attributes; children: ComponentChildren }>

/** What a field takes as its hint. */
export type HintContent = string | Omit<HintProps, 'id'>

/** Help that most people need in order to answer; longer help belongs in Details. */
export const Hint = (props: HintProps) => (
  <div id={props.id} class={join('govuk-hint', props.classes)} {...props.attributes}>
    {props.children}
  </div>
)
