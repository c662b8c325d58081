/** Reads a staff list as a spreadsheet saves or copies it: comma, semicolon or tab between the cells, the names of the columns on top. */
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { addDays, formatDate, isLocalDate, type LocalDate, localDate } from '#platform/dates.ts'
import { comparable, type Team } from './staff.ts'

/** The columns of a list, in the order in which the page names them. */
export const columns = ['name', 'job role', 'team', 'started', 'left'] as const
export type Column = (typeof columns)[number]
const required: readonly Column[] = ['name', 'started']

/** More lines than any borough's children's services have people. */
export const mostLines = 5000

/** A line that can be taken in. A column that the list does not have is undefined: what is kept of it stays. */
export type StaffLine = {
  readonly line: number
  readonly name: string
  readonly starts: LocalDate
  readonly jobRole?: string
  readonly team?: Team | null
  /** Half-open: the day after the last day in post. */
  readonly ends?: LocalDate | null
}

/** What is wrong, and where: the line counts as a spreadsheet counts, from 1 with the names of the columns. */
export type ListProblem = { readonly line: number; readonly column: Column | null; readonly says: string }

export type StaffList = { readonly lines: readonly StaffLine[]; readonly problems: readonly ListProblem[] }

type RawLine = { readonly line: number; readonly cells: readonly string[] }

// csv-parse gives its answer as unknown records; Zod tells what they are.
const parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

const separatorOf = (text: string): string => {
  const head = text.slice(0, 1000).split(/\r?\n/, 1)[0] ?? ''
  if (head.includes('\t')) return '\t'
  return head.includes(';') && !head.includes(',') ? ';' : ','
}

const rawLines = (text: string): RawLine[] | ListProblem => {
  try {
    const options = {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: separatorOf(text),
    }
    return parsed
      .parse(parse(text, options))
      .map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    return { line, column: null, says: 'a quotation mark opens and does not close, or stands in the middle of a cell' }
  }
}

type Head = ReadonlyMap<Column, number>

const readHead = (head: RawLine | undefined): { at: Head; problems: ListProblem[] } => {
  const cells = (head?.cells ?? []).map((cell) => cell.toLowerCase().replaceAll(/[\s_]+/g, ' '))
  const line = head?.line ?? 1
  const at = new Map<Column, number>()
  const problems: ListProblem[] = []
  for (const [index, cell] of cells.entries()) {
    const column = columns.find((each) => each === cell)
    if (cell === '') continue
    if (!column)
      problems.push({
        line,
        column: null,
        says: `there is no column called “${cell}”: the columns are ${columns.join(', ')}`,
      })
    else if (at.has(column)) problems.push({ line, column, says: 'this column stands twice' })
    else at.set(column, index)
  }
  for (const column of required.filter((each) => !at.has(each)))
    problems.push({ line, column, says: 'this column is missing' })
  return { at, problems }
}

/** A day as spreadsheets write it: 2026-09-01, or 1/9/2026 (day first). Null: it is none. */
const readDay = (text: string): LocalDate | null => {
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  const iso = british ? [british[3], british[2]?.padStart(2, '0'), british[1]?.padStart(2, '0')].join('-') : text
  return isLocalDate(iso) ? localDate(iso) : null
}

const unprintable = /[\p{Cc}\p{Cs}]/u

type Reader = { readonly teams: readonly Team[]; readonly at: Head }

const readLine = (
  { line, cells }: RawLine,
  { teams, at }: Reader,
): { ok: StaffLine | null; problems: ListProblem[] } => {
  const problems: ListProblem[] = []
  const say = (column: Column, says: string) => void problems.push({ line, column, says })
  const cell = (column: Column) => {
    const index = at.get(column)
    return index === undefined ? undefined : (cells[index] ?? '').normalize('NFC')
  }
  const text = (column: Column, max: number) => {
    const value = cell(column)
    if (value !== undefined && value.length > max) say(column, `must be ${max} characters or fewer`)
    if (value !== undefined && unprintable.test(value)) say(column, 'has characters that cannot be printed')
    return value
  }
  const day = (column: Column) => {
    const value = cell(column)
    const date = value ? readDay(value) : null
    if (value && date === null)
      say(column, `“${value.slice(0, 40)}” is not a date: write it like 1/9/2026 or 2026-09-01`)
    return date
  }
  const name = text('name', 200) ?? ''
  if (name === '') say('name', 'is empty')
  const jobRole = text('job role', 120)
  const asked = cell('team')
  const team = asked ? (teams.find((each) => comparable(each.name) === comparable(asked)) ?? null) : null
  if (asked && team === null) say('team', `there is no team called “${asked.slice(0, 120)}”: add it first`)
  if (team?.closedOn) say('team', `${team.name} was closed on ${formatDate(team.closedOn)}`)
  const starts = day('started')
  if (cell('started') === '') say('started', 'is empty')
  const left = day('left')
  if (starts && left && left < starts) say('left', `is before the first day, ${formatDate(starts)}`)
  if (cells.length > 0 && cells.slice(Math.max(...at.values()) + 1).some((extra) => extra !== ''))
    problems.push({
      line,
      column: null,
      says: 'has more cells than there are columns: a comma in a cell needs quotation marks around it',
    })
  if (problems.length > 0 || starts === null) return { ok: null, problems }
  const ok = {
    line,
    name,
    starts,
    ...(jobRole !== undefined && { jobRole }),
    ...(asked !== undefined && { team }),
    ...(cell('left') !== undefined && { ends: left === null ? null : addDays(left, 1) }),
  }
  return { ok, problems }
}

const twice = (lines: readonly StaffLine[]): ListProblem[] => {
  const first = new Map<string, number>()
  return lines.flatMap(({ line, name }): ListProblem[] => {
    const before = first.get(comparable(name))
    if (before === undefined) first.set(comparable(name), line)
    return before === undefined
      ? []
      : [
          {
            line,
            column: 'name',
            says: `${name} stands on line ${before} already: add the second of two people by hand`,
          },
        ]
  })
}

/** Reads a list. With any problem nothing of it is taken in; every problem is told at once. Cells are text, whatever they look like. */
export const readStaffList = (text: string, teams: readonly Team[]): StaffList => {
  const raw = rawLines(text)
  if ('says' in raw) return { lines: [], problems: [raw] }
  const [head, ...rest] = raw
  const { at, problems } = readHead(head)
  if (problems.length > 0) return { lines: [], problems }
  if (rest.length === 0)
    return { lines: [], problems: [{ line: 2, column: null, says: 'there is nobody on the list' }] }
  if (rest.length > mostLines)
    return {
      lines: [],
      problems: [
        {
          line: mostLines + 2,
          column: null,
          says: `the list has more than ${mostLines.toLocaleString('en-GB')} people: bring it in by parts`,
        },
      ],
    }
  const read = rest.map((line) => readLine(line, { teams, at }))
  const lines = read.flatMap(({ ok }) => (ok ? [ok] : []))
  return {
    lines,
    problems: [...read.flatMap((each) => each.problems), ...twice(lines)].toSorted((a, b) => a.line - b.line),
  }
}
