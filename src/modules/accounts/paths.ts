import { path } from '#platform/web/path.ts'

/** Every URL of accounts: the door, one's own account, and the settings of an organisation's administrator. */
export const paths = {
  signIn: path('/sign-in'),
  code: path('/sign-in/code'),
  recoveryCode: path('/sign-in/recovery-code'),
  setUpCode: path('/sign-in/set-up-code'),
  signOut: path('/sign-out'),
  signOutAndHide: path('/sign-out/hide'),
  leave: path('/leave'),
  invitation: path('/invitation/:token'),
  account: path('/account'),
  passphrase: path('/account/passphrase'),
  recoveryCodes: path('/account/recovery-codes'),
  sessions: path('/account/sessions'),
  endAllSessions: path('/account/sessions/end-all'),
  role: path('/account/role'),
  people: path('/settings/people-with-accounts'),
  person: path('/settings/accounts/:id'),
  grantRole: path('/settings/accounts/:id/grant-role'),
  endRole: path('/settings/accounts/:id/roles/:grantId/end'),
  sendLink: path('/settings/accounts/:id/send-link'),
  closeAccount: path('/settings/accounts/:id/close'),
  invitations: path('/settings/invitations'),
  invite: path('/settings/invitations/invite'),
  withdraw: path('/settings/invitations/:id/withdraw'),
  record: path('/settings/record'),
  security: path('/settings/security'),
  demonstrationSignIns: path('/demonstration/sign-ins'),
  demonstrationMail: path('/demonstration/mail'),
} as const

/** The same path with the page that somebody wanted before they were asked to sign in. */
export const withNext = (to: string, next: string): string =>
  next === '/' ? to : `${to}?next=${encodeURIComponent(next)}`

// What the router will read out of it: `/x/../leave` and `/%6ceave` are `/leave`. Null: nothing that a router can read.
const readPath = (next: string): string | null => {
  try {
    return decodeURIComponent(new URL(next, 'http://here').pathname)
  } catch {
    return null
  }
}

/**
 * The page that somebody wanted, from `?next=`. Only a path of ours: an address elsewhere, or one that would end the session again, is Home instead.
 */
export const nextOf = (query: URLSearchParams): string => {
  const next = query.get('next') ?? '/'
  // One slash, then printable ASCII without a backslash: browsers read `//` and `/\` as another server.
  const ours = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(next) && next.length <= 500
  const read = ours ? readPath(next) : null
  return read !== null && !/^\/(\/|(sign-in|sign-out|leave|invitation)(?![\w-]))/.test(read) ? next : '/'
}
