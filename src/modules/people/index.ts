/** Partnerships, memberships, terms, teams and staff; and what every room needs to know of who reads it. */
import type { Module } from '#platform/module.ts'
import { seeSettings } from './access.ts'
import { addMembershipPage } from './add-membership/page.ts'
import { addStaffPage } from './add-staff/page.ts'
import { addTeamPage } from './add-team/page.ts'
import { addTermPage } from './add-term/page.ts'
import { changeMembershipPage } from './change-membership/page.ts'
import { changeStaffPage } from './change-staff/page.ts'
import { changeTeamPage } from './change-team/page.ts'
import { changeTermPage } from './change-term/page.ts'
import { checkImportPage } from './check-import/page.ts'
import { homeSections } from './home/sections.ts'
import { importStaffPage } from './import-staff/page.ts'
import { partnershipPage } from './partnership/page.ts'
import { paths } from './paths.ts'
import { settingsPage } from './settings/page.ts'
import { staffPage } from './staff/page.ts'
import { teamsPage } from './teams/page.ts'

export type { Membership, Named, Partnership } from './partnership.ts'
export {
  currentTerm,
  memberIn,
  ownOrFigures,
  type Paged,
  type Reading,
  readingOf,
  readPage,
  upTo,
} from './reading/reading.ts'
export { FilterBy, NoTerms, Pages, ReportLink, RoomFilters, RoomTabs } from './reading/room.tsx'
export type { StaffMember } from './staff.ts'
export { readInPost } from './staff-store.ts'
export { lastDay, type Term, termLabel } from './term.ts'

export const peopleModule: Module = {
  name: 'people',
  routes: [
    settingsPage,
    partnershipPage,
    addMembershipPage,
    changeMembershipPage,
    addTermPage,
    changeTermPage,
    staffPage,
    addStaffPage,
    importStaffPage,
    checkImportPage,
    changeStaffPage,
    teamsPage,
    addTeamPage,
    changeTeamPage,
  ],
  acts: {
    'membership.added': 'Added a member to the partnership',
    'membership.changed': 'Changed a membership',
    'partnership.seen': 'Looked at the partnership',
    'staff.added': 'Added somebody to the staff',
    'staff.changed': 'Changed an entry of the staff',
    'staff.imported': 'Imported a list of staff',
    'staff.listed': 'Looked at the list of staff',
    'team.added': 'Added a team',
    'team.changed': 'Changed a team',
    'term.added': 'Added a term',
    'term.changed': 'Changed a term',
  },
  areas: [{ text: 'Settings', href: paths.settings.to(), permission: seeSettings, sort: 100 }],
  home: homeSections,
}
