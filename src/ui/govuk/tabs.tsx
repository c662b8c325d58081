import type { ComponentChildren } from 'preact'
import { type Attributes, type Entry, join, type Props } from './attributes.ts'

/** One panel. Without `id` it is the prefix and the panel's number. */
export type TabItem = Props<{
  label: string
  id?: string
  attributes?: Attributes
  panel: Props<{ children?: ComponentChildren; attributes?: Attributes }>
}>

export type TabsProps = Props<{
  items?: readonly Entry<TabItem>[]
  title?: string
  id?: string
  idPrefix?: string
  classes?: string
  attributes?: Attributes
}>

const panelId = (item: TabItem, prefix: string | undefined, index: number): string =>
  item.id ?? `${prefix ?? ''}-${index + 1}`

/** Several views of one thing on one page. Sections with URLs of their own use SectionTabs instead. */
export const Tabs = (props: TabsProps) => {
  const items = props.items ?? []
  return (
    <div id={props.id} class={join('govuk-tabs', props.classes)} data-module="govuk-tabs" {...props.attributes}>
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(
            (item, index) =>
              item && (
                <li class={join('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
                  <a class="govuk-tabs__tab" href={`#${panelId(item, props.idPrefix, index)}`} {...item.attributes}>
                    {item.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
      {items.map(
        (item, index) =>
          item && (
            <div
              class={join('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
              id={panelId(item, props.idPrefix, index)}
              {...item.panel.attributes}
            >
              {item.panel.children}
            </div>
          ),
      )}
    </div>
  )
}
