import type { ComponentChildren } from 'preact'

/** `title` says what is not there yet; the children say what to do first; `action` is the link that does it. */
export type EmptyStateProps = {
  title: string
  children?: ComponentChildren
  action?: { text: string; href: string } | undefined
}

/** In the place of a list that has nothing in it: teaches how the first one gets there. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div class="tl-empty">
    <p class="govuk-body tl-empty__title">{title}</p>
    {children && <div class="govuk-body">{children}</div>}
    {action && (
      <p class="govuk-body">
        <a class="govuk-link" href={action.href}>
          {action.text}
        </a>
      </p>
    )}
  </div>
)
