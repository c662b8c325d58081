import type { Route } from '#platform/web/route.ts'
import { worklistsPage } from './page.ts'

export const worklistsRoutes: readonly Route[] = [worklistsPage]

export const worklistsActs: Record<string, string> = { 'family.worklists-seen': 'Looked at what needs doing' }
