/** Change data: the partnership's four indicators as the boroughs return them. */
import type { Module } from '#platform/module.ts'
import { haveArea } from './access.ts'
import { figuresPage } from './figures/page.ts'
import { homeSections } from './home/sections.ts'
import { paths } from './paths.ts'
import { returnsPage } from './returns/page.ts'

export const indicatorsModule: Module = {
  name: 'indicators',
  routes: [returnsPage, figuresPage],
  areas: [{ text: 'Change data', href: paths.returns.to(), permission: haveArea, sort: 70 }],
  home: homeSections,
}
