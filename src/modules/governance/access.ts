import { permission } from '#platform/access/actor.ts'

/** Who steers the partnership, and how often: those who sit in its groups or answer for them. */
export const seeGroups = permission('governance.see-groups', ['lead', 'project', 'borough_lead', 'evaluator'])
