import { randomBytes } from 'node:crypto'
import { makeSealer, type Sealer } from '#platform/access/sealing.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { boroughSealer, type Secrets } from './borough-keys.ts'

/** A family, as far as its key goes. */
export type KeyedFamily = { readonly id: string; readonly authorityId: string }

const context = ({ id, authorityId }: KeyedFamily): string => `vault_key|${authorityId}|${id}`

const sealerOf = (sealed: Buffer, secrets: Secrets, family: KeyedFamily): Sealer =>
  makeSealer(boroughSealer(secrets, family.authorityId).open(sealed, context(family)).toString('base64url'))

const readSealed = async (db: ReadDb, { id }: KeyedFamily): Promise<Buffer | null> => {
  const row = await db.q.selectFrom('vault_key').select('sealed').where('family_id', '=', id).executeTakeFirst()
  return row?.sealed ?? null
}

/**
 * What opens the protected details and files of a family; null where it has no key yet.
 * @throws where the key was moved, changed, or sealed under a secret that is not configured any more.
 */
export const readFamilySealer = async (db: ReadDb, secrets: Secrets, family: KeyedFamily): Promise<Sealer | null> => {
  const sealed = await readSealed(db, family)
  return sealed === null ? null : sealerOf(sealed, secrets, family)
}

/** The same for writing: a family gets its key with the first thing that is sealed for it. Two at once get the same one. */
export const takeFamilySealer = async (db: WriteDb, secrets: Secrets, family: KeyedFamily): Promise<Sealer> => {
  const made = boroughSealer(secrets, family.authorityId).seal(randomBytes(32), context(family))
  await db.q
    .insertInto('vault_key')
    .values({ family_id: family.id, authority_id: family.authorityId, sealed: made })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const sealed = await readSealed(db, family)
  if (sealed === null) throw new Error('a family’s key was neither made nor found')
  return sealerOf(sealed, secrets, family)
}
