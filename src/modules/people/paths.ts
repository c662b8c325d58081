import { path } from '#platform/web/path.ts'

export const paths = {
  settings: path('/settings'),
  partnership: path('/settings/partnership'),
  addMembership: path('/settings/partnership/memberships/add'),
  changeMembership: path('/settings/partnership/memberships/:id'),
  addTerm: path('/settings/partnership/terms/add'),
  changeTerm: path('/settings/partnership/terms/:id'),
  staff: path('/settings/staff'),
  addStaff: path('/settings/staff/add'),
  importStaff: path('/settings/staff/import'),
  checkImport: path('/settings/staff/import/check'),
  changeStaff: path('/settings/staff/:id'),
  teams: path('/settings/teams'),
  addTeam: path('/settings/teams/add'),
  changeTeam: path('/settings/teams/:id'),
} as const
