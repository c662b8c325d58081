export { homeSections as home } from './sections.ts'
