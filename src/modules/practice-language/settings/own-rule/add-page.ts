import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepRules } from '../../access.ts'
import { paths } from '../../paths.ts'
import { decide, lockRules, readOwnRuleIds } from '../store.ts'
import { ownRuleForm } from './form.ts'
import { AddOwnRule } from './view.tsx'

export const addRulePage = formPage({
  path: paths.addRule,
  permission: keepRules,
  record: { act: 'wording.rule-added' },
  title: 'Add a wording rule',
  area: 'Settings',
  draft: true,
  form: ownRuleForm,
  load: async ({ actor, services }) =>
    isPerson(actor)
      ? {
          organisationId: actor.grant.organisationId,
          organisation: actor.grant.organisation,
          personId: actor.personId,
          today: services.clock.today(),
        }
      : null,
  initial: () => ({ level: 'consider', who: 'any' }),
  async save({ db, input: { ruleId, reason, rule }, loaded: { organisationId, personId, today } }) {
    await lockRules(db, organisationId)
    if ((await readOwnRuleIds(db, organisationId)).includes(ruleId))
      return { errors: { name: 'Your borough has, or had, a rule of this name: choose another' } }
    const change = { kind: 'own', data: rule } as const
    await decide(db, { organisationId, ruleId, change, reason, today, ends: null, decidedBy: personId })
    return {
      redirect: paths.rule.to({ rule: ruleId }),
      reason,
      subject: { kind: 'wording rule', id: ruleId },
      cookies: { flash: 'The rule was added.' },
    }
  },
  view: AddOwnRule,
})
