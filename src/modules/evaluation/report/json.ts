import { z } from 'zod'
import type { Report, ReportTable } from './model.ts'

const value = z.union([z.string(), z.number(), z.null()])
const row = z.record(z.string(), value)

/** A report for machines. The rows of a table stand under the column names of the published file that it reproduces. */
export const reportJson = z
  .strictObject({
    partnership: z.strictObject({ name: z.string(), slug: z.string() }),
    term: z.strictObject({ number: z.number(), name: z.string(), starts: z.iso.date(), ends: z.iso.date() }),
    tables: z.array(
      z.strictObject({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        file: z.string(),
        columns: z.array(z.string()),
        rows: z.array(row),
        base: z.string(),
        period: z.string(),
        notes: z.array(z.string()),
        derived: z.strictObject({ columns: z.array(z.string()), rows: z.array(row) }).optional(),
      }),
    ),
    contradictions: z.array(
      z.strictObject({
        table: z.string(),
        row: z.string(),
        column: z.string(),
        printed: z.string(),
        computed: value,
        kind: z.string(),
        says: z.string(),
      }),
    ),
  })
  .meta({ id: 'Report' })

/** The report as that schema has it. The day `ends` belongs to the next term. */
export const toJson = ({ partnership, term, tables, contradictions }: Report): z.input<typeof reportJson> => ({
  partnership: { name: partnership.name, slug: partnership.slug },
  term: { number: term.number, name: term.name, starts: term.starts, ends: term.ends },
  tables: tables.map(tableJson),
  contradictions: contradictions.map((one) => ({ ...one })),
})

const tableJson = (table: ReportTable) => ({
  id: table.id,
  number: table.number,
  title: table.title,
  file: table.file,
  columns: [...table.columns],
  rows: table.rows.map((cells) => ({ ...cells })),
  base: table.base,
  period: table.period,
  notes: [...table.notes],
  ...(table.derived && {
    derived: { columns: [...table.derived.columns], rows: table.derived.rows.map((cells) => ({ ...cells })) },
  }),
})
