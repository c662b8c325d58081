import { permission } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/role.ts'

const ofOneBorough: readonly Role[] = ['analyst', 'lead', 'borough_lead']
const ofPartnership: readonly Role[] = ['project', 'evaluator', 'training']

/** The change data of one's own borough, indicator by indicator; the partnership's roles see the counts in its place. */
export const seeReturns = permission('indicators.see-returns', [...ofOneBorough, ...ofPartnership])
/** How many, of how many, in which period. */
export const seeFigures = permission('indicators.see-figures', seeReturns.roles)
/** Figures by the written definition: a borough's own, or for the partnership's roles what boroughs have released. */
export const seeQuarters = permission('indicators.see-quarters', seeReturns.roles)
/** The borough's own lines over time, and what is marked on them. */
export const seeDirection = permission('indicators.see-direction', ofOneBorough)
export const markDirection = permission('indicators.mark-direction', ofOneBorough)
/** Which files were uploaded, and what was wrong with them. Never a child. */
export const seeFiles = permission('indicators.see-files', ofOneBorough)
/** Taking files in, withdrawing them, saying how a table is to be read: of all roles the only one that opens an extract. */
export const keepFiles = permission('indicators.keep-files', ['analyst'])
export const seeVersions = permission('indicators.see-versions', ofOneBorough)
/** Computing a version and signing it first. */
export const makeVersion = permission('indicators.make-version', ['analyst'])
/** The second signature, which locks a version and releases what may leave the borough. */
export const lockVersion = permission('indicators.lock-version', ['lead', 'borough_lead'])
export const setWithholding = permission('indicators.set-withholding', ['borough_lead'])
/** What has left the boroughs. */
export const seeReleases = permission('indicators.see-releases', ofPartnership)
/** Who has the area in the bar: the training manager reaches these counts from the report. */
export const haveArea = permission('indicators.area', [...ofOneBorough, 'project', 'evaluator'])
