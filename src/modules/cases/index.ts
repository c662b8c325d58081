import type { Module } from '#platform/module.ts'
import { seeFamilies } from './access.ts'
import { paths } from './paths.ts'

/** Families: the perpetrator's pattern in the record. */
export const casesModule: Module = {
  name: 'cases',
  routes: [],
  areas: [{ text: 'Families', href: paths.families.to(), permission: seeFamilies, sort: 10 }],
}
