import { readingOf } from '#modules/people/index.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeQuarters } from '../access.ts'
import { paths } from '../paths.ts'
import { Meanings } from './view.tsx'

export const meaningsPage = page({
  path: paths.meanings,
  permission: seeQuarters,
  record: notRecorded('definitions, with no figure of anybody'),
  title: 'Change data definitions',
  area: 'Change data',
  load: readingOf,
  view: Meanings,
})
