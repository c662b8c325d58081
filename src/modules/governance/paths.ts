import { path } from '#platform/web/path.ts'

export const paths = { groups: path('/governance'), figures: path('/governance/figures') } as const
