import type { FileProblem, RawNote } from './imported-note.ts'
import { columnName, type Row } from './read-table.ts'

const fields = ['date', 'type', 'author', 'text'] as const
type NoteField = (typeof fields)[number]

/** What case systems call these columns; `s` at the end or not. */
const names: Readonly<Record<NoteField, RegExp>> = {
  date: /^(?:(?:case )?note |contact |event |activity |recorded |start )?date(?: time| and time)?(?: of (?:contact|note|event|visit))?$|^(?:on|when|created(?: on| at)?|date recorded)$/,
  type: /^(?:(?:case )?note |contact |event |activity )?(?:type|kind|category)(?: of (?:contact|note|event))?$/,
  author:
    /^(?:author|worker|social worker|practitioner|staff(?: member)?|by|who|(?:created|recorded|entered|written|completed|note) by|worker name|author name)$/,
  text: /^(?:(?:case )?notes?(?: text| details?| content)?|text|details?|contents?|description|narrative|body|comments?|what happened|summary)$/,
}

type NoteColumns = ReadonlyMap<NoteField, number>

/** Which column is which; null where the row names no columns of notes: neither a date nor a text. */
export const noteColumns = (
  head: readonly string[],
): { at: NoteColumns; leftOut: readonly string[]; twice: readonly NoteField[] } | null => {
  const at = new Map<NoteField, number>()
  const [leftOut, twice]: [string[], NoteField[]] = [[], []]
  for (const [index, cell] of head.entries()) {
    const name = columnName(cell)
    const field = fields.find((each) => names[each].test(name))
    if (name === '') continue
    if (field === undefined) leftOut.push(cell.trim().slice(0, 60))
    else if (at.has(field)) twice.push(field)
    else at.set(field, index)
  }
  return at.has('date') || at.has('text') ? { at, leftOut, twice } : null
}

/** The notes of rows with these columns. */
export const notesOfRows = (rows: readonly Row[], at: NoteColumns): readonly RawNote[] =>
  rows.map(({ line, cells }) => {
    const cell = (field: NoteField) => cells[at.get(field) ?? -1] ?? ''
    return { line, date: cell('date'), type: cell('type'), author: cell('author'), text: cell('text') }
  })

const needed = 'The columns that are needed are date and text; type and author may be there too'

/** The notes of a CSV file, by the names of its columns. */
export const readCsvNotes = (
  rows: readonly Row[],
): { raws: readonly RawNote[]; problems: readonly FileProblem[]; leftOut: readonly string[] } => {
  const [head, ...rest] = rows
  const columns = noteColumns(head?.cells ?? [])
  const line = head?.line ?? 1
  const say = (field: string, says: string): FileProblem => ({ line, field, says })
  if (columns === null)
    return { raws: [], problems: [say('first row', `does not name the columns. ${needed}`)], leftOut: [] }
  const { at, leftOut, twice } = columns
  const problems = [
    ...(['date', 'text'] as const)
      .filter((field) => !at.has(field))
      .map((field) => say(field, `this column is missing. ${needed}`)),
    ...twice.map((field) => say(field, 'two columns could be this one: take one of them out, or give it another name')),
    ...(rest.length === 0 ? [say('whole file', 'there are no notes below the names of the columns')] : []),
  ]
  const tooLong = rest
    .filter(({ cells }) => cells.slice(head?.cells.length).some((cell) => cell.trim() !== ''))
    .map((row) => ({
      line: row.line,
      field: 'whole row',
      says: 'has more cells than there are columns: a comma in a text needs quotation marks around it',
    }))
  return {
    raws: problems.length > 0 ? [] : notesOfRows(rest, at),
    problems: [...problems, ...(problems.length > 0 ? [] : tooLong)],
    leftOut: leftOut.map((name) => `The column “${name}”`),
  }
}
