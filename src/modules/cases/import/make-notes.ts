import { formatDate, type LocalDate, localDate } from '#platform/dates.ts'
import { longestNote, noteKindKeys, noteKinds, withPlainLines } from '../notes/note.ts'
import { type FileNote, type FileProblem, kindOfWord, type RawNote } from './imported-note.ts'
import { wholeDay } from './read-day.ts'

const earliest = localDate('1950-01-01')
const mostSaid = 170

const isOurWord = (type: string): boolean => {
  const plain = type.trim().toLowerCase()
  return noteKindKeys.some((key) => key === plain || noteKinds[key].toLowerCase() === plain)
}

/** Nothing that the file says of a note is lost for want of a column. */
const saidOf = ({ type, author }: RawNote, time: string): string =>
  [
    type.trim() === '' || isOurWord(type) ? '' : `type: ${type.trim()}`,
    author.trim() === '' ? '' : `author: ${author.trim()}`,
    time === '' ? '' : `time: ${time}`,
  ]
    .filter(Boolean)
    .join('; ')

const checked = (raw: RawNote, today: LocalDate): FileNote | FileProblem[] => {
  const problems: FileProblem[] = []
  const say = (field: string, says: string) => void problems.push({ line: raw.line, field, says })
  const read = raw.date.trim() === '' ? null : wholeDay(raw.date)
  if (raw.date.trim() === '') say('date', 'is empty')
  else if (read === null)
    say('date', `“${raw.date.trim().slice(0, 40)}” is not a date: write it like 1/9/2026 or 2026-09-01`)
  else if (read.day > today) say('date', `${formatDate(read.day)} is after today`)
  else if (read.day < earliest) say('date', `${formatDate(read.day)} is before 1950: check the year`)
  const text = withPlainLines(raw.text)
  if (text.trim() === '') say('text', 'is empty')
  if (text.length > longestNote)
    say(
      'text',
      `must be ${longestNote.toLocaleString('en-GB')} characters or fewer: it has ${text.length.toLocaleString('en-GB')}`,
    )
  if (text.includes('\0') || !text.isWellFormed()) say('text', 'has characters that cannot be kept')
  const said = saidOf(raw, read?.time ?? '')
  if (said.length > mostSaid) say('author', 'type and author together are too long to keep: 150 characters at most')
  if (/[\p{Cc}\p{Cs}]/u.test(said)) say('author', 'type or author has characters that cannot be printed')
  if (problems.length > 0 || read === null) return problems
  return { line: raw.line, onDate: read.day, kind: kindOfWord(raw.type), text, said }
}

/** Notes as they would be kept, and what is wrong with the others. */
export const makeNotes = (
  raws: readonly RawNote[],
  today: LocalDate,
): { readonly notes: readonly FileNote[]; readonly problems: readonly FileProblem[] } => {
  const [notes, problems]: [FileNote[], FileProblem[]] = [[], []]
  for (const raw of raws) {
    const made = checked(raw, today)
    if (Array.isArray(made)) problems.push(...made)
    else notes.push(made)
  }
  return { notes, problems }
}
