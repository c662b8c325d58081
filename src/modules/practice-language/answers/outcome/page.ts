import { formPage } from '#platform/web/form-page.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeOffers } from '../../access.ts'
import { paths } from '../../paths.ts'
import { rulesOf } from '../../settings/checker.ts'
import { readOffers, saveOutcome } from '../store.ts'
import { outcomeForm } from './form.ts'
import { RecordOutcome } from './view.tsx'

export const outcomePage = formPage({
  path: paths.outcome,
  permission: seeOffers,
  record: { act: 'wording.outcome-recorded', subject: ({ offer }) => ({ kind: 'wording rule', id: offer.ruleId }) },
  title: 'Record an outcome',
  area: 'Settings',
  form: outcomeForm,
  load,
  initial: ({ offer: { lookedAt } }) => (lookedAt === null ? {} : { outcome: lookedAt.outcome, note: lookedAt.note }),
  async save({ db, input, loaded: { offer }, services }) {
    if (!(await saveOutcome(db, offer.id, input, services.clock.today())))
      return { errors: { outcome: 'Whoever answered has taken the answer back: there is nothing to record' } }
    return { redirect: paths.offeredAnswers.to(), cookies: { flash: 'The outcome was recorded.' } }
  },
  view: RecordOutcome,
})

async function load({ actor, db, params, services }: Given<'/wording-answers/:id'>) {
  if (!isPerson(actor)) return null
  const { organisationId, organisation } = actor.grant
  const offer = (await readOffers(db, organisationId)).find(({ id }) => id === params.id)
  if (offer === undefined) return null
  const rules = await rulesOf(db, organisationId, services.clock.today())
  return { organisation, offer, rule: rules.find(({ id }) => id === offer.ruleId) ?? null }
}

export type LoadedOffer = NonNullable<Awaited<ReturnType<typeof load>>>
