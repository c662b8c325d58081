import type { ComponentChildren } from 'preact'
import { type Attributes, type Entry, empty, i18n, join, type Props } from './attributes.ts'
import { heading } from './heading.ts'

/** One section. */
export type AccordionItem = Props<{
  heading: ComponentChildren
  summary?: ComponentChildren
  expanded?: boolean
  children?: ComponentChildren
}>

/** Texts of the show and hide buttons, where the English ones do not fit. */
export type AccordionTexts = Props<{
  hideAll?: string
  hide?: string
  hideLabel?: string
  showAll?: string
  show?: string
  showLabel?: string
}>

export type AccordionProps = Props<{
  id: string
  items: readonly Entry<AccordionItem>[]
  level?: number
  rememberExpanded?: boolean
  texts?: AccordionTexts
  classes?: string
  attributes?: Attributes
}>

const messages = (texts: AccordionTexts | undefined) =>
  i18n({
    'hide-all-sections': texts?.hideAll,
    'hide-section': texts?.hide,
    'hide-section-aria-label': texts?.hideLabel,
    'show-all-sections': texts?.showAll,
    'show-section': texts?.show,
    'show-section-aria-label': texts?.showLabel,
  })

const Section = ({ item, id, index, level }: { item: AccordionItem; id: string; index: number; level: number }) => {
  const Heading = heading(level)
  return (
    <div class={join('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded')}>
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${index}`}>
            {item.heading}
          </span>
        </Heading>
        {!empty(item.summary) && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${index}`}>
            {item.summary}
          </div>
        )}
      </div>
      <div id={`${id}-content-${index}`} class="govuk-accordion__section-content">
        {item.children}
      </div>
    </div>
  )
}

/** Sections that open and close; all open without JavaScript. */
export const Accordion = (props: AccordionProps) => (
  <div
    class={join('govuk-accordion', props.classes)}
    data-module="govuk-accordion"
    id={props.id}
    data-remember-expanded={props.rememberExpanded === undefined ? undefined : String(props.rememberExpanded)}
    {...messages(props.texts)}
    {...props.attributes}
  >
    {props.items.map(
      (item, index) => item && <Section item={item} id={props.id} index={index + 1} level={props.level ?? 2} />,
    )}
  </div>
)
