/** The accounts of one organisation, as its administrator sees and changes them. */
import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { Capacity, GrantingOrganisation, RoleChoice } from './access.ts'

export type Account = {
  readonly id: string
  readonly person_id: string
  readonly name: string
  readonly email: string
  readonly created_at: Date
  readonly closed_at: Date | null
  /** From the access record. Null: not yet. */
  readonly last_signed_in: Date | null
}

export type Grant = {
  readonly id: string
  readonly account_id: string
  readonly role: string
  readonly partnership_id: string | null
  readonly starts: string
  readonly ends: string | null
  readonly granted_by: string | null
}

const accounts = (db: ReadDb, organisationId: string) =>
  db.q
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select((eb) => [
      'account.id',
      'account.person_id',
      'person.name',
      'account.email',
      'account.created_at',
      'account.closed_at',
      eb
        .selectFrom('record_entry')
        .select((r) => r.fn.max('record_entry.at').as('at'))
        .whereRef('record_entry.account_id', '=', 'account.id')
        .where('record_entry.chain', '=', organisationId)
        .where('record_entry.act', '=', 'account.signed-in')
        .as('last_signed_in'),
    ])
    .where('account.organisation_id', '=', organisationId)

export const accountsOf = (db: ReadDb, organisationId: string): Promise<Account[]> =>
  accounts(db, organisationId).orderBy('person.name').orderBy('account.email').execute()

export const accountById = async (db: ReadDb, organisationId: string, id: string): Promise<Account | null> =>
  (await accounts(db, organisationId).where('account.id', '=', id).executeTakeFirst()) ?? null

/** All grants of the organisation's accounts, ended ones too, latest first. */
export const grantsOf = (db: ReadDb | WriteDb, organisationId: string, accountId?: string): Promise<Grant[]> =>
  db.q
    .selectFrom('role_grant')
    .select(['id', 'account_id', 'role', 'partnership_id', 'starts', 'ends', 'granted_by'])
    .where('organisation_id', '=', organisationId)
    .$if(accountId !== undefined, (query) => query.where('account_id', '=', accountId ?? ''))
    .orderBy('starts', 'desc')
    .orderBy('role')
    .execute()

/** What the organisation is, and does in which partnership on this day: decides which roles it can grant. */
export const grantingOrganisation = async (
  db: ReadDb,
  organisationId: string,
  today: string,
): Promise<GrantingOrganisation> => {
  const { kind } = await db.q
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const capacities = await db.q
    .selectFrom('membership')
    .innerJoin('partnership', 'partnership.id', 'membership.partnership_id')
    .select(['partnership.id as partnershipId', 'partnership.name as partnership', 'membership.capacity'])
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.starts', '<=', today)
    .where((eb) => eb.or([eb('membership.ends', 'is', null), eb('membership.ends', '>', today)]))
    .orderBy('partnership.name')
    .execute()
  // both columns are checked to be one of the five by the database
  return {
    kind: kind as Capacity,
    capacities: capacities.map((each) => ({ ...each, capacity: each.capacity as Capacity })),
  }
}

type NewGrant = {
  readonly accountId: string
  readonly organisationId: string
  readonly choice: RoleChoice
  readonly starts: string
  readonly ends: string | null
  readonly grantedBy: string
}

/** @throws the database's 23P01 where the account has this role already in some of these days. */
export const addGrant = async (db: WriteDb, grant: NewGrant): Promise<void> => {
  await db.q
    .insertInto('role_grant')
    .values({
      account_id: grant.accountId,
      organisation_id: grant.organisationId,
      partnership_id: grant.choice.partnershipId,
      role: grant.choice.role,
      starts: grant.starts,
      ends: grant.ends,
      granted_by: grant.grantedBy,
    })
    .execute()
}

/** `ends` is the first day without the role. False where it is not there to end. */
export const endGrant = async (
  db: WriteDb,
  organisationId: string,
  grantId: string,
  ends: string,
): Promise<boolean> => {
  const result = await db.q
    .updateTable('role_grant')
    .set({ ends })
    .where('id', '=', grantId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Makes others who change this account wait until this transaction ends. */
export const holdAccount = async (db: WriteDb, id: string): Promise<void> => {
  await db.q.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute()
}

/** Closes an account for good: its sessions open nothing from this moment. */
export const closeAccount = async (db: WriteDb, organisationId: string, id: string): Promise<boolean> => {
  const result = await db.q
    .updateTable('account')
    .set({ closed_at: sql`statement_timestamp()` })
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type Security = {
  readonly kind: string
  readonly name: string
  readonly second_factor_required: boolean
  readonly idle_minutes: number
}

export const securityOf = (db: ReadDb, organisationId: string): Promise<Security> =>
  db.q
    .selectFrom('organisation')
    .select(['kind', 'name', 'second_factor_required', 'idle_minutes'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()

export const changeSecurity = async (
  db: WriteDb,
  organisationId: string,
  to: { secondFactorRequired: boolean; idleMinutes: number },
): Promise<void> => {
  await db.q
    .updateTable('organisation')
    .set({ second_factor_required: to.secondFactorRequired, idle_minutes: to.idleMinutes })
    .where('id', '=', organisationId)
    .execute()
}
