/** The functions of the database that prove who somebody is. They belong to `r_sign_in`: no role of a person can call them. */
import { type RawBuilder, sql } from 'kysely'
import type { Database, ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { WhoAmI } from '#platform/web/session.ts'

export type Credential = {
  readonly account_id: string
  readonly passphrase_hash: string | null
  readonly code_set: boolean
  readonly code_required: boolean
}
export type CodeSecret = { readonly sealed: Buffer | null; readonly confirmed: boolean }
export type Invited = {
  readonly name: string
  readonly email: string
  readonly organisation: string
  readonly role: string
}

const first = async <T>({ q }: ReadDb | WriteDb, query: RawBuilder<T>): Promise<T | null> =>
  (await query.execute(q)).rows[0] ?? null
const answer = async <T>(db: ReadDb | WriteDb, query: RawBuilder<{ answer: T }>): Promise<T | null> =>
  (await first(db, query))?.answer ?? null

/** A read or write transaction in the one role that may ask. */
export const readAtDoor = <T>(db: Database, work: (tx: ReadDb) => Promise<T>): Promise<T> =>
  db.read({ role: 'r_sign_in' }, work)
export const writeAtDoor = <T>(db: Database, work: (tx: WriteDb) => Promise<T>): Promise<T> =>
  db.write({ role: 'r_sign_in' }, work)

export const credentialOf = (db: ReadDb, email: string): Promise<Credential | null> =>
  first(db, sql<Credential>`select * from access.credential_of(${email})`)

export const whoIs = (db: ReadDb | WriteDb, token: string): Promise<WhoAmI | null> =>
  answer<WhoAmI>(db, sql`select access.whoami(${token}) as answer`)

/** Starts a session. True: complete. False: a code is still to come. Null: there is no such open account. */
export const startSession = (db: WriteDb, accountId: string, token: string, device: string): Promise<boolean | null> =>
  answer<boolean>(db, sql`select access.start_session(${accountId}, ${token}, ${device}) as answer`)

export const endSession = async (db: WriteDb, token: string): Promise<void> => {
  await sql`select access.end_session(${token})`.execute(db.q)
}

export const codeSecret = (db: ReadDb | WriteDb, token: string): Promise<CodeSecret | null> =>
  first(db, sql<CodeSecret>`select sealed, confirmed from access.code_secret(${token})`)

/** False where the account has a confirmed app already: a stolen half-finished sign-in must not replace it. */
export const setCodeSecret = async (db: WriteDb, token: string, sealed: Buffer): Promise<boolean> =>
  (await answer<boolean>(db, sql`select access.set_code_secret(${token}, ${sealed}) as answer`)) ?? false

/** False where the step, or one after it, was used before. From now on only `newToken` opens the session. */
export const finishSession = async (db: WriteDb, token: string, newToken: string, step: number): Promise<boolean> =>
  (await answer<boolean>(db, sql`select access.finish_session(${token}, ${newToken}, ${step}) as answer`)) ?? false

export const finishByRecoveryCode = async (
  db: WriteDb,
  token: string,
  newToken: string,
  codeSha: Buffer,
): Promise<boolean> =>
  (await answer<boolean>(db, sql`select access.use_recovery_code(${token}, ${newToken}, ${codeSha}) as answer`)) ??
  false

/** Replaces all recovery codes of the account. */
export const setRecoveryCodes = async (db: WriteDb, token: string, hashes: readonly Buffer[]): Promise<boolean> =>
  (await answer<boolean>(db, sql`select access.set_recovery_codes(${token}, ${hashes}::bytea[]) as answer`)) ?? false

export const ownPassphraseHash = (db: ReadDb, token: string): Promise<string | null> =>
  answer<string>(db, sql`select access.own_passphrase_hash(${token}) as answer`)

/** Ends every other session of the account too. */
export const setPassphrase = async (db: WriteDb, token: string, hash: string): Promise<boolean> =>
  (await answer<boolean>(db, sql`select access.set_passphrase(${token}, ${hash}) as answer`)) ?? false

/** Whom a link invites; null where it is spent, withdrawn, out of date or never was. */
export const invitationOf = (db: ReadDb, token: string): Promise<Invited | null> =>
  first(db, sql<Invited>`select * from access.invitation_of(${token})`)

/** The new account; null where the link is spent or the address has an account already. */
export const acceptInvitation = (db: WriteDb, token: string, hash: string): Promise<string | null> =>
  answer<string>(db, sql`select access.accept_invitation(${token}, ${hash}) as answer`)

export type SignInAct =
  | 'account.signed-in'
  | 'account.sign-in-failed'
  | 'account.signed-out'
  | 'account.passphrase-changed'
  | 'account.code-set-up'
  | 'account.recovery-codes-renewed'

/** Coming and going in the access record, where no role is taken yet. */
export const recordSignIn = async (
  db: WriteDb,
  accountId: string,
  act: SignInAct,
  requestId: string,
): Promise<void> => {
  await sql`select access.record_sign_in(${accountId}, ${act}, ${requestId})`.execute(db.q)
}
