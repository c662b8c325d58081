import { path } from '#platform/web/path.ts'

export const paths = { consultations: path('/consultations'), figures: path('/consultations/figures') } as const
