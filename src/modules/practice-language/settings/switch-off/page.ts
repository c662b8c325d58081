import { formPage } from '#platform/web/form-page.ts'
import { keepRules } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadRule } from '../load-rule.ts'
import { decide, lockRules } from '../store.ts'
import { switchOffForm } from './form.ts'
import { SwitchOff } from './view.tsx'

export const switchOffPage = formPage({
  path: paths.switchOff,
  permission: keepRules,
  record: { act: 'wording.rule-switched-off', subject: ({ rule }) => ({ kind: 'wording rule', id: rule.id }) },
  title: 'Switch a wording rule off',
  area: 'Settings',
  form: switchOffForm,
  async load(given) {
    const loaded = await loadRule(given)
    // One's own rule is ended, not switched off; one that is off already has nothing to switch.
    return loaded === null || loaded.rule.state === 'own' || loaded.rule.state === 'switched off' ? null : loaded
  },
  async save({ db, input: { reason, ends }, loaded: { rule, organisationId, personId, today } }) {
    if (ends !== null && ends <= today) return { errors: { last: 'Last day must be today or later' } }
    await lockRules(db, organisationId)
    await decide(db, {
      organisationId,
      ruleId: rule.id,
      change: { kind: 'off', data: {} },
      reason,
      today,
      ends,
      decidedBy: personId,
    })
    return {
      redirect: paths.rule.to({ rule: rule.id }),
      reason,
      cookies: { flash: 'The rule is switched off in your borough.' },
    }
  },
  view: SwitchOff,
})
