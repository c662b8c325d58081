import { path } from '#platform/web/path.ts'

/** Where other systems ask. What a person opens is in the room's own paths. */
export const exchangePaths = {
  families: path('/api/v1/families'),
  family: path('/api/v1/families/:id'),
  byCaseNumber: path('/api/v1/families/by-case-number/:number'),
  schema: path('/schemas/family-record/v1.json'),
} as const
