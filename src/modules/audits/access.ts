import { permission } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/role.ts'

const ofOneBorough: readonly Role[] = ['quality', 'lead', 'borough_lead']

/** The audit rounds of one's own borough; the partnership's roles see the counts in their place. */
export const seeRounds = permission('audits.see-rounds', [...ofOneBorough, 'project', 'evaluator', 'training'])
/** How many rounds were held, and how many case files were read in them. */
export const seeFigures = permission('audits.see-figures', seeRounds.roles)
/** Who has the area in the bar: the training manager reaches these counts from the report. */
export const haveArea = permission('audits.area', [...ofOneBorough, 'project', 'evaluator'])
