import { type Given, page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeRules } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadRule } from '../load-rule.ts'
import { readHistory } from '../store.ts'
import { OneRule } from './view.tsx'

export const rulePage = page({
  path: paths.rule,
  permission: seeRules,
  record: notRecorded('a rule, and what the borough decided about it'),
  title: 'Wording rule',
  area: 'Settings',
  load,
  view: OneRule,
})

async function load(given: Given<'/wording-rules/:rule'>) {
  const loaded = await loadRule(given)
  if (loaded === null) return null
  // Those who keep the rules see who decided what, and when it ended.
  const history = loaded.mayChange ? await readHistory(given.db, loaded.organisationId, loaded.rule.id) : []
  return { ...loaded, history }
}

export type LoadedOne = NonNullable<Awaited<ReturnType<typeof load>>>
