/** What the pages of the wording rules have in common. */
import { addDays, formatDate } from '#platform/dates.ts'
import { Tag } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { levels } from '../engine/finding.ts'
import { paths } from '../paths.ts'
import { levelNames } from '../words.ts'
import type { Decision } from './overlay.ts'
import { type RuleShown, ruleName, type State } from './rule-state.ts'

export const levelItems = levels.map((level) => ({ value: level, text: levelNames[level] }))

/** The way back from something that is done to a rule. */
export const RuleTrail = ({ rule, here }: { rule: RuleShown; here: string }) => (
  <Trail
    items={[
      { text: 'Wording rules', href: paths.rules.to() },
      { text: ruleName(rule), href: paths.rule.to({ rule: rule.id }) },
      { text: here },
    ]}
  />
)

const colours: Readonly<Record<State, string>> = {
  'as shipped': 'govuk-tag--green',
  'switched off': 'govuk-tag--grey',
  changed: 'govuk-tag--yellow',
  own: 'govuk-tag--blue',
}

const stateWords: Readonly<Record<State, string>> = {
  'as shipped': 'as shipped',
  'switched off': 'switched off',
  changed: 'changed here',
  own: 'your borough’s own',
}

export const StateTag = ({ state }: { state: State }) => <Tag classes={colours[state]}>{stateWords[state]}</Tag>

/** "since 3 March 2026, up to 2 September 2026" */
export const during = ({ starts, ends }: Pick<Decision, 'starts' | 'ends'>): string => {
  if (ends === null) return `since ${formatDate(starts)}`
  return ends === starts
    ? `on ${formatDate(starts)}, withdrawn the same day`
    : `since ${formatDate(starts)}, up to ${formatDate(addDays(ends, -1))}`
}

/** What a decision did, in words. */
export const decisionWords = ({ kind, change }: Decision): string => {
  if (change === null) return 'A change that cannot be read'
  if (change.kind === 'level') return `Prompts as: ${levelNames[change.data.level]}`
  if (change.kind === 'words') {
    const { patterns, except } = change.data
    return [
      ...(patterns.length > 0 ? [`Also marks: ${patterns.join('; ')}`] : []),
      ...(except.length > 0 ? [`Lets pass: ${except.join('; ')}`] : []),
    ].join('. ')
  }
  if (change.kind === 'link') return `Guidance: ${change.data.title}`
  return kind === 'off' ? 'Switched off' : 'A rule of the borough’s own'
}
