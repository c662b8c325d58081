import { permission } from '#platform/access/actor.ts'

/** The page of settings: what each of these roles can look after. */
export const seeSettings = permission('people.settings', ['project', 'admin', 'supervisor', 'lead', 'borough_lead'])
/** Memberships, stages and terms of the partnership. */
export const managePartnership = permission('people.manage-partnership', ['project'])
/** The staff list of one's own organisation: administrators change it, the others look. */
export const seeStaff = permission('people.see-staff', ['admin', 'supervisor', 'lead', 'borough_lead'])
/** Staff and teams of one's own organisation. */
export const manageStaff = permission('people.manage-staff', ['admin'])
