/** Change data: figures by one written definition from the returns that boroughs make, signed by two people, and what of them may leave a borough. */
import type { Module } from '#platform/module.ts'

export { checksOf } from './checks/index.ts'
export { figuresV1 } from './definition/figures.ts'
export { type StackFile, stack } from './definition/stack.ts'
export { extractSealing } from './files/sealed-rows.ts'
export type { Assessment, Episode, Extract, Plan } from './readers/extract.ts'
export type { Fault } from './readers/fault.ts'
export { type PastRelease, releaseOf } from './versions/release.ts'

import { haveArea } from './access.ts'
import { publishedFiguresCommand } from './checks/index.ts'
import { directionActs, directionRoutes } from './direction/routes.ts'
import { figuresPage } from './figures/page.ts'
import { filesActs, filesRoutes } from './files/routes.ts'
import { homeSections } from './home/sections.ts'
import { meaningsRoutes } from './meanings/routes.ts'
import { paths } from './paths.ts'
import { quarterActs, quarterRoutes } from './quarters/routes.ts'
import { releasedActs, releasedRoutes } from './released/routes.ts'
import { returnsPage } from './returns/page.ts'
import { versionActs, versionRoutes } from './versions/routes.ts'

export const indicatorsModule: Module = {
  name: 'indicators',
  routes: [
    ...quarterRoutes,
    ...directionRoutes,
    ...filesRoutes,
    ...versionRoutes,
    ...releasedRoutes,
    ...meaningsRoutes,
    returnsPage,
    figuresPage,
  ],
  areas: [{ text: 'Change data', href: paths.quarters.to(), permission: haveArea, sort: 70 }],
  home: homeSections,
  commands: [publishedFiguresCommand],
  acts: { ...quarterActs, ...directionActs, ...filesActs, ...versionActs, ...releasedActs },
}
