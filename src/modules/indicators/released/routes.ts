import type { JsonRoute } from '#platform/web/json-route.ts'
import type { Route } from '#platform/web/route.ts'
import { apiRoutes } from './api/routes.ts'
import { releasesFile } from './file/page.ts'

/** What has left the boroughs, as files and for their own systems. The page is that of the quarters, for the partnership's roles. */
export const releasedRoutes: readonly (Route | JsonRoute)[] = [releasesFile, ...apiRoutes]

export const releasedActs: Record<string, string> = {
  'change-release.downloaded': 'Downloaded the change data that boroughs have released',
  'change-release.read-by-system': 'A system of the borough read its released change data',
}
