import type { ComponentChildren } from 'preact'

/** `caption` says what the page belongs to: the area, or the thing that the page is a part of. */
export type PageHeadingProps = { caption?: string | undefined; children: ComponentChildren }

/** The one `h1` of a page. */
export const PageHeading = ({ caption, children }: PageHeadingProps) => (
  <h1 class="govuk-heading-l tl-heading">
    {caption && <span class="govuk-caption-l">{caption} </span>}
    {children}
  </h1>
)

/** The sentence under the heading that says what the page is for, or how things stand. */
export const Lead = ({ children }: { children: ComponentChildren }) => <p class="govuk-body-l tl-lead">{children}</p>
