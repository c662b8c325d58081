import type { Route } from '#platform/web/route.ts'
import { takenFiles } from './files.ts'
import { documentsPage } from './page.ts'

export const documentRoutes: readonly Route[] = [documentsPage, ...takenFiles]

/** What the access record says of them; the reason is the number of the copy. */
export const documentActs: Record<string, string> = {
  'family.copies-read': 'Looked at what can be taken out of the record',
  'family.pattern-copy-taken': 'Took a copy of the pattern map',
  'family.plan-copy-taken': 'Took a copy of the plan',
  'family.conference-copy-taken': 'Took a copy of the conference report',
  'family.engagement-form-copy-taken': 'Took a copy of an engagement form',
  'family.record-copy-taken': 'Took a copy of the record as data',
  'family.copy-refused': 'Asked for a copy that was not made: a protected detail stands in it',
}
