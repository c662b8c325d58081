import type { Route } from '#platform/web/route.ts'
import { addMarkPage } from './add-mark/page.ts'
import { directionPage } from './lines/page.ts'
import { withdrawMarkPage } from './withdraw-mark/page.ts'

export const directionRoutes: readonly Route[] = [directionPage, addMarkPage, withdrawMarkPage]

export const directionActs: Record<string, string> = {
  'change-version.lines-seen': 'Looked at change data over time',
  'change-mark.added': 'Marked what happened on change data',
  'change-mark.withdrawn': 'Withdrew a mark from change data',
}
