import { categories, type Overlay, overlayProblems, type Rule, type RuleData } from '../engine/index.ts'
import type { Change, Decision, Kind, OwnRule, SkippedDecision } from './overlay.ts'

/** Own rules first: the borough's guidance stands beside them too. */
const order: readonly Kind[] = ['own', 'words', 'level', 'off', 'link']

/** A borough's decisions as the engine takes them; those that it cannot use are left out and named. */
export const toOverlays = (shipped: RuleData, decisions: readonly Decision[]) => {
  const overlays: Overlay[] = []
  const skipped: SkippedDecision[] = []
  const used: Decision[] = []
  let data = shipped
  for (const decision of order.flatMap((kind) => decisions.filter((each) => each.kind === kind))) {
    const { ruleId, change } = decision
    const overlay = change && overlayOf(data, ruleId, change)
    const problems = overlay === null ? ['It is not kept as it has to be'] : overlayProblems(overlay, data)
    if (overlay === null || problems.length > 0) {
      skipped.push({ decision, why: `${problems.join('. ')}.` })
      continue
    }
    overlays.push(overlay)
    used.push(decision)
    if (change?.kind === 'own') data = { ...data, rules: [...data.rules, asRule(ruleId, change.data)] }
  }
  return { overlays, skipped, used }
}

const asRule = (id: string, { source: _named, ...rule }: Readonly<OwnRule>): Rule => ({ ...rule, id, source: [] })

const overlayOf = (data: RuleData, ruleId: string, change: Change): Overlay | null => {
  switch (change.kind) {
    case 'off':
      return { name: ruleId, rules: [{ extends: ruleId, disabled: true }] }
    case 'level':
      return { name: ruleId, rules: [{ extends: ruleId, level: change.data.level }] }
    case 'words': {
      const { patterns, except } = change.data
      return { name: ruleId, rules: [{ extends: ruleId, 'patterns+': patterns, 'except+': except }] }
    }
    case 'own': {
      const { title, url } = change.data.source
      const guidance = { title, ...(url !== undefined && { url }) }
      return { name: ruleId, guidance, rules: [asRule(ruleId, change.data)] }
    }
    case 'link':
      return guidanceOf(data, ruleId, change.data)
  }
}

/** The borough's guidance stands beside the sources of every rule of the category. */
const guidanceOf = (data: RuleData, named: string, guidance: { title: string; url: string }): Overlay | null => {
  const category = categories.find((each) => each === named)
  if (category === undefined) return null
  const rules = [...data.rules, ...data.documents].filter((rule) => rule.category === category)
  return { name: category, guidance, rules: [...rules.map(({ id }) => id), `learned.${category}`].map(extending) }
}

const extending = (id: string) => ({ extends: id })
