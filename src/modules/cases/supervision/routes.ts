import type { Route } from '#platform/web/route.ts'
import { addSupervisionPage } from './add/page.ts'
import { changeSupervisionPage } from './change/page.ts'
import { supervisionPage } from './list/page.ts'
import { readSupervisionPage } from './read/page.ts'

export const supervisionRoutes: readonly Route[] = [
  supervisionPage,
  addSupervisionPage,
  readSupervisionPage,
  changeSupervisionPage,
]

export const supervisionActs: Record<string, string> = {
  'family.supervisions-read': 'Looked at the list of supervisions',
  'family.supervision-form-read': 'Opened the form for supervision',
  'family.supervision-added': 'Recorded supervision',
  'family.supervision-changed': 'Changed a supervision',
  'family.supervision-read': 'Read a supervision',
}
