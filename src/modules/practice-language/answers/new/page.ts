import { formPage } from '#platform/web/form-page.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { keepOwnAnswers } from '../../access.ts'
import { paths } from '../../paths.ts'
import { rulesOf } from '../../settings/checker.ts'
import { saveAnswer } from '../store.ts'
import { newAnswerForm } from './form.ts'
import { NewAnswer } from './view.tsx'

export const newAnswerPage = formPage({
  path: paths.newAnswer,
  permission: keepOwnAnswers,
  record: notRecorded('one’s own answer; lines of answers could be counted by writer'),
  title: 'Right as it stands',
  form: newAnswerForm,
  load,
  async save({ db, input: { reason, offered }, loaded: { person, rule } }) {
    await saveAnswer(db, person, { ruleId: rule.id, reason, offered: offered === 'yes' })
    return { redirect: paths.ownAnswers.to(), cookies: { flash: 'Your answer was kept.' } }
  },
  view: NewAnswer,
})

async function load({ actor, db, query, services }: Given<string>) {
  if (!isPerson(actor)) return null
  const rules = await rulesOf(db, actor.grant.organisationId, services.clock.today())
  const rule = rules.find(({ id }) => id === query.get('rule'))
  return rule === undefined ? null : { person: actor, rule }
}

export type LoadedRule = NonNullable<Awaited<ReturnType<typeof load>>>
