import { path } from '#platform/web/path.ts'

export const paths = { rounds: path('/audits'), figures: path('/audits/figures') } as const
