/** Cross-checks of a borough's figures with what the Department has published of it, and of its files with one another. */
export { type Check, type CheckKey, checkSchema } from './check.ts'
export { authorityCodeOf, checksOf } from './checks-of.ts'
export { publishedFiguresCommand } from './published-files/command.ts'
export { readPublished } from './store.ts'
export { Checks } from './view.tsx'
