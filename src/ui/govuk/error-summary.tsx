import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

/** One error. `href` is `#` and the id of the field (of its first box or choice). */
export type ErrorSummaryItem = Props<{ text: ComponentChildren; href?: string; attributes?: Attributes }>

export type ErrorSummaryProps = Props<{
  title?: ComponentChildren
  description?: ComponentChildren
  items?: readonly ErrorSummaryItem[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

/** Everything that is wrong with the page, in its order, at its top. Takes the focus when the page opens. */
export const ErrorSummary = (props: ErrorSummaryProps) => (
  <div
    class={join('govuk-error-summary', props.classes)}
    data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
    data-module="govuk-error-summary"
    {...props.attributes}
  >
    {/* The role sits on a child, so that moving the focus and the alert do not race (govuk-frontend). */}
    <div role="alert">
      <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
      <div class="govuk-error-summary__body">
        {props.description !== undefined && <p>{props.description}</p>}
        {props.items && props.items.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {props.items.map((item) => (
              <li>
                {item.href ? (
                  <a href={item.href} {...item.attributes}>
                    {item.text}
                  </a>
                ) : (
                  item.text
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
)
