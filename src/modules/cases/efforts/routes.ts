import type { Route } from '#platform/web/route.ts'
import { acknowledgeEffortPage } from './acknowledge/page.ts'
import { addEffortPage } from './add/page.ts'
import { changeEffortPage } from './change/page.ts'
import { effortsPage } from './list/page.ts'

export const effortRoutes: readonly Route[] = [effortsPage, addEffortPage, changeEffortPage, acknowledgeEffortPage]

/** What the access record says of these pages. */
export const effortActs: Record<string, string> = {
  'family.efforts-read': 'Read the protective efforts',
  'family.effort-form-opened': 'Opened a form of the protective efforts',
  'family.effort-added': 'Recorded a protective effort',
  'family.effort-changed': 'Changed or withdrew a protective effort',
  'family.effort-acknowledged': 'Recorded that a protective effort was acknowledged',
}
