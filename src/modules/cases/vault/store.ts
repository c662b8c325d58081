import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { type Print, type ProtectedKind, prints } from '../locations/index.ts'
import { printKey } from './borough-keys.ts'
import type { Reveal, VaultEntry } from './entry.ts'
import { type KeyedFamily, readFamilySealer, takeFamilySealer } from './family-key.ts'

const valuePlace = ({ id, authorityId }: KeyedFamily, entryId: string) => `vault_value|${authorityId}|${id}|${entryId}`

const columns = ['id', 'family_id', 'individual_id', 'kind', 'starts', 'ended_on', 'added_by', 'added_at'] as const

const dayOrNull = (day: string | null): LocalDate | null => (day === null ? null : localDate(day))

/** What is held of a family's people, newest first. */
export const readEntries = async (db: ReadDb, familyId: string): Promise<VaultEntry[]> => {
  const rows = await db.q
    .selectFrom('vault_entry')
    .select(columns)
    .where('family_id', '=', familyId)
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    familyId: row.family_id,
    individualId: row.individual_id,
    kind: row.kind as ProtectedKind, // the table checks it
    starts: dayOrNull(row.starts),
    endedOn: dayOrNull(row.ended_on),
    addedBy: row.added_by,
    addedAt: row.added_at,
  }))
}

/** One of them; null where there is none in this family that the person may see. */
export const readEntry = async (db: ReadDb, familyId: string, entryId: string): Promise<VaultEntry | null> =>
  (await readEntries(db, familyId)).find(({ id }) => id === entryId) ?? null

/** Who was shown what of a family, newest first. */
export const readReveals = async (db: ReadDb, familyId: string): Promise<Reveal[]> => {
  const rows = await db.q
    .selectFrom('vault_reveal')
    .select(['entry_id', 'person_id', 'reason', 'at'])
    .where('family_id', '=', familyId)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ entry_id, person_id, reason, at }) => ({ entryId: entry_id, personId: person_id, reason, at }))
}

type NewEntry = {
  readonly individualId: string
  readonly kind: ProtectedKind
  readonly value: string
  readonly starts: LocalDate | null
  readonly by: string
}

/** 'kept'; 'there already' where the same is held of the same person; 'says nothing' where it could not be told from other words in a letter. */
type Added = 'kept' | 'there already' | 'says nothing'

/** Seals a value, and leaves the prints by which it is found again. Sent twice, it is held once. */
export const addEntry = async (db: WriteDb, secret: string, family: KeyedFamily, entry: NewEntry): Promise<Added> => {
  const made = prints(entry.kind, entry.value, printKey(secret, family.authorityId))
  if (made.length === 0) return 'says nothing'
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vault ${family.id}`}, 0))`.execute(db.q)
  if (await isHeld(db, family, entry, made)) return 'there already'
  const sealer = await takeFamilySealer(db, secret, family)
  const id = randomUUID()
  const place = { authority_id: family.authorityId, family_id: family.id }
  await db.q
    .insertInto('vault_entry')
    .values({
      id,
      ...place,
      individual_id: entry.individualId,
      kind: entry.kind,
      starts: entry.starts,
      added_by: entry.by,
    })
    .execute()
  await db.q
    .insertInto('vault_value')
    .values({ entry_id: id, ...place, sealed: sealer.seal(entry.value, valuePlace(family, id)) })
    .execute()
  await db.q
    .insertInto('vault_print')
    .values(made.map(({ words, sha }) => ({ entry_id: id, ...place, words, sha })))
    .execute()
  return 'kept'
}

const isHeld = async (db: ReadDb, family: KeyedFamily, { individualId, kind }: NewEntry, made: readonly Print[]) => {
  const rows = await db.q
    .selectFrom('vault_entry as e')
    .innerJoin('vault_print as p', 'p.entry_id', 'e.id')
    .select(({ fn }) => ['e.id', fn.agg<string[]>('array_agg', [sql`encode(p.sha, 'hex')`]).as('shas')])
    .where('e.family_id', '=', family.id)
    .where('e.individual_id', '=', individualId)
    .where('e.kind', '=', kind)
    .where('e.ended_on', 'is', null)
    .groupBy('e.id')
    .execute()
  const wanted = made
    .map(({ sha }) => sha.toString('hex'))
    .toSorted()
    .join()
  return rows.some(({ shas }) => shas.toSorted().join() === wanted)
}

/** Theirs no more from this day. False: it had ended already. */
export const endEntry = async (db: WriteDb, entryId: string, endedOn: LocalDate, by: string): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('vault_entry')
    .set({ ended_on: endedOn, ended_by: by })
    .where('id', '=', entryId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Opens a detail to the person for five minutes. The database writes why into the access record in the same step, or opens nothing. */
export const reveal = async (db: WriteDb, entryId: string, reason: string, requestId: string): Promise<boolean> => {
  const { rows } = await sql<{
    open: boolean
  }>`select access.reveal(${entryId}, ${reason}, ${requestId}) as open`.execute(db.q)
  return rows[0]?.open === true
}

/** The value, while it is open to the person; null otherwise. */
export const readValue = async (
  db: ReadDb,
  secret: string,
  family: KeyedFamily,
  entryId: string,
): Promise<string | null> => {
  const row = await db.q
    .selectFrom('vault_value')
    .select('sealed')
    .where('family_id', '=', family.id)
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  if (!row) return null
  const sealer = await readFamilySealer(db, secret, family)
  return sealer?.open(row.sealed, valuePlace(family, entryId)).toString('utf8') ?? null
}
