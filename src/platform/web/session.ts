import { sql } from 'kysely'
import type { Actor, Grant, Permission } from '../access/actor.ts'
import { grantFor } from '../access/actor.ts'
import type { Database } from '../db/connection.ts'
import type { System } from './api-key.ts'
import type { SessionState } from './route.ts'

/** What the database knows of a session token: `access.whoami`. */
export type WhoAmI = {
  readonly sessionId: string
  readonly accountId: string
  readonly personId: string
  readonly name: string
  readonly complete: boolean
  readonly stale: boolean
  readonly codeSet: boolean
  readonly codeRequired: boolean
  readonly recoveryCodesLeft: number
  readonly grants: readonly Grant[]
}

export type Visitor = {
  readonly who: WhoAmI | null
  readonly token: string | null
  readonly chosen: string | undefined
  /** Another system, with a key that works: then nobody is signed in. */
  readonly system?: System
}

/** Who holds this cookie. A token that opens nothing is the same as none. Keeps a live session alive, once a minute. */
export const visitorOf = async (
  db: Database,
  token: string | undefined,
  chosen: string | undefined,
): Promise<Visitor> => {
  if (token === undefined || !/^[\w-]{20,100}$/.test(token)) return { who: null, token: null, chosen }
  const [row] = await db.ask<{ who: WhoAmI | null }>('select access.whoami($1) as who', [token])
  const who = row?.who ?? null
  if (who?.stale) await db.write({ role: 'r_sign_in' }, ({ q }) => sql`select access.touch(${token})`.execute(q))
  return { who, token: who ? token : null, chosen }
}

export const sessionState = ({ who, token }: Visitor): SessionState => ({
  token,
  pending: who !== null && !who.complete,
  codeSet: who?.codeSet ?? false,
})

/** The visitor in the grant that opens this page; nobody, where they are not signed in; null where none of their grants does. */
export const actorFor = (asked: Permission, visitor: Visitor): Actor | null => {
  const { who, token, chosen } = visitor
  if (who === null || token === null || !who.complete) return { kind: 'nobody' }
  const grant = grantFor(asked, who.grants, chosen)
  if (grant === null) return asked.public ? { kind: 'nobody' } : null
  const { accountId, personId, name, sessionId, recoveryCodesLeft, grants } = who
  return { kind: 'person', accountId, personId, name, sessionId, token, recoveryCodesLeft, grants, grant }
}
