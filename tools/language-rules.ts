import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { categories, levels } from '../src/modules/practice-language/engine/finding.ts'
import { makePatternSet, patternProblem } from '../src/modules/practice-language/engine/matching/pattern-set.ts'
import {
  type CueName,
  cueNames,
  documentCheckKinds,
  type RuleData,
} from '../src/modules/practice-language/engine/rule-data.ts'
import type { FirstRules } from '../src/modules/practice-language/field/first-rules.ts'

/**
 * Reads the rules that practitioners keep (rules/*.yaml), checks them against rules/rule.schema.json and against one another, and makes
 * what the checker uses: rules/rules.generated.json, and the same for the browser.
 */
const folder = join(import.meta.dirname, '../src/modules/practice-language/rules')

export const generatedRules = 'src/modules/practice-language/rules/rules.generated.json'
/** For the browser: what it needs to find words, as little as that can be. */
export const generatedForBrowser = 'src/modules/practice-language/rules/rules-for-browser.generated.json'
/** For the browser afterwards: everything but examples, which it shows nowhere. */
export const generatedForBrowserLater = 'src/modules/practice-language/rules/rules-for-browser-later.generated.json'

/** The small part of JSON Schema that rule.schema.json uses. */
type Schema = {
  readonly type?: 'object' | 'array' | 'string' | 'boolean'
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minLength?: number
  readonly minItems?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: Schema
  readonly $ref?: string
}

type Schemas = { readonly $defs: Readonly<Record<string, Schema>> }

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

/** What is wrong with a value by a schema. An empty item of a list, which YAML reads as nothing, is found here. */
const schemaProblems = (value: unknown, schema: Schema, schemas: Schemas, at: string): readonly string[] => {
  if (schema.$ref) {
    const named = schemas.$defs[schema.$ref.replace('#/$defs/', '')]
    return named ? schemaProblems(value, named, schemas, at) : [`${at}: the schema has no ${schema.$ref}`]
  }
  if (schema.type && typeOf(value) !== schema.type) return [`${at} is ${typeOf(value)} and should be ${schema.type}`]
  if (typeof value === 'string') {
    if (schema.enum && !schema.enum.includes(value)) return [`${at} is none of ${schema.enum.join(', ')}`]
    if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) return [`${at} does not look right: ${value}`]
    return value.trim().length < (schema.minLength ?? 0) ? [`${at} is too short`] : []
  }
  if (Array.isArray(value)) {
    const short = value.length < (schema.minItems ?? 0) ? [`${at} has too few items`] : []
    const { items } = schema
    return items
      ? [...short, ...value.flatMap((one, index) => schemaProblems(one, items, schemas, `${at}[${index}]`))]
      : short
  }
  if (typeof value !== 'object' || value === null) return []
  const properties = schema.properties ?? {}
  return [
    ...(schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at} has no ${name}`),
    ...Object.entries(value).flatMap(([name, one]) => {
      const property = properties[name] ?? schema.additionalProperties
      return property ? schemaProblems(one, property, schemas, `${at}.${name}`) : [`${at} has an unknown ${name}`]
    }),
  ]
}

const notRules = ['lexicon', 'sources', 'cues', 'learned', 'documents']

/** The files as they are, put together and not yet checked. */
const gathered = (): RuleData => {
  const read = (name: string) => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'))
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''))
    .sort()
  return {
    rules: names.filter((name) => !notRules.includes(name)).flatMap(read),
    documents: read('documents'),
    learned: read('learned'),
    lexicon: read('lexicon'),
    cues: read('cues'),
    sources: read('sources'),
  }
}

const repeated = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at)

const listProblems = (data: RuleData): readonly string[] => [
  ...Object.entries(data.lexicon).flatMap(([name, list]) =>
    list.flatMap((entry) => patternProblem(`lexicon <${name}>`, entry, data.lexicon) ?? []),
  ),
  ...cueNames.filter((name) => !(name in data.cues)).map((name) => `cues: ${name} is missing`),
  ...Object.entries(data.cues).flatMap(([name, list]) => [
    ...(cueNames.some((known) => known === name) ? [] : [`cues: nothing listens for ${name}`]),
    ...list.flatMap((entry) => patternProblem(`cue ${name}`, entry, data.lexicon) ?? []),
  ]),
]

/** Everything that is wrong with the data, each with the rule and the place. */
export const ruleProblems = (data: RuleData, schemas: Schemas): readonly string[] => {
  const byForm = schemaProblems(data, { $ref: '#/$defs/data' }, schemas, 'rules')
  if (byForm.length > 0) return byForm
  const all = [...data.rules, ...data.documents]
  const texts = [...all, ...categories.map((category) => ({ id: `learned.${category}`, ...data.learned[category] }))]
  return [
    ...repeated(all.map(({ id }) => id)).map((id) => `${id} is there twice`),
    ...texts.flatMap(({ id, source }) =>
      source.filter((key) => !(key in data.sources)).map((key) => `${id}: there is no source ${key}`),
    ),
    ...data.rules.flatMap(({ id, patterns, except = [] }) =>
      [...patterns, ...except].flatMap((pattern) => patternProblem(id, pattern, data.lexicon) ?? []),
    ),
    ...data.documents
      .filter(({ check }) => !documentCheckKinds.includes(check))
      .map(({ id, check }) => `${id}: there is no check ${check}`),
    ...all.filter(({ level }) => !levels.includes(level)).map(({ id }) => `${id}: no such level`),
    ...listProblems(data),
  ]
}

/** Checks the files and puts them together; throws with everything that is wrong. */
export const checkedRules = (): RuleData => {
  const data = gathered()
  const schemas: Schemas = JSON.parse(readFileSync(join(folder, 'rule.schema.json'), 'utf8'))
  const problems = ruleProblems(data, schemas)
  if (problems.length > 0) throw new Error(`The rules are not in order:\n${problems.join('\n')}`)
  // A pattern that can be read can be made into an expression as well: this shows it.
  const set = makePatternSet(data.rules, data.lexicon)
  for (const { except } of set.rules) except()
  return data
}

const withoutExamples = <Ruled extends { examples: readonly string[] }>(rule: Ruled) => ({
  ...rule,
  examples: [],
  counter: [],
})

export const makeRules = async (): Promise<string> => `${JSON.stringify(checkedRules())}\n`

/** The lists that only checks of a whole document listen for. */
const ofDocuments: readonly CueName[] = ['abuse', 'acts', 'behaviour', 'strength', 'effect', 'event', 'pattern']

/** So many characters of rules are about 13 KB compressed: with the script they stay below the 35 KB that are promised. */
const roomForFirst = 40_000

/**
 * What a browser starts with: the gravest rules, as many as there is room for, and as little of each as finds its words. All the others, and
 * what is said about them, come at once after.
 */
export const makeRulesForBrowser = async (): Promise<string> => {
  const { rules, lexicon, cues } = checkedRules()
  let room = roomForFirst
  const first: FirstRules = {
    rules: categories
      .flatMap((category) => rules.filter((rule) => rule.level === 'concern' && rule.category === category))
      .map(({ why, reframe, source, examples, counter, ...rule }) => rule)
      .filter((rule) => {
        room -= JSON.stringify(rule).length
        return room >= 0
      }),
    lexicon,
    cues: mapped(cues, (list, name) => (ofDocuments.includes(name) ? [] : list)),
  }
  return `${JSON.stringify(first)}\n`
}

const mapped = <Name extends string, Value>(
  given: Readonly<Record<Name, Value>>,
  change: (value: Value, name: Name) => Value,
): Record<Name, Value> =>
  // the names are those of what is given
  Object.fromEntries(
    Object.entries<Value>(given).map(([name, value]) => [name, change(value, name as Name)]),
  ) as Record<Name, Value>

export const makeRulesForBrowserLater = async (): Promise<string> => {
  const data = checkedRules()
  const slim = { ...data, rules: data.rules.map(withoutExamples), documents: data.documents.map(withoutExamples) }
  return `${JSON.stringify(slim)}\n`
}
