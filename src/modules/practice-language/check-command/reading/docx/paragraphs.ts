import { readXml } from './xml.ts'

/** What is in the file and is not its text: deleted and moved away, instructions of fields, forms of paragraphs, the copy for old programs. */
const leftOut = new Set(['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'pPr', 'rPr', 'Fallback', 'sectPr'])

const instead: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** The paragraphs of a part of a Word file, those in the cells of tables among them, in order. Empty ones are left out. */
export const paragraphsOf = (xml: string): readonly string[] => {
  const paragraphs: string[] = []
  // A text box stands inside a paragraph and has paragraphs of its own: they follow it.
  const open: { text: string; after: string[] }[] = []
  let out = 0
  let isText = false
  const add = (text: string): void => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  const close = (): void => {
    const done = open.pop()
    if (!done) return
    const all = [done.text, ...done.after].filter((text) => text.trim() !== '')
    const around = open.at(-1)
    // One at a time: there may be more than a call can take.
    for (const text of all) (around ? around.after : paragraphs).push(text)
  }
  readXml(xml, {
    open: (name) => {
      if (out > 0 || leftOut.has(name)) out += 1
      else if (name === 'p') open.push({ text: '', after: [] })
      else if (name === 't') isText = true
      else add(instead[name] ?? '')
    },
    close: (name) => {
      if (out > 0) out -= 1
      else if (name === 'p') close()
      else if (name === 't') isText = false
    },
    text: (text) => {
      if (isText && out === 0) add(text)
    },
  })
  return paragraphs
}
