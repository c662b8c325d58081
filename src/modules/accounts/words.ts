import type { LocalDate } from '#platform/dates.ts'
import { addDays, formatDate, isLocalDate, londonDate, relativeDate } from '#platform/dates.ts'

/** A day of the database in words. The database gives nothing else than a day; what it could not be is shown as it is. */
export const dayWords = (day: string): string => (isLocalDate(day) ? formatDate(day) : day)

/** `3 March 2026, three weeks ago`. */
export const whenWords = (at: Date, today: LocalDate): string => {
  const day = londonDate(at)
  return `${formatDate(day)}, ${relativeDate(day, today)}`
}

const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

/** `3 March 2026 at 18:42`, in London. */
export const momentWords = (at: Date): string => `${formatDate(londonDate(at))} at ${time.format(at)}`

type Dated = { readonly starts: string; readonly ends: string | null }

/** Is a grant in force on this day? The day it ends is the first without it. */
export const inForce = ({ starts, ends }: Dated, today: string): boolean =>
  starts <= today && (ends === null || ends > today)

/** `from 3 March 2026`, `until 1 May 2026`, `ended 1 May 2026`: a grant's dates as people say them, with the last day that counts. */
export const datesWords = ({ starts, ends }: Dated, today: string): string => {
  if (ends !== null && ends <= starts) return 'ended before it began'
  const last = ends !== null && isLocalDate(ends) ? formatDate(addDays(ends, -1)) : ends
  if (ends !== null && ends <= today) return `ended on ${last}`
  if (starts > today) return `begins on ${dayWords(starts)}${last === null ? '' : `, until ${last}`}`
  return `since ${dayWords(starts)}${last === null ? '' : `, until ${last}`}`
}

export const accountActs: Readonly<Record<string, string>> = {
  'account.signed-in': 'Signed in',
  'account.signed-out': 'Signed out',
  'account.sign-in-failed': 'Somebody tried to sign in as them and had the wrong passphrase',
  'account.code-set-up': 'Set up an authenticator app',
  'account.passphrase-changed': 'Changed their passphrase',
  'account.recovery-codes-renewed': 'Got new recovery codes',
  'account.session-ended': 'Ended a session of their own',
  'account.sessions-ended': 'Signed out everywhere',
  'account.role-granted': 'Gave a role',
  'account.role-ended': 'Ended a role',
  'account.link-sent': 'Sent a link for a new passphrase',
  'account.closed': 'Closed an account',
  'account.opened': 'Looked at an account',
  'account.listed': 'Looked at the list of accounts',
  'invitation.sent': 'Invited somebody',
  'invitation.withdrawn': 'Withdrew an invitation',
  'invitation.accepted': 'Accepted an invitation',
  'invitation.listed': 'Looked at the invitations',
  'organisation.security-changed': 'Changed how people sign in',
  'record.read': 'Looked at the access record',
}

/** What somebody did, in words. An act that no room put into words reads as it is named: `training.block-changed` is `Training: block changed`. */
export const actWords = (act: string, acts: Readonly<Record<string, string>> = accountActs): string => {
  const known = acts[act]
  if (known !== undefined) return known
  const [room = '', ...rest] = act.split('.')
  const text = rest.join(' ').replaceAll('-', ' ')
  return `${room.charAt(0).toUpperCase()}${room.slice(1).replaceAll('-', ' ')}${text === '' ? '' : `: ${text}`}`
}
