/** Courses and their blocks, who attended, and how far teams are covered. */
import type { Module } from '#platform/module.ts'
import { seeBlocks } from './access.ts'
import { blocksPage } from './blocks/page.ts'
import { figuresPage } from './figures/page.ts'
import { homeSections } from './home/sections.ts'
import { paths } from './paths.ts'

export const trainingModule: Module = {
  name: 'training',
  routes: [blocksPage, figuresPage],
  areas: [{ text: 'Training', href: paths.blocks.to(), permission: seeBlocks, sort: 20 }],
  home: homeSections,
}
