import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'
import { Tag, type TagProps } from './tag.tsx'

export type PhaseBannerProps = Props<{
  tag: TagProps
  classes?: string
  attributes?: Attributes
  children: ComponentChildren
}>

/** Says that a service is being tried out. Off unless an organisation turns it on. */
export const PhaseBanner = (props: PhaseBannerProps) => (
  <div class={join('govuk-phase-banner govuk-width-container', props.classes)} {...props.attributes}>
    <p class="govuk-phase-banner__content">
      <Tag classes={join('govuk-phase-banner__content__tag', props.tag.classes)}>{props.tag.children}</Tag>{' '}
      <span class="govuk-phase-banner__text">{props.children}</span>
    </p>
  </div>
)
