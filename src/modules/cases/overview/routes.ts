import type { Route } from '#platform/web/route.ts'
import { familyPage } from './page.ts'

export const overviewRoutes: readonly Route[] = [familyPage]

/** What the access record says of these pages. */
export const overviewActs: Record<string, string> = { 'family.read': 'Read the first page of the record' }
