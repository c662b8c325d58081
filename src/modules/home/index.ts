import type { HomeSection, Module } from '#platform/module.ts'
import { homePage } from './page.ts'

/** What needs me today: one page for every role, made of what the other rooms say. It knows none of them. */
export const homeModule = (sections: readonly HomeSection[]): Module => ({
  name: 'home',
  routes: [homePage(sections)],
  areas: [{ text: 'Home', href: '/', permission: homePage(sections).permission, sort: 0 }],
})
