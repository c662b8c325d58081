import { type Role, roleNames } from '#platform/access/role.ts'

const isRole = (role: string): role is Role => Object.hasOwn(roleNames, role)

/** What a role is called on a page. One that this version does not know keeps its own name. */
export const roleWords = (role: string): string => {
  if (isRole(role)) return roleNames[role]
  return role === 'system' ? 'Case management system' : role
}
