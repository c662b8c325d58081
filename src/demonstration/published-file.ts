import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'

/** The columns of a file in their order, each with what its cells must be. */
export type Columns = Record<string, z.ZodType>

/** What one line holds, and its text exactly as printed. */
export type Line<C extends Columns> = {
  readonly values: { readonly [K in keyof C]: z.output<C[K]> }
  readonly cells: { readonly [K in keyof C]: string }
}

export type FileShape<C extends Columns> = {
  readonly file: string
  readonly columns: C
  /** The columns that name a line: no two lines have the same. */
  readonly key: readonly (keyof C & string)[]
}

/**
 * Reads a file strictly: the columns that are expected, in that order, every cell what it must be, no line twice.
 * @throws Error naming the place: `training-attendance.csv, line 7: attended must be a whole number, 0 or more`.
 */
export const readPublishedFile = async <C extends Columns>(folder: string, shape: FileShape<C>): Promise<Line<C>[]> => {
  const lines = parseCsv(shape.file, await textOf(folder, shape.file))
  checkHeader(shape, lines[0])
  const seen = new Map<string, number>()
  return lines.slice(1).map(({ at, cells }) => {
    const line = parseLine(shape, at, cells)
    const key = keyText(shape, line)
    const earlier = seen.get(key)
    if (earlier !== undefined) throw placed(shape.file, at, `${key} stands on line ${earlier} already`)
    seen.set(key, at)
    return line
  })
}

/** The cells that name a line: `Hackney | 1`. */
export const keyText = <C extends Columns>(shape: FileShape<C>, line: Line<C>): string =>
  shape.key.map((name) => String(line.values[name])).join(' | ')

const placed = (file: string, at: number, problem: string) => new Error(`${file}, line ${at}: ${problem}`)

const textOf = async (folder: string, file: string): Promise<string> => {
  try {
    return await readFile(join(folder, file), 'utf8')
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

type RawLine = { readonly at: number; readonly cells: readonly string[] }

// csv-parse gives its answer as unknown records; Zod tells what they are.
const rawLines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

const parseCsv = (file: string, text: string): RawLine[] => {
  try {
    return rawLines
      .parse(parse(text, { info: true, bom: true, relax_column_count: true }))
      .map(({ record, info }) => ({ at: info.lines, cells: record }))
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${file}: ${error.message}`)
    throw error
  }
}

const checkHeader = <C extends Columns>({ file, columns }: FileShape<C>, header: RawLine | undefined) => {
  const expected = Object.keys(columns).join(', ')
  if (header?.cells.join(', ') !== expected) throw placed(file, 1, `the columns must be ${expected}`)
}

const parseLine = <C extends Columns>(
  { file, columns }: FileShape<C>,
  at: number,
  cells: readonly string[],
): Line<C> => {
  const names = Object.keys(columns)
  if (cells.length !== names.length) throw placed(file, at, `${cells.length} cells where there must be ${names.length}`)
  const values: Record<string, unknown> = {}
  const texts: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const text = cells[index] ?? ''
    const parsed = columns[name]?.safeParse(text)
    if (!parsed?.success) throw placed(file, at, `${name} must be ${parsed?.error.issues[0]?.message ?? 'known'}`)
    values[name] = parsed.data
    texts[name] = text
  }
  // Filled column by column from the same list that the types are made from.
  return { values, cells: texts } as Line<C>
}
