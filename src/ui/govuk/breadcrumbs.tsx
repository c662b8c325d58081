import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

/** A step on the way here. Without `href` it is the page itself. */
export type Breadcrumb = Props<{ text: ComponentChildren; href?: string; attributes?: Attributes }>

export type BreadcrumbsProps = Props<{
  items: readonly Breadcrumb[]
  collapseOnMobile?: boolean
  label?: string
  classes?: string
  attributes?: Attributes
}>

/** The way from the area's front page to here. */
export const Breadcrumbs = (props: BreadcrumbsProps) => (
  <nav
    class={join('govuk-breadcrumbs', props.classes, props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
    aria-label={props.label ?? 'Breadcrumb'}
    {...props.attributes}
  >
    <ol class="govuk-breadcrumbs__list">
      {props.items.map((item) =>
        item.href ? (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
              {item.text}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {item.text}
          </li>
        ),
      )}
    </ol>
  </nav>
)
