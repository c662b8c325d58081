/** The groups that steer a partnership, who sits in them and how often they meet. */
import type { Module } from '#platform/module.ts'
import { seeGroups } from './access.ts'
import { figuresPage } from './figures/page.ts'
import { homeSections } from './home/sections.ts'
import { groupsPage } from './list/page.ts'
import { paths } from './paths.ts'

export const governanceModule: Module = {
  name: 'governance',
  routes: [groupsPage, figuresPage],
  areas: [{ text: 'Governance', href: paths.groups.to(), permission: seeGroups, sort: 90 }],
  home: homeSections,
}
