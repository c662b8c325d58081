import { page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { seeSettings } from '../access.ts'
import { paths } from '../paths.ts'
import { settingsFor } from './links.ts'
import { Settings } from './view.tsx'

export const settingsPage = page({
  path: paths.settings,
  permission: seeSettings,
  record: notRecorded('links only'),
  title: 'Settings',
  area: 'Settings',
  load: async ({ actor }) =>
    isPerson(actor) ? { organisation: actor.grant.organisation, links: settingsFor(actor.grant.role) } : null,
  view: Settings,
})
