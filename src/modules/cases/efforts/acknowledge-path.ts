import { path } from '#platform/web/path.ts'

/** "I told her that we see this": the day, and nothing else. */
export const acknowledgePath = path('/families/:familyId/efforts/:entryId/told')
