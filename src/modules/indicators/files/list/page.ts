import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeFiles } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadFiles } from './load.ts'
import { Files } from './view.tsx'

export const filesPage = page({
  path: paths.files,
  permission: seeFiles,
  record: notRecorded('facts of files, with no child in them'),
  title: 'Change data files',
  area: 'Change data',
  wide: true,
  load: loadFiles,
  view: Files,
})
