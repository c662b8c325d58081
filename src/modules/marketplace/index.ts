/** Behaviour-change programmes, referrals to them, and what came of those. */
import type { Module } from '#platform/module.ts'
import { haveArea } from './access.ts'
import { figuresPage } from './figures/page.ts'
import { homeSections } from './home/sections.ts'
import { paths } from './paths.ts'
import { programmesPage } from './programmes/page.ts'

export const marketplaceModule: Module = {
  name: 'marketplace',
  routes: [programmesPage, figuresPage],
  areas: [{ text: 'Programmes', href: paths.programmes.to(), permission: haveArea, sort: 40 }],
  home: homeSections,
}
