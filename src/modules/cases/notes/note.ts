import type { LocalDate } from '#platform/dates.ts'

/** What a note is about, and how a page says it. */
export const noteKinds = {
  visit: 'Visit',
  telephone: 'Telephone call',
  meeting: 'Meeting',
  conference: 'Conference',
  message: 'Message or letter',
  other: 'Other',
} as const
export type NoteKind = keyof typeof noteKinds
export const noteKindKeys: readonly NoteKind[] = ['visit', 'telephone', 'meeting', 'conference', 'message', 'other']

/** In UTF-16 units, as a browser counts them. */
export const longestNote = 1024 * 1024

/** Notes of one page of a list. */
export const pageSize = 50

/** A note as it is typed. */
export type NoteInput = {
  readonly onDate: LocalDate
  readonly kind: NoteKind
  readonly text: string
  /** Why something that looks like a place or a number may stand in it. */
  readonly locationReason: string
}

export type Note = NoteInput & {
  readonly id: string
  readonly familyId: string
  readonly version: number
  /** The kind of file that it came from, and what that said of it; '' where it was written here. */
  readonly importedFrom: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** A note in a list: its beginning only. */
export type NoteLine = Omit<Note, 'text' | 'locationReason' | 'familyId'> & {
  readonly beginning: string
  readonly isCut: boolean
  readonly files: number
}

/** What a note said before it was changed, and who changed it then. */
export type EarlierVersion = { readonly version: number; readonly changedBy: string | null; readonly changedAt: Date }

/** Whatever the writer's computer ends a line with. Nothing else of a text is touched. */
export const withPlainLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

const mostLines = 3
const mostSigns = 240

/** The first lines of a text, for a list. */
export const firstLines = (text: string): string => {
  const lines = text
    .split('\n', 40)
    .filter((line) => line.trim() !== '')
    .slice(0, mostLines)
    .join('\n')
  const signs = Array.from(lines.slice(0, mostSigns * 2))
  return signs.length > mostSigns ? `${signs.slice(0, mostSigns).join('')}…` : lines
}
