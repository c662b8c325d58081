import type { Route } from '#platform/web/route.ts'
import { meaningsPage } from './page.ts'

export const meaningsRoutes: readonly Route[] = [meaningsPage]
