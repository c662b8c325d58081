/** Partnerships, memberships, terms, teams and staff; and what every room needs to know of who reads it. */
export { boroughsAmong, type Membership, type Named, type Partnership } from './partnership.ts'
export {
  currentTerm,
  memberIn,
  type Paged,
  pageSize,
  type Reading,
  readingOf,
  readPage,
  upTo,
} from './reading/reading.ts'
export { FilterBy, NoTerms, Pages, ReportLink, RoomFilters, RoomTabs } from './reading/room.tsx'
export type { StaffMember } from './staff.ts'
export { readInPost } from './staff-store.ts'
export { readPartnerships, readTerms } from './store.ts'
export { lastDay, type Term, termLabel, termOn } from './term.ts'
