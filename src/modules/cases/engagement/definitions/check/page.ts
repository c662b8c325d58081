import { createHash } from 'node:crypto'
import { deleteDraft, readDraft } from '#platform/drafts/store.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { shapeForms } from '../../../access.ts'
import { paths } from '../../../paths.ts'
import { type Definition, readDefinition } from '../../definition.ts'
import { insertDefinition, lockDefinitions } from '../../definition-store.ts'
import { standard1 } from '../../standard.ts'
import { compareDefinitions } from '../compare.ts'
import { checkForm } from './form.ts'
import { CheckTakeUp } from './view.tsx'

/** A dry run: what the pasted form has against the standard one; confirmed, it is the borough's next version. */
export const checkTakeUpPage = formPage({
  path: paths.checkTakeUp,
  permission: shapeForms,
  record: { act: 'engagement-form.taken-up', subject: ({ organisationId: id }) => ({ kind: 'organisation', id }) },
  title: 'Check the form',
  area: 'Settings',
  form: checkForm,
  async load({ actor, db, services, asked }) {
    if (!isPerson(actor)) return null
    const waiting = await readDraft(db, services.sealer, actor.accountId, paths.checkTakeUp.to())
    const read = readDefinition(waiting?.values['json'] ?? '')
    // A second sending finds the form gone already: it is to get the answer of the first.
    if (!read.ok && asked.method === 'GET') return null
    const { organisation, organisationId } = actor.grant
    const definition: Definition | null = read.ok ? read.definition : null
    return {
      accountId: actor.accountId,
      personId: actor.personId,
      organisation,
      organisationId,
      definition,
      differences: definition === null ? [] : compareDefinitions(definition, standard1),
      mark: createHash('sha256').update(JSON.stringify(definition)).digest('base64url'),
    }
  },
  async save({ db, input: { mark, note }, loaded }) {
    const { accountId, personId, organisationId, definition } = loaded
    if (definition === null || mark !== loaded.mark)
      return { errors: { mark: 'Another form was pasted since: look at the differences again' } }
    await lockDefinitions(db, organisationId)
    await insertDefinition(db, { authorityId: organisationId, definition, note, personId })
    await deleteDraft(db, accountId, paths.checkTakeUp.to())
    return { redirect: paths.formDefinitions.to(), reason: note, cookies: { flash: 'The form was taken up.' } }
  },
  view: CheckTakeUp,
})
