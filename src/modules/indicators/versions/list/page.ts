import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeVersions } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readerOf } from '../reader.ts'
import { readVersions } from '../store.ts'
import { Versions } from './view.tsx'

export const versionsPage = page({
  path: paths.versions,
  permission: seeVersions,
  record: notRecorded('who signed which version and when, without a figure'),
  title: 'Sign-off of change data',
  area: 'Change data',
  wide: true,
  async load({ actor, db }) {
    const reader = readerOf(actor)
    return reader && { reader, versions: await readVersions(db, reader.borough.id) }
  },
  view: Versions,
})
