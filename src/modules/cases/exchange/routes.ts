import type { JsonRoute } from '#platform/web/json-route.ts'
import type { Route } from '#platform/web/route.ts'
import { apiRoutes } from './api.ts'
import { schemaRoute } from './schema-route.ts'
import { addKeyPage } from './settings/add-key.tsx'
import { caseSystemPage } from './settings/case-system.ts'
import { endKeyPage } from './settings/end-key.ts'

/** What comes in from a case management system and goes out to one. */
export const exchangeRoutes: readonly (Route | JsonRoute)[] = [
  ...apiRoutes,
  schemaRoute,
  caseSystemPage,
  addKeyPage,
  endKeyPage,
]

/** What the access record says of them. */
export const exchangeActs: Record<string, string> = {
  'family.found-by-system': 'The case system found this record by its number',
  'family.read-by-system': 'The case system read this record',
  'family.sent-by-system': 'The case system sent a record',
  'case-system.link-set': 'Set where the case system shows records',
  'case-system.key-made': 'Made a key for the case system',
  'case-system.key-ended': 'Ended a key of the case system',
}
