import { type Level, levels, question, type RuleFacts } from '../../engine/index.ts'
import { anchorInDocument, anchorOnPage } from '../../guidance/anchors.ts'
import { categoryNames, categorySlug } from '../../words.ts'
import type { CheckedText, Placed } from '../document.ts'
import { toldName, toldUri } from './file-name.ts'
import type { Writer, WriterParts } from './writer.ts'

const sarifLevel: Readonly<Record<Level, 'warning' | 'note'>> = { concern: 'warning', consider: 'note', prompt: 'note' }

/** A brace in a SARIF message begins the place of a value: one that is meant as it stands is doubled. */
const message = (text: string): { text: string } => ({ text: text.replaceAll(/[{}]/g, (brace) => brace + brace) })

/** The guidance on a rule in the project's own documents. */
const guidance = ({ category, id }: RuleFacts): string =>
  `docs/practice-language/${categorySlug(category)}.md#${anchorInDocument(id)}`

/**
 * The standard asks for an absolute address: that of the page where it is published, if somebody says where, and else that of the
 * guidance the rule rests on. None is made up: a rule whose sources are all printed has none.
 */
const helpUri = (rule: RuleFacts, { checker }: WriterParts, helpUrl: string | undefined): string | undefined =>
  helpUrl === undefined
    ? rule.source.map((key) => checker.sources[key]?.url).find((url) => url !== undefined)
    : `${helpUrl}/${categorySlug(rule.category)}#${anchorOnPage(rule.id)}`

const described = (rule: RuleFacts, parts: WriterParts, helpUrl: string | undefined) => {
  const { checker } = parts
  const uri = helpUri(rule, parts, helpUrl)
  const titles = rule.source.map((key) => checker.sources[key]?.title ?? key)
  return {
    id: rule.id,
    shortDescription: { text: `${categoryNames[rule.category]} (${rule.id})` },
    fullDescription: { text: rule.why },
    help: { text: `${question(rule.reframe)}\n\nSources: ${titles.join('; ')}` },
    ...(uri === undefined ? {} : { helpUri: uri }),
    defaultConfiguration: { level: sarifLevel[rule.level] },
    properties: {
      category: rule.category,
      level: rule.level,
      sources: rule.source,
      guidance: guidance(rule),
    },
  }
}

/** Somebody wrote or answered it beside the text: the text itself says so in the first case. */
const suppressionOf = ({ suppressed }: Placed['finding']) =>
  suppressed && {
    kind: suppressed.guard === 'ignored' ? 'inSource' : 'external',
    justification: suppressed.guard === 'ignored' ? suppressed.reason : `${suppressed.reason} (${suppressed.guard})`,
  }

const regionOf = ({ finding, line, column, endLine, endColumn }: Placed) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
  charOffset: finding.start,
  charLength: finding.end - finding.start,
  ...(finding.phrase === '' ? {} : { snippet: { text: finding.phrase } }),
})

const resultOf = (placed: Placed, ruleIndex: ReadonlyMap<string, number>, artifact: object) => {
  const { finding, part } = placed
  const suppression = suppressionOf(finding)
  return {
    ruleId: finding.ruleId,
    ruleIndex: ruleIndex.get(finding.ruleId) ?? -1,
    level: sarifLevel[finding.level],
    message: message(`${finding.message} ${finding.reframe}`),
    locations: [
      {
        physicalLocation: { artifactLocation: artifact, region: regionOf(placed) },
        ...(part === undefined ? {} : { logicalLocations: [{ name: part }] }),
      },
    ],
    // Empty where nothing is let pass: it tells that this was looked at.
    suppressions: suppression ? [suppression] : [],
    properties: { category: finding.category, level: finding.level, certainty: finding.certainty },
  }
}

const kinds = {
  text: { mimeType: 'text/plain' },
  markdown: { mimeType: 'text/markdown' },
  docx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    description: { text: 'Places are those of the text taken out of the file.' },
  },
} as const

const notification = (name: string, reason: string, folder: string) => ({
  level: 'error',
  message: message(`${toldName(name, folder)} was not checked: ${reason}`),
  ...(name === '-' ? {} : { locations: [{ physicalLocation: { artifactLocation: { uri: toldUri(name, folder) } } }] }),
})

/** SARIF 2.1.0. Results are written as they come; artifacts and what could not be read follow at the end. */
export const makeSarifWriter = (parts: WriterParts & { version: string; helpUrl: string | undefined }): Writer => {
  const { checker, folder, version, helpUrl } = parts
  const rules = checker.rules
    .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
    .map((rule) => described(rule, parts, helpUrl))
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]))
  const artifacts: object[] = []
  const notifications: object[] = []
  let results = 0
  const artifactOf = ({ name, kind }: CheckedText): object => {
    const index = artifacts.length
    const isInput = name === 'standard input'
    const location = isInput ? { description: { text: name } } : { uri: toldUri(name, folder) }
    artifacts.push({ location, roles: isInput ? ['standardStream'] : ['analysisTarget'], ...kinds[kind] })
    return { ...location, index }
  }
  return {
    begin: () => {
      const tool = { driver: { name: 'throughline', semanticVersion: version, rules } }
      return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify(tool)},"columnKind":"utf16CodeUnits","results":[`
    },
    file: (file, findings) => {
      const artifact = artifactOf(file)
      return findings
        .map((placed) => {
          results += 1
          return `${results === 1 ? '' : ','}\n${JSON.stringify(resultOf(placed, ruleIndex, artifact))}`
        })
        .join('')
    },
    refused: (name, reason) => {
      notifications.push(notification(name, reason, folder))
      return ''
    },
    end: () => {
      const invocation = {
        executionSuccessful: notifications.length === 0,
        toolExecutionNotifications: notifications,
      }
      return `\n],"artifacts":${JSON.stringify(artifacts)},"invocations":[${JSON.stringify(invocation)}]}]}\n`
    },
  }
}
