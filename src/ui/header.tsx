import type { LayoutProps } from '#platform/web/look.ts'
import { layoutPaths } from './layout-paths.ts'

type Person = NonNullable<LayoutProps['person']>

const otherRoles = (count: number): string =>
  count === 1 ? 'Use your other role' : `Use one of your ${count} other roles`

const Who = ({ person }: { person: Person }) => (
  <p class="tl-who">
    <a class="tl-who__name" href={layoutPaths.account}>
      {person.name}
    </a>{' '}
    <span class="tl-who__role">
      {person.role}, {person.organisation}
    </span>
    {person.otherRoles > 0 && (
      <>
        {' '}
        <a class="tl-who__other" href={layoutPaths.account}>
          {otherRoles(person.otherRoles)}
        </a>
      </>
    )}
  </p>
)

/** Staff pages have *Sign out and hide* where public pages have *Exit this page*. */
const Leaving = ({ csrf, hide }: { csrf: string; hide: boolean }) => (
  <form class="tl-leaving" method="post" action={layoutPaths.signOut} autocomplete="off">
    <input type="hidden" name="_csrf" value={csrf} />
    {hide && (
      <button class="tl-leaving__hide" type="submit" formAction={layoutPaths.signOutAndHide}>
        Sign out and hide
      </button>
    )}
    <button class="tl-leaving__out" type="submit">
      Sign out
    </button>
  </form>
)

type HeaderProps = { person: Person | undefined; csrf: string; exit: boolean }

/** The name, and for those signed in who they are, in which role, and how to leave. */
export const Header = ({ person, csrf, exit }: HeaderProps) => (
  <header class="tl-header">
    {exit && (
      <a href={layoutPaths.leave} class="govuk-skip-link govuk-js-exit-this-page-skiplink" rel="nofollow noreferrer">
        Exit this page quickly
      </a>
    )}
    <div class="govuk-width-container tl-header__container">
      <a class="tl-header__name" href={layoutPaths.home}>
        Throughline
      </a>
      {person && (
        <div class="tl-header__person">
          <Who person={person} />
          <Leaving csrf={csrf} hide={!exit} />
        </div>
      )}
    </div>
  </header>
)
