import type { LocalDate } from '#platform/dates.ts'
import type { NoteKind } from '../notes/note.ts'

/** A note as a file has it. */
export type FileNote = {
  /** Where it begins: the line of a text or CSV file, the paragraph or row of a Word file. */
  readonly line: number
  readonly onDate: LocalDate
  readonly kind: NoteKind
  readonly text: string
  /** What the file says of it besides: "type: Supervision; author: A. Lee; time: 14:30". */
  readonly said: string
}

export type FileProblem = { readonly line: number; readonly field: string; readonly says: string }

/** What a file holds. With any problem nothing of it is brought in. */
export type NotesFile = {
  readonly source: 'CSV file' | 'Word document' | 'text file'
  readonly notes: readonly FileNote[]
  readonly problems: readonly FileProblem[]
  /** What is not brought in, for whoever checks it: columns, and text before the first date. */
  readonly leftOut: readonly string[]
}

/** A note as it was found, before it is known to be right. */
export type RawNote = {
  readonly line: number
  readonly date: string
  readonly type: string
  readonly author: string
  readonly text: string
}

const kinds: readonly (readonly [RegExp, NoteKind])[] = [
  [/\b(?:visit|home visit|seen|saw)\b/, 'visit'],
  [/\b(?:telephone|phone|call|tel|t c)\b/, 'telephone'],
  [/\b(?:conference|icpc|rcpc|cpc)\b/, 'conference'],
  [/\b(?:meeting|strategy|core group|review)\b/, 'meeting'],
  [/\b(?:e ?mail|text|sms|letter|message|correspondence)\b/, 'message'],
]

/** The kind of a note by the word that another system has for it. */
export const kindOfWord = (word: string): NoteKind => {
  const plain = word.toLowerCase().replaceAll(/[^a-z]+/g, ' ')
  return kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? 'other'
}
