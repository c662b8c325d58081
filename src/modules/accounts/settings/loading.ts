import type { Actor, Person } from '#platform/access/actor.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { isPerson } from '#platform/web/route.ts'
import { mayChangeAccount } from '../access.ts'
import { type Account, accountById } from '../admin-store.ts'

export type LoadedAccount = { readonly administrator: Person; readonly account: Account }

/** An account of the administrator's own organisation; null where there is none. */
export const loadAccount = async (actor: Actor, db: ReadDb, id: string): Promise<LoadedAccount | null> => {
  if (!isPerson(actor)) return null
  const account = await accountById(db, actor.grant.organisationId, id)
  return account && { administrator: actor, account }
}

/** The same where it may be changed: not one's own, and not closed. */
export const loadChangeable = async (actor: Actor, db: ReadDb, id: string): Promise<LoadedAccount | null> => {
  const loaded = await loadAccount(actor, db, id)
  return loaded && loaded.account.closed_at === null && mayChangeAccount(loaded.administrator, loaded.account)
    ? loaded
    : null
}
