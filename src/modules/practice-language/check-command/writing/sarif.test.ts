import { expect, test } from 'vitest'
import { type Finding, makeChecker } from '../../engine/index.ts'
import { shippedRules } from '../../shipped-rules.ts'
import type { CheckedText } from '../document.ts'
import { placed } from '../place.ts'
import { makeSarifWriter } from './sarif.ts'

/**
 * What SARIF 2.1.0 requires of the objects that are written here, property by property: nothing else may stand in them.
 * The schema of the standard is not kept in the project; this is what it says of these objects, and of their order among one another.
 */
type Shape = { readonly required: readonly string[]; readonly optional?: readonly string[] }
const shapes = {
  log: { required: ['version', 'runs'], optional: ['$schema'] },
  run: { required: ['tool', 'columnKind', 'results', 'artifacts', 'invocations'] },
  driver: { required: ['name', 'semanticVersion', 'rules'] },
  rule: {
    required: ['id', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration', 'properties'],
    optional: ['helpUri'],
  },
  result: { required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'suppressions', 'properties'] },
  location: { required: ['physicalLocation'], optional: ['logicalLocations'] },
  physicalLocation: { required: ['artifactLocation'], optional: ['region'] },
  region: {
    required: ['startLine', 'startColumn', 'endLine', 'endColumn', 'charOffset', 'charLength'],
    optional: ['snippet'],
  },
  suppression: { required: ['kind', 'justification'] },
  artifact: { required: ['location', 'roles', 'mimeType'], optional: ['description'] },
  invocation: { required: ['executionSuccessful', 'toolExecutionNotifications'] },
  notification: { required: ['level', 'message'], optional: ['locations'] },
} satisfies Record<string, Shape>

const holds = (value: object, name: keyof typeof shapes): void => {
  const { required, optional = [] }: Shape = shapes[name]
  const keys = Object.keys(value)
  for (const key of required) expect(keys, name).toContain(key)
  for (const key of keys) expect([...required, ...optional], name).toContain(key)
}

type Located = {
  physicalLocation: {
    artifactLocation: { uri?: string; index?: number; description?: { text: string } }
    region: {
      startLine: number
      startColumn: number
      endLine: number
      endColumn: number
      charOffset: number
      charLength: number
      snippet?: { text: string }
    }
  }
  logicalLocations?: { name: string }[]
}
type Result = {
  ruleId: string
  ruleIndex: number
  level: string
  message: { text: string }
  locations: Located[]
  suppressions: { kind: string; justification: string }[]
}
type Log = {
  version: string
  runs: {
    tool: {
      driver: {
        semanticVersion: string
        rules: {
          id: string
          helpUri?: string
          shortDescription: { text: string }
          defaultConfiguration: { level: string }
        }[]
      }
    }
    columnKind: string
    results: Result[]
    artifacts: { location: { uri?: string } }[]
    invocations: {
      executionSuccessful: boolean
      toolExecutionNotifications: { message: { text: string }; locations?: object[] }[]
    }[]
  }[]
}

const checker = makeChecker({ rules: shippedRules })
const folder = '/somewhere/of/mine'

const sarifOf = (files: readonly CheckedText[], helpUrl?: string, refused: readonly string[] = []): Log => {
  const writer = makeSarifWriter({ checker, folder, levels: ['concern'], version: '1.2.3', helpUrl })
  const check = ({ prose }: CheckedText): readonly Finding[] =>
    checker.check(prose, { levels: ['concern', 'consider', 'prompt'] })
  const parts = [
    writer.begin(),
    ...files.map((file) => writer.file(file, placed(check(file), file))),
    ...refused.map((name) => writer.refused(name, 'there is no {such} file')),
    writer.end(),
  ]
  return JSON.parse(parts.join(''))
}

const text =
  'Visit.\r\n“é😀” Mum failed to protect Ella.\n"Mum failed to protect" was written.\nShe allowed him in. [[plain: ignore rs.allowed because the court wrote this]]\n'
const plain: CheckedText = { name: `${folder}/notes/a b#1%.txt`, kind: 'text', text, prose: text }

test('Each object holds what the standard requires of it and nothing that it does not know', () => {
  const log = sarifOf([plain, { ...plain, name: 'standard input' }], undefined, ['gone.txt', '-'])
  holds(log, 'log')
  expect(log.version).toBe('2.1.0')
  const [run] = log.runs
  if (run === undefined) throw new Error('no run')
  holds(run, 'run')
  expect(run.columnKind).toBe('utf16CodeUnits')
  holds(run.tool.driver, 'driver')
  expect(run.tool.driver.semanticVersion).toBe('1.2.3')
  for (const rule of run.tool.driver.rules) {
    holds(rule, 'rule')
    if (rule.helpUri !== undefined) expect(URL.canParse(rule.helpUri)).toBe(true)
    expect(['warning', 'note']).toContain(rule.defaultConfiguration.level)
  }
  expect(new Set(run.tool.driver.rules.map(({ id }) => id)).size).toBe(run.tool.driver.rules.length)
  for (const artifact of run.artifacts) holds(artifact, 'artifact')
  for (const result of run.results) {
    holds(result, 'result')
    expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId)
    for (const location of result.locations) {
      holds(location, 'location')
      holds(location.physicalLocation, 'physicalLocation')
      holds(location.physicalLocation.region, 'region')
      expect(run.artifacts[location.physicalLocation.artifactLocation.index ?? -1]).toBeDefined()
    }
    for (const suppression of result.suppressions) holds(suppression, 'suppression')
  }
  for (const invocation of run.invocations) {
    holds(invocation, 'invocation')
    expect(invocation.executionSuccessful).toBe(false)
    for (const notification of invocation.toolExecutionNotifications) holds(notification, 'notification')
    expect(invocation.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      'gone.txt was not checked: there is no {{such}} file',
      '- was not checked: there is no {{such}} file',
    ])
  }
  expect(JSON.stringify(log)).not.toContain('somewhere')
})

test('Places are lines, columns and UTF-16 code units of the file; a path is relative and encoded', () => {
  const found = sarifOf([plain]).runs[0]?.results.find(({ ruleId }) => ruleId === 'rs.failed-to-protect')?.locations[0]
    ?.physicalLocation
  const at = text.indexOf('failed')
  expect(found).toEqual({
    artifactLocation: { uri: 'notes/a%20b%231%25.txt', index: 0 },
    region: {
      startLine: 2,
      startColumn: 11,
      endLine: 2,
      endColumn: 28,
      charOffset: at,
      charLength: 17,
      snippet: { text: 'failed to protect' },
    },
  })
})

test('Concern is a warning, everything else a note; what was let pass is suppressed with its reason', () => {
  const results = sarifOf([plain]).runs[0]?.results ?? []
  const rules = new Map(checker.rules.map(({ id, level }) => [id, level]))
  for (const { ruleId, level } of results.filter(({ suppressions }) => suppressions.length > 0))
    expect(level).toBe(rules.get(ruleId) === 'concern' ? 'warning' : 'note')
  const suppressed = (ruleId: string, at = 0) => results.filter((result) => result.ruleId === ruleId)[at]?.suppressions
  expect(suppressed('rs.failed-to-protect', 1)).toEqual([
    { kind: 'external', justification: expect.stringMatching(/quotation/) },
  ])
  expect(suppressed('rs.allowed')).toEqual([{ kind: 'inSource', justification: 'the court wrote this' }])
  expect(suppressed('rs.failed-to-protect')).toEqual([])
})

test('Help leads to the published pages where somebody says where they are, and else to a source of the rule', () => {
  const helpOf = (helpUrl?: string) =>
    sarifOf([plain], helpUrl).runs[0]?.tool.driver.rules.find(({ id }) => id === 'rs.failed-to-protect')?.helpUri
  expect(helpOf('https://wording.example/w')).toBe(
    'https://wording.example/w/responsibility-on-survivor#rs-failed-to-protect',
  )
  const source = checker.rules.find(({ id }) => id === 'rs.failed-to-protect')?.source[0] ?? ''
  expect(helpOf()).toBe(checker.sources[source]?.url)
})

test('No file and no finding make a whole log too', () => {
  expect(sarifOf([]).runs[0]).toMatchObject({
    results: [],
    artifacts: [],
    invocations: [{ executionSuccessful: true }],
  })
})
