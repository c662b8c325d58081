import { categories, levels } from '../finding.ts'
import { patternProblem } from '../matching/pattern-set.ts'
import type { RuleData } from '../rule-data.ts'

type Fields = Readonly<Record<string, unknown>>
type Check = (value: unknown) => string | null

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text: Check = (value) => (typeof value === 'string' && value.trim() !== '' ? null : 'must be words')
const texts: Check = (value) =>
  Array.isArray(value) && value.every((one) => text(one) === null) ? null : 'must be a list of words'
const truth: Check = (value) => (typeof value === 'boolean' ? null : 'must be true or false')
const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value) ? null : `must be one of ${allowed.join(', ')}`

const ofChange: Readonly<Record<string, Check>> = {
  extends: text,
  disabled: truth,
  level: oneOf(levels),
  'patterns+': texts,
  'patterns-': texts,
  'except+': texts,
  why: text,
  reframe: text,
}

const ofOwn: Readonly<Record<string, Check>> = {
  id: (value) =>
    typeof value === 'string' && /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(value)
      ? null
      : 'must be like "our.some-words", in small letters',
  category: oneOf(categories),
  level: oneOf(levels),
  who: oneOf(['survivor', 'notchild', 'any']),
  implicit: truth,
  agentless: truth,
  patterns: (value) =>
    texts(value) ?? (Array.isArray(value) && value.length > 0 ? null : 'must hold one pattern at least'),
  except: texts,
  why: text,
  reframe: text,
  source: texts,
  examples: texts,
  counter: texts,
}
const neededOfOwn = ['id', 'category', 'level', 'patterns', 'why', 'reframe']

const ofSource: Readonly<Record<string, Check>> = {
  title: text,
  url: (value) =>
    typeof value === 'string' && /^https?:\/\/\S+$/.test(value) ? null : 'must be an address that begins with https://',
  where: text,
}

const fieldProblems = (
  fields: Fields,
  checks: Readonly<Record<string, Check>>,
  needed: readonly string[],
  of: string,
) => [
  ...needed.filter((name) => !(name in fields)).map((name) => `${of}: "${name}" is missing`),
  ...Object.entries(fields).flatMap(([name, value]) => {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined
    if (check === undefined) return [`${of}: "${name}" has no meaning here`]
    const problem = check(value)
    return problem === null ? [] : [`${of}: "${name}" ${problem}`]
  }),
]

const listed = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const patternProblems = (entry: Fields, of: string, data: RuleData): readonly string[] =>
  ['patterns', 'patterns+', 'except', 'except+'].flatMap((name) =>
    listed(entry[name]).flatMap((pattern) => patternProblem(of, pattern, data.lexicon) ?? []),
  )

const changeProblems = (
  entry: Fields,
  known: ReadonlyMap<string, readonly string[]>,
  data: RuleData,
): readonly string[] => {
  const of = String(entry['extends'])
  const patterns = known.get(of)
  if (patterns === undefined) return [`"${of}": there is no rule of that id to extend`]
  const absent = listed(entry['patterns-']).filter((pattern) => !patterns.includes(pattern))
  return [
    ...fieldProblems(entry, ofChange, [], of),
    ...absent.map((pattern) => `${of}: "patterns-" names a pattern that the rule does not have: "${pattern}"`),
    ...patternProblems(entry, of, data),
  ]
}

const ownProblems = (
  entry: Fields,
  known: ReadonlyMap<string, readonly string[]>,
  data: RuleData,
  at: number,
): readonly string[] => {
  const of = typeof entry['id'] === 'string' ? entry['id'] : `rule ${at + 1}`
  const taken = known.has(of) ? [`${of}: there is a rule of that id already; to change it, say "extends: ${of}"`] : []
  const unknown = listed(entry['source']).filter((key) => !Object.hasOwn(data.sources, key))
  return [
    ...taken,
    ...fieldProblems(entry, ofOwn, neededOfOwn, of),
    ...unknown.map((key) => `${of}: there is no source "${key}"`),
    ...patternProblems(entry, of, data),
  ]
}

/** What is wrong with an overlay, in words for whoever wrote it. An empty list: it can be used. The value may be anything. */
export const overlayProblems = (overlay: unknown, data: RuleData): readonly string[] => {
  if (!isFields(overlay)) return ['An overlay has a name and a list of rules']
  const problems = fieldProblems(
    overlay,
    { name: text, guidance: (value) => (isFields(value) ? null : 'must have a title'), rules: () => null },
    ['name', 'rules'],
    'overlay',
  )
  if (isFields(overlay['guidance']))
    problems.push(...fieldProblems(overlay['guidance'], ofSource, ['title'], 'guidance'))
  const { rules } = overlay
  if (!Array.isArray(rules)) return [...problems, 'overlay: "rules" must be a list']
  const known = new Map<string, readonly string[]>(data.rules.map(({ id, patterns }) => [id, patterns]))
  for (const { id } of data.documents) known.set(id, [])
  for (const category of categories) known.set(`learned.${category}`, [])
  for (const [at, entry] of rules.entries()) {
    if (!isFields(entry)) {
      problems.push(`rule ${at + 1}: must have an id, or the id of the rule that it extends`)
    } else if ('extends' in entry) {
      problems.push(...changeProblems(entry, known, data))
    } else {
      problems.push(...ownProblems(entry, known, data, at))
      if (typeof entry['id'] === 'string') known.set(entry['id'], listed(entry['patterns']))
    }
  }
  return problems
}
