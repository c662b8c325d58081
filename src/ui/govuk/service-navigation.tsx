import type { ComponentChildren } from 'preact'
import { type Attributes, type Entry, join, type Props } from './attributes.ts'

/** One area. `current` is the page itself, `active` the area that the page is in. */
export type NavigationItem = Props<{
  text?: ComponentChildren
  href?: string
  current?: boolean
  active?: boolean
  attributes?: Attributes
}>

export type ServiceNavigationProps = Props<{
  items?: readonly Entry<NavigationItem>[]
  name?: string
  url?: string
  id?: string
  /** Hides the areas behind a Menu button on small screens; only with JavaScript, and only from two areas on. */
  collapse?: boolean
  label?: string
  navigationLabel?: string
  navigationClasses?: string
  menuText?: string
  menuLabel?: string
  classes?: string
  attributes?: Attributes
  start?: ComponentChildren
  end?: ComponentChildren
  /** Puts `end` on the same line as the areas. */
  endInline?: boolean
  listStart?: ComponentChildren
  listEnd?: ComponentChildren
}>

const Name = ({ name, url }: { name: string; url: string | undefined }) => (
  <span class="govuk-service-navigation__service-name">
    {url ? (
      <a href={url} class="govuk-service-navigation__link">
        {name}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
)

const Item = ({ item }: { item: NavigationItem }) => {
  const on = item.active || item.current
  const current = item.current ? 'page' : on ? 'true' : undefined
  // `strong` still marks the area for people who replace our colours by their own.
  const text = on ? <strong class="govuk-service-navigation__active-fallback">{item.text}</strong> : item.text
  return (
    <li class={join('govuk-service-navigation__item', on && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <a class="govuk-service-navigation__link" href={item.href} aria-current={current} {...item.attributes}>
          {text}
        </a>
      ) : (
        item.text && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {text}
          </span>
        )
      )}
    </li>
  )
}

const Navigation = ({ props, items }: { props: ServiceNavigationProps; items: readonly NavigationItem[] }) => {
  const id = props.id || 'navigation'
  const menu = props.menuText || 'Menu'
  return (
    <nav
      aria-label={props.navigationLabel || menu}
      class={join('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapse ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden too; the script takes both away (govuk-frontend)
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuLabel && props.menuLabel !== menu ? props.menuLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {props.listStart}
        {items.map((item) => (
          <Item item={item} />
        ))}
        {props.listEnd}
      </ul>
    </nav>
  )
}

/** The bar of areas. A landmark of its own where it carries a name or other content. */
export const ServiceNavigation = (props: ServiceNavigationProps) => {
  const items = (props.items ?? []).filter((item): item is NavigationItem => Boolean(item))
  const same = {
    class: join('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  const inner = (
    <div class={join('govuk-width-container', props.endInline && 'govuk-service-navigation__inlining-container')}>
      {props.start}
      <div class="govuk-service-navigation__container">
        {props.name && <Name name={props.name} url={props.url} />}
        {(items.length > 0 || props.listStart || props.listEnd) && <Navigation props={props} items={items} />}
      </div>
      {props.end}
    </div>
  )
  if (!props.name && !props.start && !props.end) return <div {...same}>{inner}</div>
  return (
    <section aria-label={props.label ?? 'Service information'} {...same}>
      {inner}
    </section>
  )
}
