import { formPage } from '#platform/web/form-page.ts'
import { keepRules } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadRule } from '../load-rule.ts'
import { decide, lockRules } from '../store.ts'
import { ownRuleForm } from './form.ts'
import { ChangeOwnRule } from './view.tsx'

export const changeOwnRulePage = formPage({
  path: paths.changeOwnRule,
  permission: keepRules,
  record: { act: 'wording.rule-changed', subject: ({ rule }) => ({ kind: 'wording rule', id: rule.id }) },
  title: 'Change a wording rule of your own',
  area: 'Settings',
  draft: true,
  form: ownRuleForm,
  async load(given) {
    const loaded = await loadRule(given)
    return loaded === null || loaded.rule.state !== 'own' ? null : loaded
  },
  initial({ rule }) {
    const { category, level, who = 'any', why, reframe, sources } = rule
    const lines = (phrases: readonly string[]) => phrases.join('\n')
    return {
      ...{ category, level, who, why, reframe },
      name: rule.id.replace(/^own\./, '').replaceAll('-', ' '),
      patterns: lines(rule.patterns),
      examples: lines(rule.examples),
      except: lines(rule.except),
      counter: lines(rule.counter),
      sourceTitle: sources[0]?.title ?? '',
      sourceAddress: sources[0]?.url ?? '',
    }
  },
  async save({ db, input: { reason, rule: changed }, loaded: { rule, organisationId, personId, today } }) {
    await lockRules(db, organisationId)
    const change = { kind: 'own', data: changed } as const
    await decide(db, { organisationId, ruleId: rule.id, change, reason, today, ends: null, decidedBy: personId })
    return { redirect: paths.rule.to({ rule: rule.id }), reason, cookies: { flash: 'The rule was changed.' } }
  },
  view: ChangeOwnRule,
})
