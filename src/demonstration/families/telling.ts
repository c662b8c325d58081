import { addDays, addMonths, type LocalDate, localDate } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import { organisationId, type Setting } from '../setting.ts'
import type { Row, Table } from '../world.ts'
import type { Staff, StaffKey } from './staff.ts'
import type { DaysAgo, Edit, PersonKey, Story, When } from './story.ts'

/** A story while it is being told: its days, ids and names, and where its rows go. */
export type Telling = {
  readonly story: Story
  readonly authority: string
  readonly family: string
  readonly setting: Setting
  day(ago: DaysAgo): LocalDate
  /** A moment of a working day; of today its first minutes, which are over whenever it is loaded. */
  at(ago: DaysAgo, name?: string): string
  staff(key: StaffKey | undefined): string
  person(key: PersonKey): string
  id(...name: readonly (string | number)[]): string
  add<T extends Table>(table: T, row: Row<T>): void
  /** A row that is kept with what it said before; its `version` counts the changes. */
  addKept<T extends KeptTable>(table: T, row: Row<T>, edits?: readonly Edit[]): void
}

export type KeptTable =
  | 'family'
  | 'individual'
  | 'family_individual'
  | 'pattern_entry'
  | 'protective_effort'
  | 'complexity'
  | 'safety_plan'
  | 'engagement_attempt'
  | 'supervision'
  | 'plan_action'
  | 'case_referral'
  | 'case_note'
  | 'letter'
  | 'engagement_form'

/** The id of somebody, by the story in which they first are and what it calls them. */
export const individualId = (story: string, person: PersonKey): string => idOf('individual', story, person)
export const familyId = (story: string): string => idOf('family', story)

export const tellingOf = (setting: Setting, staff: Staff, story: Story): Telling => {
  const day = (ago: DaysAgo) => addDays(setting.today, -ago)
  const colleague = (key: StaffKey) => {
    const found = staff.get(key)
    if (!found) throw new RangeError(`Nobody of the staff is ${key}`)
    return found
  }
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replaceAll(/\{(\w+)\}/g, (_, key: string) => colleague(key as StaffKey).name) // another word is refused
    if (Array.isArray(value)) return value.map(filled)
    if (typeof value !== 'object' || value === null) return value
    if ('ago' in value && typeof value.ago === 'number') return day(value.ago)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each)]))
  }
  // Names of staff are put in and days are written out; the columns stay what they are.
  const add: Telling['add'] = (table, row) => setting.world.add(table, filled(row) as typeof row)
  const telling: Telling = {
    story,
    authority: organisationId(story.borough),
    family: familyId(story.key),
    setting,
    day,
    at: (ago, name = '') => momentOf(day(ago), ago, name),
    staff: (key) => colleague(key ?? story.worker).id,
    person: (key) => individualOf(story, key),
    id: (...name) => idOf('family', story.key, ...name),
    add,
    addKept: (table, row, edits = []) => keep(telling, table, row, edits),
  }
  return telling
}

const momentOf = (day: LocalDate, ago: DaysAgo, name: string) => {
  if (ago === 0) return `${day}T00:04:00Z`
  const drawn = Number.parseInt(idOf('minute', day, name).slice(0, 4), 16) % (8 * 60)
  const [hour, minute] = [10 + Math.floor(drawn / 60), drawn % 60]
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`
}

const individualOf = (story: Story, key: PersonKey) => {
  const person = story.people[key]
  if (!person) throw new RangeError(`Nobody in ${story.key} is ${key}`)
  const [before, whom] = person.known?.split('/') ?? [story.key, key]
  return individualId(before ?? story.key, whom ?? key)
}

const keep = <T extends KeptTable>(telling: Telling, table: T, row: Row<T>, edits: readonly Edit[]) => {
  telling.add(table, { ...row, version: edits.length + 1 })
  // As the row says it, whichever table it is of.
  const rowId = new Map<string, unknown>(Object.entries(row)).get(
    table === 'family_individual' ? 'individual_id' : 'id',
  )
  let later: Readonly<Record<string, unknown>> = { ...row }
  for (const [index, { on, by, was }] of [...edits.entries()].reverse()) {
    later = { ...later, ...was, version: index + 1 }
    telling.add('case_revision', {
      id: telling.id('revision', table, String(rowId), index),
      authority_id: telling.authority,
      family_id: table === 'individual' ? null : telling.family,
      individual_id: table === 'individual' ? String(rowId) : null,
      of_table: table,
      row_id: String(rowId),
      version: index + 1,
      was: later as NonNullable<Row<'case_revision'>['was']>, // written as JSON
      changed_by: telling.staff(by),
      changed_at: telling.at(on, `${String(rowId)} ${index}`),
    })
  }
}

/** A day told as the pattern keeps time: half open, open where it goes on. */
export const whenOf = (today: LocalDate, when: When): Pick<Row<'pattern_entry'>, 'starts' | 'ends' | 'known_to'> => {
  const day = (ago: DaysAgo) => addDays(today, -ago)
  const month = (ago: number) => addMonths(localDate(`${today.slice(0, 7)}-01`), -ago)
  const year = (ago: number) => localDate(`${Number(today.slice(0, 4)) - ago}-01-01`)
  if (when === 'not known') return { starts: null, ends: null, known_to: 'not known' }
  if ('on' in when) return { starts: day(when.on), ends: day(when.on - 1), known_to: 'day' }
  if ('from' in when) return { starts: day(when.from), ends: day(when.to - 1), known_to: 'day' }
  if ('since' in when) return { starts: day(when.since), ends: null, known_to: 'day' }
  if ('month' in when) return { starts: month(when.month), ends: month(when.month - 1), known_to: 'month' }
  if ('fromMonth' in when) return { starts: month(when.fromMonth), ends: month(when.toMonth - 1), known_to: 'month' }
  if ('sinceMonth' in when) return { starts: month(when.sinceMonth), ends: null, known_to: 'month' }
  if ('year' in when) return { starts: year(when.year), ends: year(when.year - 1), known_to: 'year' }
  if ('fromYear' in when) return { starts: year(when.fromYear), ends: year(when.toYear - 1), known_to: 'year' }
  return { starts: year(when.sinceYear), ends: null, known_to: 'year' }
}
