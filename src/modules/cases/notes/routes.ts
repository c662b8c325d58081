import type { Route } from '#platform/web/route.ts'
import { addNotePage } from './add/page.ts'
import { changeNotePage } from './change/page.ts'
import { notesPage } from './list/page.ts'
import { readNotePage } from './read/page.ts'

export const notesRoutes: readonly Route[] = [notesPage, addNotePage, readNotePage, changeNotePage]

/** What the access record says of these pages. */
export const notesActs: Record<string, string> = {
  'family.notes-read': 'Read the list of notes',
  'family.note-read': 'Read a note',
  'family.note-form-opened': 'Opened the form for a note',
  'family.note-added': 'Wrote a note',
  'family.note-change-opened': 'Opened a note to change it',
  'family.note-changed': 'Changed a note',
}
