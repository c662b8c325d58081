import { path } from '#platform/web/path.ts'

export const paths = { programmes: path('/programmes'), figures: path('/programmes/figures') } as const
