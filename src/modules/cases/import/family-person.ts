import { addMonths, formatDate, type LocalDate } from '#platform/dates.ts'
import type { Part } from '../family.ts'
import { findLocations } from '../locations/index.ts'
import {
  type ChoiceField,
  choiceLists,
  fieldLabels,
  fieldsOfPart,
  longFields,
  type PersonField,
  type PersonInput,
} from '../people/person.ts'
import type { FamilyColumn } from './family-columns.ts'
import { partOfWord } from './family-file.ts'
import { wholeDay } from './read-day.ts'

type Cell = (column: FamilyColumn) => string
type Say = (field: string, says: string) => void

// As the table has them; the long ones hold any length.
const longest: Readonly<Partial<Record<PersonField, number>>> = {
  cmsId: 100,
  gender: 60,
  disability: 60,
  religion: 60,
  sexuality: 60,
  ethnicity: 80,
  housingStatus: 80,
  involvement: 80,
}

const oneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
const isLong = (field: PersonField): boolean => longFields.some((each) => each === field)

/** A word of our lists in our own spelling, else as the file has it. */
const chosen = (field: PersonField, value: string): string => {
  const list: readonly string[] = Object.hasOwn(choiceLists, field) ? choiceLists[field as ChoiceField] : [] // has it, asked before
  return list.find((each) => each.toLowerCase() === value.toLowerCase()) ?? value
}

const dayOf = (text: string, field: string, say: Say): LocalDate | null => {
  if (text.trim() === '') return null
  const found = wholeDay(text)
  if (found === null) say(field, `“${text.trim().slice(0, 40)}” is not a date: write it like 27/3/2018 or 2018-03-27`)
  return found?.day ?? null
}

const datesOf = (cell: Cell, part: Part, today: LocalDate, say: Say) => {
  const either = dayOf(cell('bornOrExpected'), 'date of birth or estimated date of delivery', say)
  const born = dayOf(cell('born'), 'date of birth', say) ?? (either !== null && either <= today ? either : null)
  const expected = dayOf(cell('expected'), 'expected date', say) ?? (either !== null && either > today ? either : null)
  if (born !== null && born > today)
    say(
      'date of birth',
      `${formatDate(born)} is after today${part === 'child' ? ': put it in the column expected date' : ''}`,
    )
  if (born !== null && born < addMonths(today, -1440))
    say('date of birth', `${formatDate(born)} is more than 120 years ago`)
  if (expected !== null && part !== 'child') say('expected date', 'only an unborn child has one')
  else if (expected !== null && expected > addMonths(today, 10))
    say('expected date', `${formatDate(expected)} is more than ten months away`)
  else if (expected !== null && expected < addMonths(today, -2))
    say(
      'expected date',
      `${formatDate(expected)} was more than two months ago: give the date of birth if the child is born`,
    )
  if (born !== null && expected !== null) say('expected date', 'there is a date of birth too: leave one of them empty')
  return { birthOn: born, expectedOn: expected }
}

/** A long text must not bring in by the back door what its columns may not. */
export const checkPlaces = (text: string, field: string, say: Say): void => {
  if (findLocations(text).length > 0)
    say(
      field,
      'holds what looks like an address, a telephone number, a school or a refuge: take it out, and add it under Protected details once the record is open',
    )
}

/** A row as a person, or what is wrong with it. */
export const personOf = (cell: Cell, today: LocalDate, say: Say): PersonInput | null => {
  const part = partOfWord(cell('part'))
  if (cell('part').trim() === '') say('part', 'is empty: write child, perpetrator, victim-survivor or other')
  else if (part === null)
    say('part', `“${cell('part').trim().slice(0, 40)}” is none: write child, perpetrator, victim-survivor or other`)
  const name = oneLine(cell('name'))
  if (name === '') say('name', 'is empty')
  if (name.length > 200) say('name', 'must be 200 characters or fewer')
  if (/[\p{Cc}\p{Cs}]/u.test(name)) say('name', 'has characters that cannot be printed')
  if (part === null) return null
  const fields: Partial<Record<PersonField, string>> = {}
  for (const field of Object.keys(fieldLabels) as PersonField[]) {
    // exactly the keys of that table
    const raw = cell(field)
    const value = isLong(field) ? raw.trim() : chosen(field, oneLine(raw))
    const label = fieldLabels[field].toLowerCase()
    if (!fieldsOfPart[part].includes(field)) {
      if (value !== '') say(label, 'is not recorded of this part of a family: leave it empty')
      continue
    }
    const most = longest[field]
    if (most !== undefined && value.length > most) say(label, `must be ${most} characters or fewer`)
    if (isLong(field)) checkPlaces(value, label, say)
    fields[field] = value
  }
  return { part, name, ...datesOf(cell, part, today, say), fields }
}
