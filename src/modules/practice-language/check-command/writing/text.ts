import type { Source } from '../../engine/index.ts'
import { categoryNames, levelNames } from '../../words.ts'
import type { Placed } from '../document.ts'
import { wrapped } from './wrap.ts'
import type { Writer, WriterParts } from './writer.ts'

export type Look = {
  readonly columns: number
  readonly colour: boolean
  readonly showSuppressed: boolean
}

const NARROWEST = 30
const WIDEST = 100

/** A file or a phrase may hold what a terminal obeys: it is shown and not sent. */
export const harmless = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '�')

const bold = (text: string, { colour }: Look): string => (colour ? `\x1b[1m${text}\x1b[22m` : text)

const sourceText = (key: string, source: Source | undefined): string =>
  source === undefined
    ? key
    : [source.title, source.url ?? source.where].filter((part) => part !== undefined).join(', ')

const linesOf = (name: string, placed: Placed, sources: Readonly<Record<string, Source>>, look: Look): string => {
  const { finding, line, column, part } = placed
  const width = Math.min(WIDEST, Math.max(NARROWEST, look.columns))
  const place = `${harmless(name)}:${line}:${column}${part === undefined || part === 'document' ? '' : ` (${part})`}`
  const phrase = finding.phrase === '' ? 'the whole document' : `“${harmless(finding.phrase)}”`
  const words = [
    `${categoryNames[finding.category]}. ${levelNames[finding.level]}. (${finding.ruleId})`,
    ...(finding.suppressed ? [`Let pass: ${harmless(finding.suppressed.reason)}`] : []),
    `Why: ${finding.message}`,
    `To ask: ${harmless(finding.reframe)}`,
    ...finding.source.map((key) => `Source: ${sourceText(key, sources[key])}`),
  ]
  return [`${bold(place, look)}  ${phrase}`, ...words.flatMap((text) => wrapped(text, width, '  ')), '', ''].join('\n')
}

const counted = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`

const total = (found: number, files: number, passed: number, { showSuppressed }: Look): string => {
  const let_ = passed === 0 ? '' : `, ${passed} let pass${showSuppressed ? '' : ' (--show-suppressed shows them)'}`
  const sentence = `${counted(found, 'phrase', 'phrases')} to look at again in ${counted(files, 'file', 'files')}${let_}.`
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

/** For people. What could not be read is said on standard error. */
export const makeTextWriter = ({ checker }: WriterParts, look: Look): Writer => {
  const counts = { found: 0, passed: 0, files: 0, word: 0 }
  return {
    begin: () => '',
    file: ({ name, kind }, findings) => {
      counts.files += 1
      if (kind === 'docx') counts.word += 1
      const passed = findings.filter(({ finding }) => finding.suppressed)
      counts.passed += passed.length
      counts.found += findings.length - passed.length
      return findings
        .filter(({ finding }) => look.showSuppressed || !finding.suppressed)
        .map((one) => linesOf(name, one, checker.sources, look))
        .join('')
    },
    refused: () => '',
    end: () => {
      const width = Math.min(WIDEST, Math.max(NARROWEST, look.columns))
      const word = counts.word === 0 ? [] : ['Lines and columns of Word files are those of the text taken out of them.']
      const notes = [
        total(counts.found, counts.files, counts.passed, look),
        ...word,
        'That nothing is found does not show good practice.',
      ]
      return `${notes.flatMap((note) => wrapped(note, width, '')).join('\n')}\n`
    },
  }
}
