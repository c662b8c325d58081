import type { Role } from '#platform/access/role.ts'
import type { ReadDb } from '#platform/db/connection.ts'

/** An invented person of the demonstration, and how to sign in as them. */
export type DemonstrationSignIn = {
  readonly name: string
  readonly email: string
  readonly passphrase: string
  readonly roles: readonly { readonly role: Role; readonly organisation: string }[]
  readonly note?: string
}

/** Is this an installation with invented people only? Everything of the demonstration is not there otherwise. */
export const isDemonstration = async (db: ReadDb): Promise<boolean> =>
  (await db.q.selectFrom('installation').select('demonstration').executeTakeFirst())?.demonstration ?? false
