import { page } from '#platform/web/page.ts'
import { seeVersions } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readerOf } from '../reader.ts'
import { loadVersion } from './load.ts'
import { ShowVersion } from './view.tsx'

export const versionPage = page({
  path: paths.version,
  permission: seeVersions,
  record: { act: 'change-version.read', subject: ({ version }) => ({ kind: 'change-version', id: version.id }) },
  title: 'A version of change data',
  area: 'Change data',
  wide: true,
  async load({ actor, db, params }) {
    const reader = readerOf(actor)
    return reader && loadVersion(db, reader, params.versionId)
  },
  view: ShowVersion,
})
