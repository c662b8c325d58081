import { permission } from '#platform/access/actor.ts'

/** Reading families: one's own, or those of the borough; which ones the database decides. */
export const seeFamilies = permission('cases.see-families', [
  'practitioner',
  'champion',
  'supervisor',
  'lead',
  'quality',
  'borough_lead',
])
/** Recording: whoever works with the family. */
export const writeFamilies = permission('cases.write-families', ['practitioner', 'champion', 'supervisor'])
/** Supervision, and who works with a family. */
export const superviseFamilies = permission('cases.supervise', ['supervisor'])
/** Seals, walls, and looking at what was opened in an emergency. */
export const protectFamilies = permission('cases.protect', ['supervisor', 'borough_lead'])
/** A manager on duty opens a family that is not theirs. */
export const openInEmergency = permission('cases.open-in-emergency', ['supervisor'])
/** The borough's own questions in the engagement form. */
export const shapeForms = permission('cases.shape-forms', ['lead'])
/** Where a partnership keeps its guidance. */
export const keepGuidance = permission('cases.keep-guidance', ['project'])
/** Keys for the borough's case management system, and where its records are. */
export const keepKeys = permission('cases.keep-keys', ['admin'])
