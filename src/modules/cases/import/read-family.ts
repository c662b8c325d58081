import type { LocalDate } from '#platform/dates.ts'
import { alreadyThere } from '../people/person.ts'
import { columnOf, columnsInWords, type FamilyColumn, familyColumns, whyRefused } from './family-columns.ts'
import type { FamilyFile } from './family-file.ts'
import { checkPlaces, personOf } from './family-person.ts'
import type { FileProblem } from './imported-note.ts'
import { type Row, rowsOf } from './read-table.ts'
import { NotReadable, textOfFile } from './read-text.ts'

const mostPeople = 60
const needed: readonly FamilyColumn[] = ['family', 'part', 'name']

const readHead = (head: Row | undefined) => {
  const at = new Map<FamilyColumn, number>()
  const problems: FileProblem[] = []
  const leftOut: string[] = []
  const line = head?.line ?? 1
  for (const [index, cell] of (head?.cells ?? []).entries()) {
    if (cell.trim() === '') continue
    const column = columnOf(cell)
    const refused = column === undefined ? whyRefused(cell) : null
    const field = cell.trim().slice(0, 60)
    if (refused !== null) problems.push({ line, field, says: refused })
    else if (column === undefined) leftOut.push(`The column “${field}”`)
    else if (at.has(column)) problems.push({ line, field, says: 'this column stands twice' })
    else at.set(column, index)
  }
  for (const column of needed.filter((each) => !at.has(each)))
    problems.push({
      line,
      field: familyColumns[column].title,
      says: `this column is missing. The columns are ${columnsInWords}`,
    })
  return { at, problems, leftOut }
}

type Told = { readonly line: number; readonly text: string }

/** What stands the same in every row, or in the first only; more than one of it is another family. */
const theOne = (told: readonly Told[], field: string, says: string): { text: string; problems: FileProblem[] } => {
  const filled = told.filter(({ text }) => text !== '')
  const text = filled[0]?.text ?? ''
  const other = filled.find((each) => each.text.toLowerCase() !== text.toLowerCase())
  return { text, problems: other ? [{ line: other.line, field, says }] : [] }
}

const another = 'is not that of the rows above: bring in one family at a time'

/**
 * A family with its people, out of a CSV file with one person a row.
 * @throws NotReadable
 */
export const readFamilyFile = ({ name, bytes }: { name: string; bytes: Buffer }, today: LocalDate): FamilyFile => {
  if (!/\.csv$/i.test(name)) throw new NotReadable('The file must be a CSV file')
  const [head, ...rows] = rowsOf(textOfFile(bytes))
  const { at, problems, leftOut } = readHead(head)
  if (problems.length > 0 || rows.length === 0)
    return empty(leftOut, rows.length === 0 && problems.length === 0 ? [nobody] : problems)
  if (rows.length > mostPeople)
    throw new NotReadable(`The file has more than ${mostPeople} people: bring in one family at a time`)
  const say = (line: number) => (field: string, says: string) => void problems.push({ line, field, says })
  const cellOf =
    ({ cells }: Row) =>
    (column: FamilyColumn) =>
      cells[at.get(column) ?? -1] ?? ''
  const people = rows.flatMap((row) => {
    const person = personOf(cellOf(row), today, say(row.line))
    return person === null ? [] : [{ ...person, line: row.line }]
  })
  for (const [index, person] of people.entries()) {
    const there = alreadyThere(
      people.slice(0, index).map((each) => ({ ...each, leftOn: null })),
      person,
    )
    if (person.name !== '' && there) say(person.line)('name', there)
  }
  const one = (column: FamilyColumn, says: string) => {
    const told = rows.map((row) => ({ line: row.line, text: cellOf(row)(column).trim() }))
    const found = theOne(told, familyColumns[column].title, says)
    problems.push(...found.problems)
    return found.text
  }
  const family = {
    name: one('family', another).normalize('NFC').replaceAll(/\s+/g, ' '),
    cmsId: one('cms', another).replaceAll(/\s+/g, ' '),
    legalStatus: one('legalStatus', 'is not that of the rows above: write it once'),
    communicationNeeds: one('householdNeeds', 'is not that of the rows above: write it once'),
  }
  const line = rows[0]?.line ?? 2
  if (family.name === '') say(line)('family name', 'is empty')
  if (family.name.length > 200) say(line)('family name', 'must be 200 characters or fewer')
  if (family.cmsId.length > 100) say(line)('case number', 'must be 100 characters or fewer')
  if (/[\p{Cc}\p{Cs}]/u.test(family.name + family.cmsId))
    say(line)('family name', 'or case number has characters that cannot be printed')
  checkPlaces(family.legalStatus, 'legal status', say(line))
  checkPlaces(family.communicationNeeds, 'household communication needs', say(line))
  return { ...family, people, problems: problems.toSorted((a, b) => a.line - b.line), leftOut }
}

const nobody: FileProblem = { line: 2, field: 'whole file', says: 'there is nobody below the names of the columns' }

const empty = (leftOut: readonly string[], problems: readonly FileProblem[]): FamilyFile => ({
  ...{ name: '', cmsId: '', legalStatus: '', communicationNeeds: '', people: [] },
  problems,
  leftOut,
})
