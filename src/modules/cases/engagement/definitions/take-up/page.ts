import { readDraft, saveDraft } from '#platform/drafts/store.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { shapeForms } from '../../../access.ts'
import { paths } from '../../../paths.ts'
import { takeUpForm } from './form.ts'
import { TakeUpForm } from './view.tsx'

/** Another borough's form is pasted here. It waits, sealed for its author, until it was looked at. */
export const takeUpFormPage = formPage({
  path: paths.takeUpForm,
  permission: shapeForms,
  record: notRecorded('nothing changes yet: the check that follows is recorded when it is confirmed'),
  title: 'Take up another borough’s form',
  area: 'Settings',
  // JSON has many characters that a form sends as three bytes.
  bodyLimit: 1024 * 1024,
  form: takeUpForm,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null
    const waiting = await readDraft(db, services.sealer, actor.accountId, paths.checkTakeUp.to())
    return {
      accountId: actor.accountId,
      organisation: actor.grant.organisation,
      waiting: waiting?.values['json'] ?? '',
    }
  },
  initial: ({ waiting }) => ({ json: waiting }),
  async save({ db, input, loaded, services }) {
    await saveDraft(db, services.sealer, loaded.accountId, paths.checkTakeUp.to(), { json: input.json }, 'any')
    return { redirect: paths.checkTakeUp.to() }
  },
  view: TakeUpForm,
})
