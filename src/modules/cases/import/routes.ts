import type { Route } from '#platform/web/route.ts'
import { checkFamilyPage } from './check-family/page.ts'
import { checkNotesPage } from './check-notes/page.ts'
import { importFamilyPage } from './family/page.ts'
import { importNotesPage } from './notes/page.ts'

export const importRoutes: readonly Route[] = [importNotesPage, checkNotesPage, importFamilyPage, checkFamilyPage]

/** What the access record says of these pages. */
export const importActs: Record<string, string> = {
  'family.notes-import-opened': 'Opened the page that brings in notes',
  'family.notes-import-sent': 'Sent a file of notes to be checked',
  'family.notes-import-checked': 'Looked at the check of a file of notes',
  'family.notes-imported': 'Brought in notes from a file',
  'family.import-checked': 'Looked at the check of a family’s file',
  'family.imported': 'Opened a record from a file',
}
