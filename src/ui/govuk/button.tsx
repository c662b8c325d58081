import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

/**
 * With `href` it is a link that looks like a button. `classes`: `govuk-button--secondary`, `govuk-button--warning`.
 * `preventDoubleClick` is not needed in our forms: the client guards every form against a second press.
 */
export type ButtonProps = Props<{
  href?: string
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  id?: string
  classes?: string
  disabled?: boolean
  start?: boolean
  preventDoubleClick?: boolean
  attributes?: Attributes
  children: ComponentChildren
}>

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

/** One main (green or brand) button a page; the others secondary. */
export const Button = (props: ButtonProps) => {
  const same = {
    class: join('govuk-button', props.classes, props.start && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id: props.id,
    ...props.attributes,
  }
  const content = (
    <>
      {props.start && typeof props.children !== 'string' ? <span>{props.children}</span> : props.children}
      {props.start && <StartIcon />}
    </>
  )
  if (props.href !== undefined) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it goes to a page, so it is a link; GOV.UK's markup
      <a href={props.href} role="button" draggable={false} {...same}>
        {content}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)}
      {...same}
    >
      {content}
    </button>
  )
}
