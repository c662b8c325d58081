import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepRules } from '../../access.ts'
import { paths } from '../../paths.ts'
import { rulesOf } from '../checker.ts'
import { endDecision, lockRules, readInForce } from '../store.ts'
import { endChangeForm } from './form.ts'
import { EndChange } from './view.tsx'

/** Ends a change that is in force: switches a rule on again, takes an own rule, words or a link away. Also one that cannot be read any more. */
export const endChangePage = formPage({
  path: paths.endChange,
  permission: keepRules,
  record: { act: 'wording.change-ended', subject: ({ decision }) => ({ kind: 'wording rule', id: decision.ruleId }) },
  title: 'End a change to the wording rules',
  area: 'Settings',
  form: endChangeForm,
  async load({ actor, db, params, services }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const today = services.clock.today()
    const decision = (await readInForce(db, organisationId, today)).find(({ id }) => id === params.id)
    if (decision === undefined || decision.ruleId !== params.rule) return null
    const rule = (await rulesOf(db, organisationId, today)).find(({ id }) => id === decision.ruleId) ?? null
    return { organisationId, organisation, today, decision, rule }
  },
  async save({ db, input: { reason }, loaded: { organisationId, decision, rule, today } }) {
    await lockRules(db, organisationId)
    if (!(await endDecision(db, decision.id, today, reason)))
      return { errors: { reason: 'Somebody else has ended this change already' } }
    const stays = rule !== null && rule.state !== 'own'
    return {
      redirect: stays ? paths.rule.to({ rule: rule.id }) : paths.rules.to(),
      reason,
      cookies: { flash: 'The change was ended.' },
    }
  },
  view: EndChange,
})
