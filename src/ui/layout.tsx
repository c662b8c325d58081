import type { ComponentChildren } from 'preact'
import type { LayoutProps } from '#platform/web/look.ts'
import {
  type Breadcrumb,
  Breadcrumbs,
  ExitThisPage,
  Footer,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
} from './govuk/index.ts'
import { Header } from './header.tsx'
import { layoutPaths } from './layout-paths.ts'

export type { LayoutProps }

// Before the button is needed, somebody should know what it does and does not do.
const leavingLink = { text: 'Leaving a page quickly', href: layoutPaths.leavingQuickly }
const footerLinks = [
  { text: 'Accessibility statement', href: layoutPaths.accessibility },
  { text: 'Privacy', href: layoutPaths.privacy },
  { text: 'Cookies', href: layoutPaths.cookies },
]

// Runs before the first paint, so that hidden parts do not flash. Nothing in it needs escaping: it is plain text.
const boot = "document.body.classList.add('js-enabled', 'govuk-frontend-supported')"

const Head = (props: LayoutProps) => (
  <head>
    <meta charset="utf-8" />
    <title>{`${props.errors ? 'Error: ' : ''}${props.title} - Throughline`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#0b4a50" />
    <meta name="robots" content="noindex, nofollow" />
    <meta name="referrer" content="no-referrer" />
    <link rel="icon" href="/assets/favicon.ico" sizes="32x32" />
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" sizes="any" />
    <link rel="stylesheet" href={props.assets.css} />
    {props.exit && props.assets.exitJs && <script type="module" async nonce={props.nonce} src={props.assets.exitJs} />}
    <script
      type="module"
      nonce={props.nonce}
      src={props.assets.js}
      data-wording={props.assets.wording && [props.assets.wording.js, ...props.assets.wording.later].join(' ')}
    />
  </head>
)

const Exit = () => (
  <div class="govuk-width-container tl-exit">
    <ExitThisPage href={layoutPaths.leave} />
  </div>
)

const Main = (props: LayoutProps) => (
  <main class="govuk-main-wrapper" id="main">
    {props.flash && (
      <NotificationBanner type="success" title="Done" attributes={{ 'data-flash': true }}>
        <p class="govuk-notification-banner__heading">
          {props.flash.text}{' '}
          {props.flash.href !== null && (
            <a class="govuk-notification-banner__link" href={props.flash.href}>
              Look at the wording
            </a>
          )}
        </p>
      </NotificationBanner>
    )}
    {props.wide ? (
      props.children
    ) : (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds-from-desktop">{props.children}</div>
      </div>
    )}
  </main>
)

/** Breadcrumbs inside an area: the first thing in a page's main content. */
export const Trail = ({ items }: { items: readonly Breadcrumb[] }) => <Breadcrumbs items={items} collapseOnMobile />

/** A whole page, from `html` down. Print it after `<!doctype html>`. */
export const Layout = (props: LayoutProps & { children: ComponentChildren }) => (
  <html lang="en-GB" class="govuk-template">
    <Head {...props} />
    <body class="govuk-template__body">
      <script nonce={props.nonce}>{boot}</script>
      <SkipLink href="#main">Skip to main content</SkipLink>
      <Header person={props.person} csrf={props.csrf} exit={props.exit} />
      {props.areas.length > 0 && (
        <ServiceNavigation items={props.areas.map((area) => ({ ...area, current: false, active: area.current }))} />
      )}
      {props.exit && <Exit />}
      <div class="govuk-width-container">
        <Main {...props} />
      </div>
      <footer class="tl-footer">
        <Footer
          meta={{ title: 'About this service', items: props.exit ? [leavingLink, ...footerLinks] : footerLinks }}
        />
      </footer>
    </body>
  </html>
)
