import type { ComponentChildren } from 'preact'
import { type Attributes, type Entry, join, type Props } from './attributes.ts'

/** A link to the page before or after. `label` says what is there, under the word, when there are no numbers. */
export type PaginationLink = Props<{ href: string; text?: ComponentChildren; label?: string; attributes?: Attributes }>

/** A page by its number, or the gap between two. */
export type PaginationItem =
  | { ellipsis: true }
  | Props<{ number: string; href: string; current?: boolean; hidden?: string; attributes?: Attributes }>

export type PaginationProps = Props<{
  previous?: PaginationLink
  next?: PaginationLink
  items?: readonly Entry<PaginationItem>[]
  label?: string
  classes?: string
  attributes?: Attributes
}>

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ type }: { type: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[type]} />
  </svg>
)

const ArrowLink = ({ link, type, block }: { link: PaginationLink; type: 'prev' | 'next'; block: boolean }) => {
  const decorated = block && !link.label && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...link.attributes}>
        {(block || type === 'prev') && <Arrow type={type} />}{' '}
        <span class={join('govuk-pagination__link-title', decorated)}>
          {link.text ?? (
            <>
              {type === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.label && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!block && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  )
}

const Item = ({ item }: { item: PaginationItem }) => {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={join('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.hidden ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )
}

/** Moves through the pages of a list. */
export const Pagination = (props: PaginationProps) => {
  const { previous, next, items } = props
  const block = items === undefined && (previous !== undefined || next !== undefined)
  return (
    <nav
      class={join('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.label || 'Pagination'}
      {...props.attributes}
    >
      {previous?.href && <ArrowLink link={previous} type="prev" block={block} />}
      {items && <ul class="govuk-pagination__list">{items.map((item) => item && <Item item={item} />)}</ul>}
      {next?.href && <ArrowLink link={next} type="next" block={block} />}
    </nav>
  )
}
