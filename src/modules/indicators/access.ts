import { permission } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/role.ts'

const ofOneBorough: readonly Role[] = ['lead', 'borough_lead']

/** The change data of one's own borough, indicator by indicator; the partnership's roles see the counts in its place. */
export const seeReturns = permission('indicators.see-returns', [...ofOneBorough, 'project', 'evaluator', 'training'])
/** How many, of how many, in which period. */
export const seeFigures = permission('indicators.see-figures', seeReturns.roles)
/** Who has the area in the bar: the training manager reaches these counts from the report. */
export const haveArea = permission('indicators.area', [...ofOneBorough, 'project', 'evaluator'])
