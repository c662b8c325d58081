/** Paths that every page names. The server must answer them. */
export const layoutPaths = {
  home: '/',
  /** GET: ends the session, clears the site's data and sends to the neutral site. */
  leave: '/leave',
  /** POST with `_csrf`: the same for staff. */
  signOutAndHide: '/sign-out/hide',
  /** POST with `_csrf`. */
  signOut: '/sign-out',
  account: '/account',
  /** What *Exit this page* can and cannot do. */
  leavingQuickly: '/leaving-quickly',
  accessibility: '/accessibility',
  privacy: '/privacy',
  cookies: '/cookies',
} as const
