import { ownOrFigures } from '#modules/people/index.ts'
import { page } from '#platform/web/page.ts'
import { seeQuarters } from '../access.ts'
import { paths } from '../paths.ts'
import { loadReleased } from '../released/load.ts'
import { loadOwnQuarters } from './load.ts'
import { Quarters } from './view.tsx'

export const quartersPage = page({
  path: paths.quarters,
  permission: seeQuarters,
  record: {
    act: 'change-figures.read',
    // A borough's exact figures by version; the partnership's roles read what has been released.
    subject: ({ own }) =>
      own === null ? { kind: 'change-release', id: '' } : { kind: 'change-version', id: own.version?.id ?? '' },
  },
  title: 'Change data by quarter',
  area: 'Change data',
  wide: true,
  load: (given) => ownOrFigures(given, loadReleased, loadOwnQuarters),
  view: Quarters,
})
