import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

export type BackLinkProps = Props<{
  href?: string
  classes?: string
  attributes?: Attributes
  children?: ComponentChildren
}>

/** Goes to the page before in a form of several pages. Used instead of breadcrumbs, never with them. */
export const BackLink = (props: BackLinkProps) => (
  <a href={props.href || '#'} class={join('govuk-back-link', props.classes)} {...props.attributes}>
    {props.children || 'Back'}
  </a>
)
