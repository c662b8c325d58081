import { page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { keepGuidance } from '../../../access.ts'
import { paths } from '../../../paths.ts'
import { readGuidance } from '../../guidance-store.ts'
import { GuidanceLinks } from './view.tsx'

/** Where the partnership keeps the guidance that stands beside the questions of the engagement form. */
export const guidanceLinksPage = page({
  path: paths.guidanceLinks,
  permission: keepGuidance,
  record: notRecorded('addresses of published guidance'),
  title: 'Guidance beside the questions',
  area: 'Settings',
  load: async ({ actor, db }) => (isPerson(actor) ? { links: await readGuidance(db) } : null),
  view: GuidanceLinks,
})
