import { gunzipSync, inflateSync } from 'node:zlib'
import type pg from 'pg'

/* Looks for something wherever it could lie: as it is, in base 64, in hexadecimal, packed, and these within one another. */

// Shorter runs hold no more than a few letters.
const runs = /[A-Za-z0-9+/_-]{12,}={0,2}/g
const hexRuns = /(?:[0-9a-fA-F]{2}){6,}/g
const deepest = 3

const unpackings: readonly (readonly [isIt: (bytes: Buffer) => boolean, unpack: typeof gunzipSync])[] = [
  [(bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b, gunzipSync],
  [(bytes) => bytes[0] === 0x78, inflateSync],
]

const unpackedOf = (bytes: Buffer): Buffer[] =>
  unpackings.flatMap(([isIt, unpack]) => {
    if (!isIt(bytes)) return []
    try {
      return [unpack(bytes, { maxOutputLength: 50_000_000 })]
    } catch {
      return [] // it only begins like that
    }
  })

const inBytes = (bytes: Buffer, depth: number): string[] => {
  const text = bytes.toString('latin1')
  const said = [text, bytes.toString('utf16le')]
  if (depth >= deepest) return said
  return [...said, ...inText(text, depth), ...unpackedOf(bytes).flatMap((each) => inBytes(each, depth + 1))]
}

const inText = (text: string, depth: number): string[] => {
  if (depth >= deepest) return []
  const decoded = [
    ...(text.match(runs) ?? []).map((run) => Buffer.from(run, 'base64')),
    ...(text.match(hexRuns) ?? []).map((run) => Buffer.from(run, 'hex')),
  ]
  return decoded.flatMap((bytes) => inBytes(bytes, depth + 1))
}

/** All that a text or some bytes say, whichever way they are written. */
export const writings = (given: string | Buffer): string[] =>
  typeof given === 'string' ? [given, ...inText(given, 0)] : inBytes(given, 0)

/** What of it is found, each once. */
export const found = (given: string | Buffer, wanted: RegExp): string[] => [
  ...new Set(writings(given).flatMap((text) => [...text.matchAll(wanted)].map(([hit]) => hit))),
]

type Column = { readonly schema: string; readonly table: string; readonly name: string; readonly isBytes: boolean }

/** Every column of every table there is, the queue of jobs too: in which of them it stands. */
export const inTheDatabase = async (operator: pg.Client, wanted: RegExp): Promise<Record<string, string[]>> => {
  const { rows: columns } = await operator.query<Column>(`
    select n.nspname as schema, c.relname as table, a.attname as name, a.atttypid = 'bytea'::regtype as "isBytes"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p', 'm') and a.attnum > 0 and not a.attisdropped and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`)
  const places: Record<string, string[]> = {}
  for (const { schema, table, name, isBytes } of columns) {
    const column = `"${name}"${isBytes ? '' : '::text'}`
    const { rows } = await operator.query<{ value: string | Buffer }>(
      `select distinct ${column} as value from "${schema}"."${table}" where "${name}" is not null`,
    )
    const hits = [...new Set(rows.flatMap(({ value }) => found(value, wanted)))]
    if (hits.length > 0) places[`${table}.${name}`] = hits.toSorted()
  }
  return places
}
