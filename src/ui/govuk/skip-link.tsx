import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

export type SkipLinkProps = Props<{
  href?: string
  classes?: string
  attributes?: Attributes
  children: ComponentChildren
}>

/** The first thing that the Tab key reaches: past the navigation to the content. */
export const SkipLink = (props: SkipLinkProps) => (
  <a
    href={props.href || '#content'}
    class={join('govuk-skip-link', props.classes)}
    data-module="govuk-skip-link"
    {...props.attributes}
  >
    {props.children}
  </a>
)
