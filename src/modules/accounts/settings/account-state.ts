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

/** The role that ends first within those days. */
const endingSoon = (grants: readonly Grant[], today: LocalDate): string | null => {
  const ending = grants
    .filter((grant) => inForce(grant, today))
    .flatMap(({ role, ends }) =>
      ends !== null && isLocalDate(ends) && daysBetween(today, ends) <= soon ? [{ role, ends }] : [],
    )
  const [first] = ending.toSorted((a, b) => a.ends.localeCompare(b.ends))
  return first ? `${roleWords(first.role)} ends on ${dayWords(addDays(first.ends, -1))}` : null
}

/** What an administrator has to decide about an account; null where nothing is due. */
export const dueWords = (account: Account, grants: readonly Grant[], today: LocalDate): string | null => {
  const state = accountState(account, grants, today)
  if (state === 'open') return endingSoon(grants, today)
  const comes = grants.some(({ starts, ends }) => starts > today && (ends === null || ends > starts))
  return state === 'no role' && !comes ? 'Give a role, or close the account' : null
}

/** What to know next about an account, in a few words; empty where there is nothing. */
export const whatNext = (account: Account, grants: readonly Grant[], today: LocalDate): string => {
  if (account.closed_at !== null) return ''
  const due = dueWords(account, grants, today)
  if (due !== null) return due
  const [coming] = grants
    .filter(({ starts, ends }) => starts > today && (ends === null || ends > starts))
    .toSorted((a, b) => a.starts.localeCompare(b.starts))
  if (coming && accountState(account, grants, today) === 'no role')
    return `${roleWords(coming.role)} begins on ${dayWords(coming.starts)}`
  return account.last_signed_in === null ? 'Has not signed in yet' : ''
}

/** When somebody was last here, as the access record has it. */
export const lastSeenWords = ({ last_signed_in: at }: Account, today: LocalDate): string =>
  at === null ? 'never' : whenWords(at, today)
