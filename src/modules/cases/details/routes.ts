import type { Route } from '#platform/web/route.ts'
import { changeFamilyPage } from './change-page.ts'
import { closeFamilyPage } from './close-page.ts'
import { workersPage } from './workers-page.ts'

export const detailsRoutes: readonly Route[] = [changeFamilyPage, closeFamilyPage, workersPage]

export const detailsActs: Record<string, string> = {
  'family.details-read': 'Looked at the details of the record',
  'family.details-changed': 'Changed the details of the record',
  'family.closing-read': 'Looked at closing the record',
  'family.closed-or-reopened': 'Closed the record, or opened it again',
  'family.workers-read': 'Looked at who works with the family',
  'family.workers-changed': 'Changed who works with the family, or its team',
}
