import type { Route } from '#platform/web/route.ts'
import { addPatternPage } from './add/page.ts'
import { changePatternPage } from './change/page.ts'
import { patternTablePage } from './table/page.ts'
import { withdrawPatternPage } from './withdraw/page.ts'

export const patternRoutes: readonly Route[] = [
  patternTablePage,
  addPatternPage,
  changePatternPage,
  withdrawPatternPage,
]

/** What the access record says of these pages. */
export const patternActs: Record<string, string> = {
  'family.pattern-read': 'Read the pattern as a table',
  'family.pattern-form-opened': 'Opened a form of the pattern',
  'family.pattern-added': 'Added to the pattern',
  'family.pattern-changed': 'Changed an entry of the pattern',
  'family.pattern-withdrawn': 'Withdrew an entry of the pattern',
}
