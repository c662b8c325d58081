import { categories } from '../finding.ts'
import type { Rule, RuleData } from '../rule-data.ts'
import { type Change, isChange, type Overlay, type OwnRule } from './overlay.ts'
import { overlayProblems } from './problems.ts'

/** The rules after overlays, and the ids of what was switched off: document checks and learned findings have ids too. */
export type Applied = { readonly data: RuleData; readonly off: ReadonlySet<string> }

const guidanceKey = (name: string): string => `LOCAL: ${name}`

const changed = <Ruled extends { source: readonly string[] }>(
  rule: Ruled,
  change: Change,
  guidance: readonly string[],
): Ruled => ({
  ...rule,
  ...(change.level && { level: change.level }),
  ...(change.why && { why: change.why }),
  ...(change.reframe && { reframe: change.reframe }),
  source: [...new Set([...rule.source, ...guidance])],
})

const changedRule = (rule: Rule, change: Change, guidance: readonly string[]): Rule => {
  const without = new Set(change['patterns-'] ?? [])
  return {
    ...changed(rule, change, guidance),
    patterns: [...rule.patterns.filter((pattern) => !without.has(pattern)), ...(change['patterns+'] ?? [])],
    except: [...(rule.except ?? []), ...(change['except+'] ?? [])],
  }
}

const ownRule = (own: OwnRule, guidance: readonly string[]): Rule => ({
  who: 'any',
  examples: [],
  counter: [],
  ...own,
  source: [...new Set([...(own.source ?? []), ...guidance])],
})

const applyOne = ({ data, off }: Applied, overlay: Overlay): Applied => {
  const problems = overlayProblems(overlay, data)
  if (problems.length > 0) throw new Error(`The overlay "${overlay.name}" cannot be used. ${problems.join('. ')}`)
  const guidance = overlay.guidance ? [guidanceKey(overlay.name)] : []
  const switched = new Set(off)
  let { rules, documents, learned } = data
  for (const entry of overlay.rules) {
    if (!isChange(entry)) {
      rules = [...rules, ownRule(entry, guidance)]
      continue
    }
    const id = entry.extends
    if (entry.disabled === true) switched.add(id)
    if (entry.disabled === false) switched.delete(id)
    rules = rules.map((rule) => (rule.id === id ? changedRule(rule, entry, guidance) : rule))
    documents = documents.map((rule) => (rule.id === id ? changed(rule, entry, guidance) : rule))
    const category = categories.find((one) => id === `learned.${one}`)
    if (category) learned = { ...learned, [category]: changed(learned[category], entry, guidance) }
  }
  const sources = overlay.guidance ? { ...data.sources, [guidanceKey(overlay.name)]: overlay.guidance } : data.sources
  return { data: { ...data, rules, documents, learned, sources }, off: switched }
}

/** Applies overlays in order; throws with everything that is wrong with one. `overlayProblems` asks beforehand. */
export const applyOverlays = (data: RuleData, overlays: readonly Overlay[]): Applied =>
  overlays.reduce<Applied>(applyOne, { data, off: new Set() })
