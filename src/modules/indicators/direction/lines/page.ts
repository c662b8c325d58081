import { page } from '#platform/web/page.ts'
import { seeDirection } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadLines } from './load.ts'
import { Lines } from './view.tsx'

export const directionPage = page({
  path: paths.direction,
  permission: seeDirection,
  record: {
    act: 'change-version.lines-seen',
    subject: ({ drawn, borough }) =>
      drawn === null ? { kind: 'organisation', id: borough.id } : { kind: 'change-version', id: drawn.id },
  },
  title: 'Change data over time',
  area: 'Change data',
  wide: true,
  load: loadLines,
  view: Lines,
})
