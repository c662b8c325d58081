import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

export type WarningTextProps = Props<{
  fallback?: string
  classes?: string
  attributes?: Attributes
  children: ComponentChildren
}>

/** Something that has consequences. `fallback` is the word read out for the exclamation mark: "Warning". */
export const WarningText = (props: WarningTextProps) => (
  <div class={join('govuk-warning-text', props.classes)} {...props.attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{props.fallback || 'Warning'}</span> {props.children}
    </strong>
  </div>
)
