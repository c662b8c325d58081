import type { ComponentChildren } from 'preact'
import { type Attributes, i18n, join, type Props } from './attributes.ts'
import { Button } from './button.tsx'

/** Texts for people who hear the page. */
export type ExitTexts = Props<{ activated?: string; timedOut?: string; twoMore?: string; oneMore?: string }>

/** `href` is where the button goes without JavaScript. */
export type ExitThisPageProps = Props<{
  href: string
  id?: string
  texts?: ExitTexts
  classes?: string
  attributes?: Attributes
  children?: ComponentChildren
}>

const messages = (texts: ExitTexts | undefined) =>
  i18n({
    activated: texts?.activated,
    'timed-out': texts?.timedOut,
    'press-two-more-times': texts?.twoMore,
    'press-one-more-time': texts?.oneMore,
  })

/** Leaves at once. GOV.UK's own script leaves the page in the history: `client/exit.ts` replaces it. */
export const ExitThisPage = (props: ExitThisPageProps) => (
  <div
    id={props.id}
    class={join('govuk-exit-this-page', props.classes)}
    data-module="govuk-exit-this-page"
    {...props.attributes}
    {...messages(props.texts)}
  >
    <Button
      href={props.href}
      classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
      attributes={{ rel: 'nofollow noreferrer' }}
    >
      {props.children ?? (
        <>
          <span class="govuk-visually-hidden">Emergency</span> Exit this page
        </>
      )}
    </Button>
  </div>
)
