/** What the command line makes where it is missing. Runs as `r_command`. */
import { sql } from 'kysely'
import type { WriteDb } from '#platform/db/connection.ts'
import type { InviteOptions } from './options.ts'

export type Made = { readonly id: string; readonly made: boolean }

/** `West London boroughs` is `west-london-boroughs`; a name without a Latin letter is `partnership`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '') || 'partnership'

export const partnershipCalled = async ({ q }: WriteDb, name: string): Promise<Made> => {
  const found = await q.selectFrom('partnership').select('id').where('name', '=', name).executeTakeFirst()
  if (found) return { id: found.id, made: false }
  const { id } = await q
    .insertInto('partnership')
    .values({ name, slug: slugOf(name) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, made: true }
}

/** An organisation of that name in that partnership; one made now is a member from today. */
export const organisationCalled = async (
  { q }: WriteDb,
  partnershipId: string,
  { organisation, kind }: InviteOptions,
): Promise<Made> => {
  const found = await q
    .selectFrom('organisation')
    .innerJoin('membership', 'membership.organisation_id', 'organisation.id')
    .select('organisation.id')
    .where('organisation.name', '=', organisation)
    .where('membership.partnership_id', '=', partnershipId)
    .executeTakeFirst()
  if (found) return { id: found.id, made: false }
  const { id } = await q
    .insertInto('organisation')
    .values({ kind, name: organisation })
    .returning('id')
    .executeTakeFirstOrThrow()
  await q
    .insertInto('membership')
    .values({
      partnership_id: partnershipId,
      organisation_id: id,
      capacity: kind,
      starts: sql<string>`(now() at time zone 'Europe/London')::date`,
    })
    .execute()
  return { id, made: true }
}
