import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { organisationId, personId, type Who } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [], fill: makeFamilies })
})
afterAll(() => app.close())

const owner = { authority: organisationId('Alder'), family: familyId('ashworth') }
const writers = ['practitioner@Alder', 'supervisor@Alder'] as const

/** A row of each kind that people change, as a worker writes it, and the column of its text. */
const rows = {
  pattern_entry: {
    column: 'what',
    values: sql`(id, authority_id, family_id, perpetrator_id, kinds, what, known_to, recorded_by)`,
  },
  protective_effort: {
    column: 'what',
    values: sql`(id, authority_id, family_id, survivor_id, kind, what, recorded_by)`,
  },
  case_note: { column: 'text', values: sql`(id, authority_id, family_id, on_date, kind, text, recorded_by)` },
} as const
type Table = keyof typeof rows

const insert = (table: Table, id: string, text: string, by: string) => {
  const head = sql`insert into ${sql.table(table)} ${rows[table].values} values (${id}, ${owner.authority}, ${owner.family},`
  if (table === 'pattern_entry')
    return sql`${head} ${individualId('Darren Ashworth')}, array['threats'], ${text}, 'not known', ${by})`
  if (table === 'protective_effort') return sql`${head} ${individualId('Leanne Price')}, 'safety', ${text}, ${by})`
  return sql`${head} '2026-03-03', 'visit', ${text}, ${by})`
}

/** One try to change a row: under the version that was seen, or without looking at any. True where it was taken. */
const change = (who: Who, table: Table, id: string, text: string, seen: number | null) =>
  app.write(who, async ({ q }) => {
    const column = sql.ref(rows[table].column)
    const { numAffectedRows } =
      seen === null
        ? await sql`update ${sql.table(table)} set ${column} = ${text} where id = ${id}`.execute(q)
        : await sql`update ${sql.table(table)} set ${column} = ${text}, version = version + 1 where id = ${id} and version = ${seen}`.execute(
            q,
          )
    return numAffectedRows === 1n
  })

const everythingSaid = async (table: Table, id: string): Promise<string[]> => {
  const { column } = rows[table]
  const before = await app.operator.query(`select was ->> '${column}' as text from case_revision where row_id = $1`, [
    id,
  ])
  const now = await app.operator.query(`select ${column} as text from ${table} where id = $1`, [id])
  return [...before.rows, ...now.rows].map(({ text }) => text)
}

const edits = fc.array(
  fc.record({
    who: fc.constantFrom(...writers),
    text: fc
      .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
      .filter((text) => text.trim() !== '' && !text.includes('\0')),
    // how far behind the present the version is that was seen; null: a statement that forgot to look
    behind: fc.option(fc.nat({ max: 2 }), { freq: 5 }),
  }),
  { minLength: 1, maxLength: 8 },
)

test.each(Object.keys(rows) as Table[])(
  'No sequence of edits of a row of %s by two people, with stale versions or none, loses what was recorded',
  { timeout: 60_000 },
  async (table) => {
    let n = 0
    await fc.assert(
      fc.asyncProperty(edits, async (sequence) => {
        n += 1
        const id = `00000000-0000-4000-8000-${String(n).padStart(8, '0')}${table.length.toString(16).padStart(4, '0')}`
        const said = ['first']
        await app.write('practitioner@Alder', ({ q }) =>
          insert(table, id, 'first', personId('practitioner@Alder')).execute(q),
        )
        let version = 1
        for (const { who, text, behind } of sequence) {
          const taken = await change(who, table, id, text, behind === null ? null : version - behind)
          expect(taken).toBe(behind === null || behind === 0)
          if (!taken) continue
          said.push(text)
          if (behind !== null) version += 1
        }
        const kept = await everythingSaid(table, id)
        for (const text of said) expect(kept).toContain(text)
      }),
      { numRuns: 25 },
    )
  },
)
