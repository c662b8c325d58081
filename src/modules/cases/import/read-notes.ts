import type { LocalDate } from '#platform/dates.ts'
import { readCsvNotes } from './csv-notes.ts'
import type { NotesFile } from './imported-note.ts'
import { makeNotes } from './make-notes.ts'
import { mostRows, rowsOf } from './read-table.ts'
import { NotReadable, textOfFile } from './read-text.ts'
import { type Cut, readTextNotes } from './text-notes.ts'
import { wordBlocks } from './word-blocks.ts'
import { readWordNotes } from './word-notes.ts'

type Given = { readonly name: string; readonly bytes: Buffer }

const mostText = 10_000_000

const noDates =
  'No note was found in the file. Each note begins with a date, after an empty line, in a heading or in a table with the columns date and text'

const ofCut = ({ raws, before }: Cut, source: NotesFile['source'], today: LocalDate): NotesFile => {
  if (raws.length === 0) throw new NotReadable(noDates)
  if (raws.length > mostRows)
    throw new NotReadable(
      `The file has more than ${mostRows.toLocaleString('en-GB')} notes. Bring it in by parts of up to ${mostRows.toLocaleString('en-GB')} notes each`,
    )
  // What unpacks to much more than it was is nobody's notes.
  if (raws.reduce((sum, { text }) => sum + text.length, 0) > mostText)
    throw new NotReadable('The file holds more than 10 million characters of text. Bring it in by parts')
  const said = before.length > 300 ? `${before.slice(0, 300)}…` : before
  const { notes, problems } = makeNotes(raws, today)
  return {
    source,
    notes,
    problems,
    leftOut: before === '' ? [] : [`What stands before the first note or beside the table: “${said}”`],
  }
}

/**
 * The notes of a file of a case system: CSV, Word or plain text, by the ending of its name.
 * @throws NotReadable with what to do about it.
 */
export const readNotesFile = async ({ name, bytes }: Given, today: LocalDate): Promise<NotesFile> => {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === 'docx') return ofCut(readWordNotes(await wordBlocks(bytes)), 'Word document', today)
  if (ending === 'txt') return ofCut(readTextNotes(textOfFile(bytes)), 'text file', today)
  if (ending !== 'csv') throw new NotReadable('The file must be a CSV, Word (.docx) or text (.txt) file')
  const { raws, problems, leftOut } = readCsvNotes(rowsOf(textOfFile(bytes)))
  const made = makeNotes(raws, today)
  const all = [...problems, ...made.problems].toSorted((a, b) => a.line - b.line)
  return { source: 'CSV file', notes: made.notes, problems: all, leftOut }
}
