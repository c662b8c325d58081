import { sql } from 'kysely'
import type { ReadDb } from '#platform/db/connection.ts'
import { matchPrints, type Print, type ProtectedKind } from '../locations/index.ts'
import { printKey } from './borough-keys.ts'
import { type KeyedFamily, readFamilySealer } from './family-key.ts'

type GuardPrint = Print & { readonly kind: ProtectedKind; readonly individualId: string; readonly entryId: string }

/** Where a protected detail stands in a text, and of what kind it is: never whose, and never the words. */
export type GuardHit = { readonly start: number; readonly end: number; readonly kind: ProtectedKind }

/** Looks through texts for what is protected. Made for one document, in the transaction of whoever checks it. */
export type Guard = {
  hits(text: string): GuardHit[]
  /** Whether a place in a text is one that the person whom the document is for is known to have: their own address. */
  readonly own: (text: string) => { readonly start: number; readonly end: number }[]
  /** Of whom something is held. */
  readonly heldOf: readonly string[]
  /** When the last detail that counts was added; null where none is held. */
  readonly lastAdded: Date | null
  /** Why the check cannot be made; null where it can. */
  readonly broken: string | null
}

/**
 * Everything that is protected of everybody in this family, in records of the borough that the reader may see of the same person too,
 * those who have left and details that have ended among it. `forWhom`: whose own details may stand in the document; nobody's where null.
 */
export const readGuard = async (
  db: ReadDb,
  secret: string,
  family: KeyedFamily,
  forWhom: string | null,
): Promise<Guard> => {
  const { rows } = await sql<{
    id: string
    family_id: string
    individual_id: string
    kind: ProtectedKind
    added_at: Date
    words: number | null
    sha: Buffer | null
  }>`
    select e.id, e.family_id, e.individual_id, e.kind, e.added_at, p.words, p.sha
    from vault_entry e left join vault_print p on p.entry_id = e.id
    where e.family_id = ${family.id} or e.family_id in (
      select fi.family_id from family_individual fi where fi.individual_id = ${forWhom}::uuid)`.execute(db.q)
  const key = printKey(secret, family.authorityId)
  const all = rows.flatMap(({ id, individual_id, kind, words, sha }): GuardPrint[] =>
    sha === null || words === null ? [] : [{ entryId: id, individualId: individual_id, kind, words, sha }],
  )
  const theirs = all.filter(({ individualId }) => individualId === forWhom)
  const known = new Set(theirs.map(({ sha }) => sha.toString('hex')))
  const guarded = all.filter(({ individualId, sha }) => individualId !== forWhom && !known.has(sha.toString('hex')))
  const families = [...new Set(rows.map(({ family_id }) => family_id))]
  const times = rows.map(({ added_at }) => added_at.getTime())
  return {
    hits: (text) => matchPrints(text, guarded, key).map(({ start, end, print }) => ({ start, end, kind: print.kind })),
    own: (text) => matchPrints(text, theirs, key).map(({ start, end }) => ({ start, end })),
    heldOf: [...new Set(rows.map(({ individual_id }) => individual_id))].toSorted(),
    lastAdded: times.length === 0 ? null : new Date(Math.max(...times)),
    broken: rows.some(({ sha }) => sha === null) || !(await allOpen(db, secret, family, families)) ? cannot : null,
  }
}

const cannot =
  'The protected details of this record cannot be looked through on this installation. Tell whoever looks after Throughline.'

/** Prints are made under the installation's secret. Where the families' keys do not open, that is another one, and nothing would be found. */
const allOpen = async (db: ReadDb, secret: string, { authorityId }: KeyedFamily, families: readonly string[]) => {
  try {
    for (const id of families) if ((await readFamilySealer(db, secret, { id, authorityId })) === null) return false
    return true
  } catch {
    return false
  }
}
