import type { ComponentChildren } from 'preact'
import { Button, Details } from '../govuk/index.ts'

/**
 * `chosen` says in words what is chosen now ("Hackney, held since August 2025"), and opens the filters.
 * `clearHref` is the list without any.
 */
export type FiltersProps = {
  action: string
  chosen?: string | undefined
  clearHref: string
  children: ComponentChildren
}

/** The filters of a list, closed until wanted, sent as a plain GET so that the list has an address. */
export const Filters = ({ action, chosen, clearHref, children }: FiltersProps) => (
  <Details summary={chosen ? `Filtered: ${chosen}` : 'Filter this list'} open={Boolean(chosen)} classes="tl-filters">
    <form method="get" action={action} autocomplete="off">
      {children}
      <div class="govuk-button-group">
        <Button classes="govuk-button--secondary">Show results</Button>
        {chosen && (
          <a class="govuk-link" href={clearHref}>
            Clear filters
          </a>
        )}
      </div>
    </form>
  </Details>
)
