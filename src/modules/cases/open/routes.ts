import type { Route } from '#platform/web/route.ts'
import { fromCaseSystemPage } from './from-case-system.ts'
import { openFamilyPage } from './page.ts'

export const openRoutes: readonly Route[] = [openFamilyPage, fromCaseSystemPage]

export const openActs: Record<string, string> = {
  'family.opened': 'Opened the record',
  'family.asked-by-number': 'Came from the case system with a number',
}
