import { posix } from 'node:path'
import type { Part } from '../../document.ts'
import { Unreadable } from '../../document.ts'
import { decode } from '../decode.ts'
import { paragraphsOf } from './paragraphs.ts'
import { relationsOf } from './relations.ts'
import { openParts, type Parts } from './unpack.ts'

export type WordText = { readonly text: string; readonly parts: readonly Part[] }

/** The other parts with text, in the order in which they follow the document. */
const others: readonly (readonly [kind: string, name: string])[] = [
  ['footnotes', 'footnotes'],
  ['endnotes', 'endnotes'],
  ['comments', 'comments'],
  ['header', 'header'],
  ['footer', 'footer'],
]

const xmlOf = async (parts: Parts, name: string): Promise<string | null> => {
  const bytes = await parts.read(name)
  return bytes === null ? null : decode(bytes)
}

const relations = async (parts: Parts, of: string) => {
  const { dir, base } = posix.parse(of)
  return relationsOf((await xmlOf(parts, posix.join(dir, '_rels', `${base}.rels`))) ?? '', dir)
}

/** The text of a Word file: body, notes, comments, headers and footers, with an empty line between paragraphs. */
export const readDocx = async (bytes: Uint8Array): Promise<WordText> => {
  const parts = await openParts(bytes)
  const main = (await relations(parts, '')).find(({ kind }) => kind === 'officeDocument')?.target
  const body = main === undefined ? null : await xmlOf(parts, main)
  if (main === undefined || body === null || !/<(?:\w+:)?document[\s>]/.test(body.slice(0, 10_000)))
    throw new Unreadable('it is a zip file, and no Word document is in it')
  const found: { name: string; paragraphs: readonly string[] }[] = [
    { name: 'document', paragraphs: paragraphsOf(body) },
  ]
  const related = await relations(parts, main)
  for (const [kind, name] of others) {
    for (const target of new Set(related.filter((one) => one.kind === kind).map((one) => one.target))) {
      const xml = await xmlOf(parts, target)
      if (xml !== null) found.push({ name, paragraphs: paragraphsOf(xml) })
    }
  }
  return joined(found.filter(({ paragraphs }) => paragraphs.length > 0))
}

const BETWEEN = '\n\n'

const joined = (found: readonly { name: string; paragraphs: readonly string[] }[]): WordText => {
  const parts: Part[] = []
  let length = 0
  const texts = found.map(({ name, paragraphs }) => {
    const text = paragraphs.join(BETWEEN)
    parts.push({ name, start: length })
    length += text.length + BETWEEN.length
    return text
  })
  return { text: texts.join(BETWEEN), parts }
}
