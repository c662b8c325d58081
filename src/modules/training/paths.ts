import { path } from '#platform/web/path.ts'

export const paths = { blocks: path('/training'), figures: path('/training/figures') } as const
