import { type Given, page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { seeRules } from '../../access.ts'
import { categories } from '../../engine/finding.ts'
import { paths } from '../../paths.ts'
import { shippedRules } from '../../shipped-rules.ts'
import { overlaysFor } from '../checker.ts'
import { decisionOf, linkOf } from '../overlay.ts'
import { rulesShown } from '../rule-state.ts'
import { WordingRules } from './view.tsx'

export const rulesPage = page({
  path: paths.rules,
  permission: seeRules,
  record: notRecorded('rules, and what the borough changed in them, with nobody named'),
  title: 'Wording rules',
  area: 'Settings',
  wide: true,
  load,
  view: WordingRules,
})

async function load({ actor, db, query, services }: Given<string>) {
  if (!isPerson(actor)) return null
  const { organisationId, organisation, role } = actor.grant
  const { decisions, skipped } = await overlaysFor(db, organisationId, services.clock.today())
  const rules = rulesShown(shippedRules, decisions)
  const chosen = categories.find((category) => category === query.get('category')) ?? null
  return {
    organisation,
    mayChange: role === 'lead',
    chosen,
    skipped,
    categories: categories
      .filter((category) => chosen === null || category === chosen)
      .map((category) => ({
        category,
        link: linkOf(decisions, category),
        linkDecision: decisionOf(decisions, category, 'link') ?? null,
        rules: rules.filter((rule) => rule.category === category),
      })),
  }
}

export type LoadedRules = NonNullable<Awaited<ReturnType<typeof load>>>
