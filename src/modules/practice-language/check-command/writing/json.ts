import type { Placed } from '../document.ts'
import { toldName } from './file-name.ts'
import type { Writer, WriterParts } from './writer.ts'

const asJson = ({ finding, line, column, endLine, endColumn, part }: Placed) => ({
  ruleId: finding.ruleId,
  category: finding.category,
  level: finding.level,
  start: finding.start,
  end: finding.end,
  line,
  column,
  endLine,
  endColumn,
  ...(part === undefined ? {} : { part }),
  phrase: finding.phrase,
  message: finding.message,
  reframe: finding.reframe,
  source: finding.source,
  certainty: finding.certainty,
  ...(finding.suppressed ? { suppressed: finding.suppressed } : {}),
})

/** One object: the files with their findings, what could not be read, and the sources that findings name by key. */
export const makeJsonWriter = ({ checker, folder, levels }: WriterParts): Writer => {
  const refused: { file: string; reason: string }[] = []
  const named = new Set<string>()
  let count = 0
  return {
    begin: () =>
      `{"tool":"throughline check","offsets":"UTF-16 code units","levels":${JSON.stringify(levels)},"files":[`,
    file: ({ name, kind }, findings) => {
      for (const { finding } of findings) for (const key of finding.source) named.add(key)
      const told = {
        file: name === 'standard input' ? null : toldName(name, folder),
        kind,
        offsetsOf: kind === 'docx' ? 'the text taken out of the file' : 'the file',
        findings: findings.map(asJson),
      }
      count += 1
      return `${count === 1 ? '' : ','}\n${JSON.stringify(told)}`
    },
    refused: (name, reason) => {
      refused.push({ file: toldName(name, folder), reason })
      return ''
    },
    end: () => {
      const sources = Object.fromEntries(Object.entries(checker.sources).filter(([key]) => named.has(key)))
      return `\n],"refused":${JSON.stringify(refused)},"sources":${JSON.stringify(sources)}}\n`
    },
  }
}
