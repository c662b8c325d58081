/** Case-file audits: rounds, and how many files were read in them. */
import type { Module } from '#platform/module.ts'
import { haveArea } from './access.ts'
import { figuresPage } from './figures/page.ts'
import { homeSections } from './home/sections.ts'
import { paths } from './paths.ts'
import { roundsPage } from './rounds/page.ts'

export const auditsModule: Module = {
  name: 'audits',
  routes: [roundsPage, figuresPage],
  areas: [{ text: 'Audits', href: paths.rounds.to(), permission: haveArea, sort: 60 }],
  home: homeSections,
}
