/** Invitations of one organisation. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { RoleChoice } from './access.ts'

export type ListedInvitation = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly created_at: Date
  readonly expires_at: Date
  readonly accepted_at: Date | null
  readonly withdrawn_at: Date | null
  /** A new link for somebody who had an account already: it makes none and grants nothing. */
  readonly renews: boolean
}

const invitations = (db: ReadDb, organisationId: string) =>
  db.q
    .selectFrom('invitation')
    .select(['id', 'name', 'email', 'role', 'created_at', 'expires_at', 'accepted_at', 'withdrawn_at'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('account')
            .select('account.id')
            .whereRef('account.person_id', '=', 'invitation.person_id')
            .whereRef('account.email', '=', 'invitation.email')
            .whereRef('account.created_at', '<', 'invitation.created_at'),
        )
        .$castTo<boolean>()
        .as('renews'),
    )
    .where('organisation_id', '=', organisationId)

export const invitationsOf = (db: ReadDb, organisationId: string): Promise<ListedInvitation[]> =>
  invitations(db, organisationId).orderBy('created_at', 'desc').limit(500).execute()

export const invitationById = async (
  db: ReadDb,
  organisationId: string,
  id: string,
): Promise<ListedInvitation | null> =>
  (await invitations(db, organisationId).where('id', '=', id).executeTakeFirst()) ?? null

/** Is somebody with this address waiting to accept already, or has an account here already? One that is closed does not keep its address. */
export const addressTaken = async (
  db: WriteDb,
  organisationId: string,
  email: string,
): Promise<'account' | 'invited' | null> => {
  const account = await db.q
    .selectFrom('account')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (account) return 'account'
  const invited = await db.q
    .selectFrom('invitation')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', sql<Date>`statement_timestamp()`)
    .executeTakeFirst()
  return invited ? 'invited' : null
}

export type Staff = { readonly id: string; readonly name: string; readonly job_role: string }

/** Staff who work here on this day and have no account yet. */
export const staffWithoutAccount = (db: ReadDb, organisationId: string, today: string): Promise<Staff[]> =>
  db.q
    .selectFrom('person')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.job_role'])
    .where('person.organisation_id', '=', organisationId)
    .where('account.id', 'is', null)
    .where((eb) => eb.or([eb('person.ends', 'is', null), eb('person.ends', '>', today)]))
    .orderBy('person.name')
    .execute()

export type NewInvitation = {
  readonly token: string
  readonly organisationId: string
  readonly choice: RoleChoice
  readonly email: string
  readonly name: string
  readonly personId: string | null
  /** Null: from the command line. */
  readonly invitedBy: string | null
}

/** Days that a link works. */
export const invitationDays = 7

/** Only a hash of the token is kept: who reads the table cannot use the link. */
export const addInvitation = async (db: WriteDb, invitation: NewInvitation): Promise<void> => {
  await db.q
    .insertInto('invitation')
    .values({
      token_sha: createHash('sha256').update(invitation.token).digest(),
      organisation_id: invitation.organisationId,
      partnership_id: invitation.choice.partnershipId,
      role: invitation.choice.role,
      email: invitation.email,
      name: invitation.name,
      ...(invitation.personId !== null && { person_id: invitation.personId }),
      ...(invitation.invitedBy !== null && { invited_by: invitation.invitedBy }),
      expires_at: sql`statement_timestamp() + make_interval(days => ${invitationDays})`,
    })
    .execute()
}

/** False where it was accepted or withdrawn before. */
export const withdrawInvitation = async (db: WriteDb, organisationId: string, id: string): Promise<boolean> => {
  const result = await db.q
    .updateTable('invitation')
    .set({ withdrawn_at: sql`statement_timestamp()` })
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Links that this person has not used yet stop working: only the newest counts. */
export const withdrawLinksOf = async (db: WriteDb, organisationId: string, personId: string): Promise<void> => {
  await db.q
    .updateTable('invitation')
    .set({ withdrawn_at: sql`statement_timestamp()` })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}
