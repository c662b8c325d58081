import { permission } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/role.ts'

const ofOneBorough: readonly Role[] = ['lead', 'champion', 'borough_lead']

/** Consultations of one's own borough row by row; the partnership's roles see counts in their place. */
export const seeConsultations = permission('leads.see-consultations', [
  ...ofOneBorough,
  'project',
  'evaluator',
  'training',
])
/** How many consultations were given, in how many months of data. */
export const seeFigures = permission('leads.see-figures', seeConsultations.roles)
/** Who has the area in the bar: the training manager reaches these counts from the report. */
export const haveArea = permission('leads.area', [...ofOneBorough, 'project', 'evaluator'])
