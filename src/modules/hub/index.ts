/** The professional hub. So far: its pages and how often each was viewed. */
import type { Module } from '#platform/module.ts'
import { seeHub } from './access.ts'
import { figuresPage } from './figures/page.ts'
import { pagesPage } from './pages/page.ts'
import { paths } from './paths.ts'

export const hubModule: Module = {
  name: 'hub',
  routes: [pagesPage, figuresPage],
  areas: [{ text: 'Hub', href: paths.pages.to(), permission: seeHub, sort: 50 }],
}
