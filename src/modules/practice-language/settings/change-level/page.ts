import { formPage } from '#platform/web/form-page.ts'
import { keepRules } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadRule } from '../load-rule.ts'
import { decide, lockRules } from '../store.ts'
import { changeLevelForm } from './form.ts'
import { ChangeLevel } from './view.tsx'

export const changeLevelPage = formPage({
  path: paths.changeLevel,
  permission: keepRules,
  record: { act: 'wording.level-changed', subject: ({ rule }) => ({ kind: 'wording rule', id: rule.id }) },
  title: 'Change how a wording rule prompts',
  area: 'Settings',
  form: changeLevelForm,
  async load(given) {
    const loaded = await loadRule(given)
    // The level of one's own rule is changed with the rule; what was learned has one level.
    return loaded === null || loaded.rule.state === 'own' || loaded.rule.of === 'learned' ? null : loaded
  },
  initial: ({ rule }) => ({ level: rule.level }),
  async save({ db, input: { level, reason }, loaded: { rule, organisationId, personId, today } }) {
    if (level === rule.level) return { errors: { level: 'The rule prompts like this already' } }
    await lockRules(db, organisationId)
    const change = { kind: 'level', data: { level } } as const
    await decide(db, { organisationId, ruleId: rule.id, change, reason, today, ends: null, decidedBy: personId })
    return { redirect: paths.rule.to({ rule: rule.id }), reason, cookies: { flash: 'The rule was changed.' } }
  },
  view: ChangeLevel,
})
