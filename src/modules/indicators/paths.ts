import { path } from '#platform/web/path.ts'

export const paths = { returns: path('/change-data'), figures: path('/change-data/figures') } as const
