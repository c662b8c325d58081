import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'
import { heading } from './heading.ts'

/** `text` prints one line as GOV.UK does; `children` print anything. */
export type NotificationBannerProps = Props<{
  type?: 'success'
  title?: ComponentChildren
  titleId?: string
  titleLevel?: number
  role?: 'alert' | 'region'
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
  text?: string
  children?: ComponentChildren
}>

/** Tells of something that is not about the page itself: what was just done, or what is coming. */
export const NotificationBanner = (props: NotificationBannerProps) => {
  const success = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const Heading = heading(props.titleLevel || 2)
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role, alert or region, takes a name; the rule cannot see it
    <div
      class={join('govuk-notification-banner', success && 'govuk-notification-banner--success', props.classes)}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? (props.text && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  )
}
