import { page } from '#platform/web/page.ts'
import { seeFiles } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadFile } from './load.ts'
import { File } from './view.tsx'

export const filePage = page({
  path: paths.file,
  permission: seeFiles,
  record: { act: 'return-file.seen', subject: ({ file }) => ({ kind: 'return-file', id: file.id }) },
  // What it was called may name somebody.
  title: 'Change data file',
  area: 'Change data',
  wide: true,
  load: loadFile,
  view: File,
})
