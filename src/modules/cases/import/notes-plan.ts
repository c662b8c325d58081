import { createHash } from 'node:crypto'
import type { FileNote } from './imported-note.ts'
import type { WaitingNotes } from './waiting-notes.ts'

/** A note of the file, and what would come of it. */
export type PlannedNote = FileNote & { readonly isRepeat: boolean; readonly hasPlace: boolean }

export type NotesPlan = {
  readonly notes: readonly PlannedNote[]
  readonly toKeep: readonly PlannedNote[]
  /** Tells this plan from any other. */
  readonly mark: string
}

const markOf = ({ onDate, text }: FileNote): string => `${onDate} ${createHash('sha256').update(text).digest('hex')}`

/** `there`: the marks of the notes of the family, as `readNoteMarks` gives them. A note that the file has twice is a repeat of the first. */
export const planNotes = ({ notes, places }: WaitingNotes, there: ReadonlySet<string>): NotesPlan => {
  const seen = new Set(there)
  const withPlace = new Set(places)
  const planned = notes.map((note) => {
    const mark = markOf(note)
    const isRepeat = seen.has(mark)
    seen.add(mark)
    return { ...note, isRepeat, hasPlace: withPlace.has(note.line) }
  })
  return {
    notes: planned,
    toKeep: planned.filter(({ isRepeat }) => !isRepeat),
    mark: createHash('sha256').update(JSON.stringify(planned)).digest('base64url'),
  }
}
