import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

/** `prefix` is read out before the message and not seen; it is "Error", and '' leaves it out. */
export type ErrorMessageProps = Props<{
  id?: string
  classes?: string
  attributes?: Attributes
  prefix?: string
  children: ComponentChildren
}>

/** What a field takes as its error. `undefined` means that nothing is wrong. */
export type ErrorContent = string | Omit<ErrorMessageProps, 'id'>

/** Says beside a field what is wrong with the answer and how to mend it. */
export const ErrorMessage = ({ id, classes, attributes, prefix = 'Error', children }: ErrorMessageProps) => (
  <p id={id} class={join('govuk-error-message', classes)} {...attributes}>
    {prefix !== '' && (
      <>
        <span class="govuk-visually-hidden">{prefix}:</span>{' '}
      </>
    )}
    {children}
  </p>
)
