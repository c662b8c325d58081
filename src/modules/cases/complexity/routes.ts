import type { Route } from '#platform/web/route.ts'
import { addComplexityPage } from './add/page.ts'
import { changeComplexityPage } from './change/page.ts'
import { complexitiesPage } from './list/page.ts'

export const complexityRoutes: readonly Route[] = [complexitiesPage, addComplexityPage, changeComplexityPage]

/** What the access record says of these pages. */
export const complexityActs: Record<string, string> = {
  'family.complexity-read': 'Read what makes things harder',
  'family.complexity-form-opened': 'Opened a form of what makes things harder',
  'family.complexity-added': 'Recorded what makes things harder',
  'family.complexity-changed': 'Changed or withdrew what makes things harder',
}
