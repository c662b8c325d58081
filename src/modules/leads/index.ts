/** Implementation leads and champions: case consultations, and the months for which a borough sent in its activity. */
import type { Module } from '#platform/module.ts'
import { haveArea } from './access.ts'
import { consultationsPage } from './consultations/page.ts'
import { figuresPage } from './figures/page.ts'
import { homeSections } from './home/sections.ts'
import { paths } from './paths.ts'

export const leadsModule: Module = {
  name: 'leads',
  routes: [consultationsPage, figuresPage],
  areas: [{ text: 'Consultations', href: paths.consultations.to(), permission: haveArea, sort: 30 }],
  home: homeSections,
}
