import { permission } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/role.ts'

const referring: readonly Role[] = ['lead', 'borough_lead', 'provider']
const looking: readonly Role[] = ['practitioner', 'supervisor', 'champion', 'quality']
const counting: readonly Role[] = ['project', 'evaluator', 'training']

/** Programmes for everybody who may refer; referrals for those who sent or received them; counts for the partnership's roles. */
export const seeProgrammes = permission('marketplace.see-programmes', [...referring, ...looking, ...counting])
/** Referrals and what came of them: one's own borough's, one's own programmes', or all as counts. */
export const seeFigures = permission('marketplace.see-figures', [...referring, ...counting])
/** Who has the area in the bar: the training manager reaches these counts from the report. */
export const haveArea = permission('marketplace.area', [...referring, ...looking, 'project', 'evaluator'])

/** What stands under `/programmes` for a role. */
export const listShown = (role: Role): 'referrals' | 'programmes' | 'figures' => {
  if (referring.includes(role)) return 'referrals'
  return looking.includes(role) ? 'programmes' : 'figures'
}
