import { path } from '#platform/web/path.ts'

/** Where the format of what a borough's own system reads is published. */
export const apiPaths = { schema: path('/schemas/change-data/v1.json') } as const
