import { permission } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/role.ts'

/** When which course runs: everybody who works with families, and those who run the partnership. */
export const seeBlocks = permission('training.see-blocks', [
  'practitioner',
  'supervisor',
  'champion',
  'lead',
  'quality',
  'complaints',
  'training',
  'project',
  'borough_lead',
  'evaluator',
])

// Attendance row by row: their own borough's, and the training manager all.
const ofOneBorough: readonly Role[] = ['supervisor', 'lead', 'borough_lead']

/** How many came: a borough's own people their own, the partnership's roles all of it. */
export const seeFigures = permission('training.see-figures', [...ofOneBorough, 'training', 'project', 'evaluator'])

/** Whose attendance stands beside a block in the list of this role: one borough's, everybody's, or none that it may count. */
export const attendanceShown = (role: Role): 'own borough' | 'all' | 'none' => {
  if (ofOneBorough.includes(role)) return 'own borough'
  return role === 'training' ? 'all' : 'none'
}
