import { path } from '#platform/web/path.ts'

export const paths = { pages: path('/hub'), figures: path('/hub/figures') } as const
