import type { Route } from '#platform/web/route.ts'
import { quartersFile } from './file.ts'
import { quartersPage } from './page.ts'

export const quarterRoutes: readonly Route[] = [quartersPage, quartersFile]

export const quarterActs: Record<string, string> = {
  'change-figures.read': 'Read change data by quarter',
  'change-figures.downloaded': 'Downloaded a borough’s exact change data',
}
