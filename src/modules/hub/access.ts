import { permission } from '#platform/access/actor.ts'

/** The pages of the hub and how often each was viewed. Views are counted without anybody in them. */
export const seeHub = permission('hub.see-views', ['lead', 'training', 'project', 'borough_lead', 'evaluator'])
