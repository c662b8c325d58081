import { type Given, page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { keepOwnAnswers } from '../../access.ts'
import { paths } from '../../paths.ts'
import { rulesOf } from '../../settings/checker.ts'
import { readOwnAnswers } from '../store.ts'
import { OwnAnswers } from './view.tsx'

export const ownAnswersPage = page({
  path: paths.ownAnswers,
  permission: keepOwnAnswers,
  record: notRecorded('one’s own answers'),
  title: 'Your answers to prompts',
  load,
  view: OwnAnswers,
})

async function load({ actor, db, services }: Given<string>) {
  if (!isPerson(actor)) return null
  const rules = await rulesOf(db, actor.grant.organisationId, services.clock.today())
  const answers = await readOwnAnswers(db, actor.accountId)
  return answers.map((answer) => ({ ...answer, rule: rules.find(({ id }) => id === answer.ruleId) ?? null }))
}

export type LoadedAnswers = NonNullable<Awaited<ReturnType<typeof load>>>
