import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { checkDefinition, type Definition } from './definition.ts'
import { standard1, standardName } from './standard.ts'

/** A borough's own version of the form. */
export type OwnDefinition = {
  readonly id: string
  readonly number: number
  readonly definition: Definition
  readonly note: string
  readonly madeBy: string
  readonly madeAt: Date
}

/** What a form is filled in with. `name` stands in the form: `standard-1`, or the id of the borough's own. */
export type NamedDefinition = { readonly name: string; readonly words: string; readonly definition: Definition }

const standard: NamedDefinition = { name: standardName, words: 'The standard form', definition: standard1 }

const checked = (stored: unknown): Definition => {
  const read = checkDefinition(stored)
  if (!read.ok) throw new TypeError('a definition in the database cannot be read')
  return read.definition
}

/** The borough's own versions, newest first. */
export const readOwnDefinitions = async (db: ReadDb, authorityId: string): Promise<OwnDefinition[]> => {
  const rows = await db.q
    .selectFrom('form_definition')
    .select(['id', 'number', 'definition', 'note', 'made_by', 'made_at'])
    .where('authority_id', '=', authorityId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    definition: checked(row.definition),
    note: row.note,
    madeBy: row.made_by,
    madeAt: row.made_at,
  }))
}

/** What new forms of a borough are filled in with: its newest version, else the standard. */
export const readCurrentDefinition = async (db: ReadDb, authorityId: string): Promise<NamedDefinition> => {
  const row = await db.q
    .selectFrom('form_definition')
    .select(['id', 'number', 'definition'])
    .where('authority_id', '=', authorityId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? named(row) : standard
}

/** The definitions that forms were begun with, by name. */
export const readDefinitions = async (
  db: ReadDb,
  names: readonly string[],
): Promise<ReadonlyMap<string, NamedDefinition>> => {
  const own = [...new Set(names)].filter((name) => name !== standardName)
  const rows =
    own.length === 0
      ? []
      : await db.q.selectFrom('form_definition').select(['id', 'number', 'definition']).where('id', 'in', own).execute()
  return new Map([[standardName, standard], ...rows.map((row) => [row.id, named(row)] as const)])
}

const named = (row: { id: string; number: number; definition: unknown }): NamedDefinition => ({
  name: row.id,
  words: `Your borough’s version ${row.number}`,
  definition: checked(row.definition),
})

/** Two who add a question at the same time add it one after the other. */
export const lockDefinitions = async (db: WriteDb, authorityId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`form definition ${authorityId}`}, 0))`.execute(db.q)
}

/** A new version of the borough's form, after `lockDefinitions`. Nothing of an older one changes. */
export const insertDefinition = async (
  db: WriteDb,
  given: {
    readonly authorityId: string
    readonly definition: Definition
    readonly note: string
    readonly personId: string
  },
): Promise<{ id: string; number: number }> => {
  const last = await db.q
    .selectFrom('form_definition')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('authority_id', '=', given.authorityId)
    .executeTakeFirst()
  return db.q
    .insertInto('form_definition')
    .values({
      authority_id: given.authorityId,
      number: (last?.number ?? 0) + 1,
      definition: JSON.stringify(given.definition),
      note: given.note,
      made_by: given.personId,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}
