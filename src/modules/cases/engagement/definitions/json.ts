import { file } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { shapeForms } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readCurrentDefinition } from '../definition-store.ts'

/** The form that new ones are filled in with, for another borough to take up. */
export const formDefinitionFile = file({
  path: paths.formDefinitionJson,
  permission: shapeForms,
  record: notRecorded('the questions of a form, and nobody’s answers'),
  load: async ({ actor, db }) => (isPerson(actor) ? readCurrentDefinition(db, actor.grant.organisationId) : null),
  write: async ({ definition }) => ({
    type: 'application/json; charset=utf-8',
    name: 'engagement-form.json',
    body: `${JSON.stringify(definition, null, 2)}\n`,
  }),
})
