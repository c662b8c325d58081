import { openToAll, permission } from '#platform/access/actor.ts'

/** Published terms are for everybody; those who run and evaluate the partnership read the others too. */
export const readReport = openToAll('read-report', ['project', 'evaluator', 'training'])

/** The project manager decides when a term's report is for everybody. */
export const publishReport = permission('publish-report', ['project'])

/** Who is told what the report of the latest term still lacks. */
export const keepReport = permission('keep-report', ['project', 'evaluator'])
