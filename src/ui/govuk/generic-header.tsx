import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

export type GenericHeaderProps = Props<{
  url?: string
  containerClasses?: string
  classes?: string
  attributes?: Attributes
  children: ComponentChildren
}>

/** The header for services that are not on GOV.UK: no crown, our own name. */
export const GenericHeader = (props: GenericHeaderProps) => (
  <div class={join('govuk-generic-header', props.classes)} {...props.attributes}>
    <div class={join('govuk-generic-header__container', props.containerClasses || 'govuk-width-container')}>
      <div class="govuk-generic-header__logo">
        <a href={props.url || '/'} class="govuk-generic-header__homepage-link">
          {props.children}
        </a>
      </div>
    </div>
  </div>
)
