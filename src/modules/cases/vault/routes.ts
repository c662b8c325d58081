import type { Route } from '#platform/web/route.ts'
import { addProtectedPage } from './add/page.ts'
import { endProtectedPage } from './end/page.ts'
import { protectedDetailsPage } from './list/page.ts'
import { revealProtectedPage } from './show/page.ts'

export const vaultRoutes: readonly Route[] = [
  protectedDetailsPage,
  addProtectedPage,
  revealProtectedPage,
  endProtectedPage,
]

export const vaultActs: Record<string, string> = {
  'family.protected-details-read': 'Looked at which protected details are held',
  'family.protected-form-opened': 'Opened the form for a protected detail',
  'family.protected-detail-added': 'Sealed a protected detail',
  'family.protected-detail-shown': 'Was shown a protected detail',
  'family.protected-end-opened': 'Opened the form that ends a protected detail',
  'family.protected-detail-ended': 'Ended a protected detail',
}
