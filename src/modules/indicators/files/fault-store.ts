import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { Fault } from '../readers/fault.ts'

// Of a row ten values are sent, and of those PostgreSQL takes 65,535 at once.
const atOnce = 2000

/** As the table takes it: a reader's text is cut, never refused. PostgreSQL keeps no zero byte. */
const cut = (text: string, most: number): string => Array.from(text.replaceAll('\0', '')).slice(0, most).join('')
const cutOrNull = (text: string | null, most: number): string | null => (text === null ? null : cut(text, most) || null)

/** Keeps what is wrong with a file, in its order. */
export const insertFaults = async (
  db: WriteDb,
  { authorityId, fileId }: { readonly authorityId: string; readonly fileId: string },
  faults: readonly Fault[],
): Promise<void> => {
  const rows = faults.map((fault, index) => ({
    authority_id: authorityId,
    file_id: fileId,
    number: index + 1,
    file: cut(fault.file, 300) || 'file',
    line: fault.line,
    record: fault.record ?? null,
    field: cutOrNull(fault.field, 100),
    rule: cut(fault.rule, 60) || 'other',
    severity: fault.severity,
    said: cut(fault.said, 500) || 'Look at this line.',
  }))
  for (let first = 0; first < rows.length; first += atOnce)
    await db.q
      .insertInto('return_fault')
      .values(rows.slice(first, first + atOnce))
      .execute()
}

/** How often a rule was broken, with what was said of it the first time. */
export type RuleCount = {
  readonly rule: string
  readonly severity: Fault['severity']
  readonly count: number
  readonly said: string
}

/** By rule: what was not counted first, then by how often. */
export const readRules = async (db: ReadDb, fileId: string): Promise<readonly RuleCount[]> => {
  const rows = await db.q
    .selectFrom('return_fault')
    .select(['rule', 'severity'])
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<string>`(array_agg(said order by number))[1]`.as('said'))
    .where('file_id', '=', fileId)
    .groupBy(['rule', 'severity'])
    .execute()
  return rows
    .map((row) => ({ ...row, severity: severityOf(row.severity) }))
    .toSorted(
      (a, b) =>
        a.severity.localeCompare(b.severity) ||
        b.count - a.count ||
        a.rule.localeCompare(b.rule, 'en', { numeric: true }),
    )
}

const severityOf = (text: string): Fault['severity'] => (text === 'fault' ? 'fault' : 'query')

export type FaultFilter = { readonly rule: string | null; readonly severity: Fault['severity'] | null }

const filtered = (db: ReadDb, fileId: string, { rule, severity }: FaultFilter) => {
  let faults = db.q.selectFrom('return_fault').where('file_id', '=', fileId)
  if (rule !== null) faults = faults.where('rule', '=', rule)
  if (severity !== null) faults = faults.where('severity', '=', severity)
  return faults
}

export const countFaults = async (db: ReadDb, fileId: string, filter: FaultFilter): Promise<number> =>
  (await filtered(db, fileId, filter).select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()).n

/** In the order of the file. */
export const readFaults = async (
  db: ReadDb,
  fileId: string,
  filter: FaultFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly Fault[]> => {
  const rows = await filtered(db, fileId, filter)
    .select(['file', 'line', 'record', 'field', 'rule', 'severity', 'said'])
    .orderBy('number')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, severity: severityOf(row.severity) }))
}
