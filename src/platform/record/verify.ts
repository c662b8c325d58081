import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadDb } from '../db/connection.ts'

/** One line of the record, with the fields that its hash covers, as the database holds them. */
export type Entry = {
  readonly chain: string
  readonly seq: number
  /** UTC to the microsecond: '2026-11-21T18:42:03.123456Z'. A Date would lose the last three digits. */
  readonly at: string
  readonly account_id: string | null
  readonly role: string
  readonly act: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly reason: string
  readonly request_id: string
  readonly previous: Buffer
  readonly hash: Buffer
}

export type Break = { readonly chain: string; readonly seq: number; readonly says: string }

/** The text that a link hashes: each field behind its length in bytes. Written here again, so that the check does not trust the database's own. */
const textOf = (e: Entry): string =>
  [
    e.chain,
    String(e.seq),
    e.at,
    e.account_id ?? '',
    e.role,
    e.act,
    e.subject_kind,
    e.subject_id,
    e.reason,
    e.request_id,
  ]
    .map((field) => `${Buffer.byteLength(field, 'utf8')}:${field}`)
    .join(',')

/** What the hash of an entry must be, given the hash before it. */
export const linkOf = (entry: Entry): Buffer =>
  createHash('sha256').update(entry.previous).update(textOf(entry), 'utf8').digest()

/** Follows one chain from its beginning. Gives back where it ends, or the first thing that is wrong. */
export const followChain = (
  state: { seq: number; hash: Buffer },
  entry: Entry,
): { seq: number; hash: Buffer } | Break => {
  const broken = (says: string): Break => ({ chain: entry.chain, seq: entry.seq, says })
  if (entry.seq !== state.seq + 1)
    return broken(`entry ${state.seq + 1} is missing or out of order: ${entry.seq} follows ${state.seq}`)
  if (!entry.previous.equals(state.hash))
    return broken('it does not join the entry before it: one of the two was changed, removed or moved')
  if (!linkOf(entry).equals(entry.hash)) return broken('its content is not what was recorded')
  return { seq: entry.seq, hash: entry.hash }
}

const pageSize = 5_000

/** Checks every chain, entry by entry, then its head. Returns how many entries were read and the first break of each chain. */
export const verifyRecord = async (db: ReadDb): Promise<{ entries: number; chains: number; breaks: Break[] }> => {
  const heads = (
    await sql<{
      chain: string
      seq: number
      hash: Buffer
    }>`select chain, seq, hash from record_head order by chain`.execute(db.q)
  ).rows
  const known = new Map(heads.map((head) => [head.chain, head]))
  const chains = (
    await sql<{
      chain: string
    }>`select distinct chain from record_entry union select chain from record_head order by chain`.execute(db.q)
  ).rows
  const breaks: Break[] = []
  let entries = 0
  for (const { chain } of chains) {
    const end = await follow(db, chain, (n) => (entries += n))
    if ('says' in end) breaks.push(end)
    else {
      const head = known.get(chain)
      if (head === undefined) breaks.push({ chain, seq: end.seq, says: 'the chain has no head' })
      else if (head.seq !== end.seq || !head.hash.equals(end.hash))
        breaks.push({
          chain,
          seq: end.seq + 1,
          says: `the head says that ${head.seq} entries were written: the end of the chain was removed`,
        })
    }
  }
  return { entries, chains: chains.length, breaks }
}

const follow = async (
  db: ReadDb,
  chain: string,
  count: (n: number) => void,
): Promise<{ seq: number; hash: Buffer } | Break> => {
  let state: { seq: number; hash: Buffer } = { seq: 0, hash: Buffer.alloc(0) }
  for (;;) {
    const { rows } = await sql<Entry>`
      select chain, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account_id, role, act, subject_kind, subject_id, reason,
        request_id, previous, hash
      from record_entry where chain = ${chain} and seq > ${state.seq} order by seq limit ${pageSize}`.execute(db.q)
    for (const entry of rows) {
      const next = followChain(state, entry)
      if ('says' in next) return next
      state = next
    }
    count(rows.length)
    if (rows.length < pageSize) return state
  }
}
