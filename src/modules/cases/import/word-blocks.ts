import { posix } from 'node:path'
import { openParts, readXml, relationsOf, Unreadable } from '#modules/practice-language/index.ts'
import { NotReadable } from './read-text.ts'

/** What stands in the body of a Word file, in its order. */
export type WordBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly isHeading: boolean }
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly isFirst: boolean }

/** What is in the file and is not its text: deleted and moved away, instructions of fields, the copy for old programs. */
const leftOut = new Set(['del', 'moveFrom', 'delText', 'instrText', 'Fallback', 'txbxContent'])
const instead: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

// Far above what 5,000 notes have; more than that is nobody's notes.
const mostParts = 50_000

const collect = (xml: string): WordBlock[] => {
  const blocks: WordBlock[] = []
  let [out, tables, text, isHeading, isText, rows, format] = [0, 0, '', false, false, 0, 0]
  let cells: string[] = []
  let cell: string[] = []
  let seen = 0
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'p') seen += 1
      if (seen > mostParts) throw new NotReadable('The Word file has more than 50,000 paragraphs. Bring it in by parts')
      if (out > 0 || leftOut.has(name)) out += 1
      else if (name === 'tbl') tables += 1
      else if (name === 'tr' && tables === 1) cells = []
      else if (name === 'tc' && tables === 1) cell = []
      else if (name === 'p') [text, isHeading] = ['', false]
      else if (name === 'pPr' || name === 'rPr') format += 1
      else if (name === 'pStyle') isHeading = /^(?:heading|title|berschrift|titre)/i.test(attributes().get('val') ?? '')
      else if (name === 'outlineLvl') isHeading = Number(attributes().get('val') ?? 9) < 9
      else if (name === 't') isText = true
      else if (format === 0) text += instead[name] ?? ''
    },
    close: (name) => {
      if (out > 0) out -= 1
      else if (name === 'pPr' || name === 'rPr') format -= 1
      else if (name === 't') isText = false
      else if (name === 'p') {
        if (tables > 0) cell.push(text)
        else if (text.trim() !== '') blocks.push({ kind: 'paragraph', text, isHeading })
      } else if (name === 'tc' && tables === 1) cells.push(cell.join('\n').trim())
      else if (name === 'tr' && tables === 1) {
        blocks.push({ kind: 'row', cells, isFirst: rows === 0 })
        rows += 1
      } else if (name === 'tbl') {
        tables -= 1
        if (tables === 0) rows = 0
      }
    },
    text: (more) => {
      if (isText && out === 0) text += more
    },
  })
  return blocks
}

const xmlOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/**
 * The body of a Word file: paragraphs and the rows of its tables. Headers, footers and notes are no part of it.
 * @throws NotReadable with the reason: a zip bomb, a damaged file, none of Word's.
 */
export const wordBlocks = async (bytes: Buffer): Promise<readonly WordBlock[]> => {
  try {
    const parts = await openParts(bytes)
    const relations = await parts.read('_rels/.rels')
    const main = relations && relationsOf(xmlOf(relations), '').find(({ kind }) => kind === 'officeDocument')?.target
    const body = main ? await parts.read(posix.normalize(main)) : null
    if (body === null) throw new Unreadable('no Word document is in it')
    return collect(xmlOf(body))
  } catch (error) {
    if (error instanceof Unreadable) throw new NotReadable(`The Word file cannot be read: ${error.message}`)
    // Thrown by the decoder where it is not what every Word file is written in.
    if (error instanceof TypeError) throw new NotReadable('The Word file cannot be read: its XML is damaged')
    throw error
  }
}
