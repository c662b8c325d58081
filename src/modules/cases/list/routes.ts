import type { Route } from '#platform/web/route.ts'
import { familiesPage } from './page.ts'

export const listRoutes: readonly Route[] = [familiesPage]

export const listActs: Record<string, string> = {
  'family.listed': 'Looked at the list of families',
  'family.searched': 'Searched for a family',
}
