import { addDays, daysBetween, isLocalDate, type LocalDate } from '#platform/dates.ts'
import type { Account, Grant } from '../admin-store.ts'
import { roleWords } from '../role-words.ts'
import { dayWords, inForce, whenWords } from '../words.ts'

export type AccountState = 'open' | 'no role' | 'closed'

/** How an account stands today. Without a role in force nobody can sign in to it. */
export const accountState = (account: Account, grants: readonly Grant[], today: LocalDate): AccountState =>
  account.closed_at !== null ? 'closed' : grants.some((grant) => inForce(grant, today)) ? 'open' : 'no role'

/** Days before the end of a role in which a list says so. */
const soon = 30

/** What an administrator should look at next, in a few words; empty where nothing is due. */
export const whatNext = (account: Account, grants: readonly Grant[], today: LocalDate): string => {
  if (account.closed_at !== null) return ''
  const coming = grants.filter(({ starts, ends }) => starts > today && (ends === null || ends > starts))
  const now = grants.filter((grant) => inForce(grant, today))
  if (now.length === 0) {
    const [first] = coming.toSorted((a, b) => a.starts.localeCompare(b.starts))
    return first ? `${roleWords(first.role)} begins on ${dayWords(first.starts)}` : 'Give a role, or close the account'
  }
  const ending = now.flatMap(({ role, ends }) =>
    ends !== null && isLocalDate(ends) && daysBetween(today, ends) <= soon ? [{ role, ends }] : [],
  )
  const [first] = ending.toSorted((a, b) => a.ends.localeCompare(b.ends))
  if (first) return `${roleWords(first.role)} ends on ${dayWords(addDays(first.ends, -1))}`
  return account.last_signed_in === null ? 'Has not signed in yet' : ''
}

/** When somebody was last here, as the access record has it. */
export const lastSeenWords = ({ last_signed_in: at }: Account, today: LocalDate): string =>
  at === null ? 'never' : whenWords(at, today)
