import { readingOf } from '#modules/people/index.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeFigures } from '../access.ts'
import { paths } from '../paths.ts'
import { loadFigures } from './load.ts'
import { Figures } from './view.tsx'

export const figuresPage = page({
  path: paths.figures,
  permission: seeFigures,
  record: notRecorded('counts, with no child in them'),
  title: 'Change data figures',
  area: 'Change data',
  wide: true,
  async load(given) {
    const reading = await readingOf(given)
    return reading && loadFigures(given.db, reading)
  },
  view: Figures,
})
