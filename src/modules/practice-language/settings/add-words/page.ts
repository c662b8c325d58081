import { formPage } from '#platform/web/form-page.ts'
import { keepRules } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadRule } from '../load-rule.ts'
import { decisionOf } from '../overlay.ts'
import { decide, lockRules } from '../store.ts'
import { addWordsForm } from './form.ts'
import { AddWords } from './view.tsx'

export const addWordsPage = formPage({
  path: paths.addWords,
  permission: keepRules,
  record: { act: 'wording.words-added', subject: ({ rule }) => ({ kind: 'wording rule', id: rule.id }) },
  title: 'Add words to a wording rule',
  area: 'Settings',
  form: ({ rule }) => addWordsForm(rule.id),
  async load(given) {
    const loaded = await loadRule(given)
    return loaded === null || loaded.rule.state === 'own' || loaded.rule.of !== 'words' ? null : loaded
  },
  initial({ rule }) {
    const change = decisionOf(rule.decisions, rule.id, 'words')?.change
    if (change?.kind !== 'words') return {}
    const { patterns, examples, except, counter } = change.data
    const lines = (phrases: readonly string[]) => phrases.join('\n')
    return { patterns: lines(patterns), examples: lines(examples), except: lines(except), counter: lines(counter) }
  },
  async save({ db, input: { reason, ...words }, loaded: { rule, organisationId, personId, today } }) {
    await lockRules(db, organisationId)
    const change = { kind: 'words', data: words } as const
    await decide(db, { organisationId, ruleId: rule.id, change, reason, today, ends: null, decidedBy: personId })
    return { redirect: paths.rule.to({ rule: rule.id }), reason, cookies: { flash: 'The words were added.' } }
  },
  view: AddWords,
})
