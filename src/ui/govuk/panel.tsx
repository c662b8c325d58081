import type { ComponentChildren } from 'preact'
import { type Attributes, empty, join, type Props } from './attributes.ts'
import { Button } from './button.tsx'
import { heading } from './heading.ts'

/** An action of an interruption panel: a link where it has an `href` and is not asked to be a button. */
export type PanelAction = Props<{
  text: string
  href?: string
  type?: 'submit' | 'button' | 'reset'
  classes?: string
  attributes?: Attributes
}>

/** `interruption` makes the page that stands in the way ("this shares a family's record") and takes `actions`. */
export type PanelProps = Props<{
  title: ComponentChildren
  level?: number
  interruption?: boolean
  classes?: string
  attributes?: Attributes
  actions?: Props<{ items?: readonly PanelAction[]; classes?: string; attributes?: Attributes }>
  children?: ComponentChildren
}>

const Action = (action: PanelAction) =>
  action.href === undefined || action.type === 'button' ? (
    <Button
      href={action.href}
      type={action.type ?? 'button'}
      classes={join('govuk-button--inverse', action.classes)}
      attributes={action.attributes}
    >
      {action.text}
    </Button>
  ) : (
    <a class={join('govuk-link govuk-link--inverse', action.classes)} href={action.href} {...action.attributes}>
      {action.text}
    </a>
  )

/** Says on a page of its own that something is done, or that something is about to be done. */
export const Panel = (props: PanelProps) => {
  const Heading = heading(props.level ?? 1)
  const kind = props.interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation'
  return (
    <div class={join('govuk-panel', kind, props.classes)} {...props.attributes}>
      <Heading class="govuk-panel__title">{props.title}</Heading>
      {!empty(props.children) && <div class="govuk-panel__body">{props.children}</div>}
      {props.interruption && props.actions && (
        <div class={join('govuk-panel__actions', props.actions.classes)} {...props.actions.attributes}>
          {props.actions.items && props.actions.items.length > 0 && (
            <div class="govuk-button-group">
              {props.actions.items.map((action) => (
                <>
                  <Action {...action} />{' '}
                </>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
