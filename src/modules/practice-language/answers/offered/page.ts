import { type Given, page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { seeOffers } from '../../access.ts'
import { paths } from '../../paths.ts'
import { rulesOf } from '../../settings/checker.ts'
import { byRule } from '../answer.ts'
import { readOffers } from '../store.ts'
import { OfferedAnswers } from './view.tsx'

export const offeredAnswersPage = page({
  path: paths.offeredAnswers,
  permission: seeOffers,
  record: notRecorded('reasons and counts by rule, with nobody named and nothing of a family'),
  title: 'Prompts answered',
  area: 'Settings',
  load,
  view: OfferedAnswers,
})

async function load({ actor, db, services }: Given<string>) {
  if (!isPerson(actor)) return null
  const { organisationId, organisation } = actor.grant
  const rules = await rulesOf(db, organisationId, services.clock.today())
  const offers = byRule(await readOffers(db, organisationId))
  return {
    organisation,
    rules: offers.map((those) => ({ ...those, rule: rules.find(({ id }) => id === those.ruleId) ?? null })),
  }
}

export type LoadedOffers = NonNullable<Awaited<ReturnType<typeof load>>>
