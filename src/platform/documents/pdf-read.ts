import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** For the tests of this folder: a PDF as a reader of another make finds it. */
export type Part = { role: string; text: string; parts: Part[] }

export const openPdf = (file: Buffer): Promise<PDFDocumentProxy> =>
  // A copy, as the reader takes what it is given for itself.
  getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise

type Item = { type?: string; id?: string; tag?: string; str?: string; hasEOL?: boolean }

/** The parts of the structure with their text; `text` all of it, `outside` what is drawn but is no part of it. */
export const readPdf = async (file: Buffer) => {
  const pdf = await openPdf(file)
  const roots: Part[] = []
  const outside: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const texts = new Map<string, string>()
    const open: (string | null)[] = []
    // The library's two kinds of item, of which we read what both may have.
    for (const item of content.items as Item[]) {
      if (item.type?.startsWith('beginMarkedContent')) open.push(item.id ?? null)
      else if (item.type === 'endMarkedContent') open.pop()
      else {
        const words = `${item.str ?? ''}${item.hasEOL ? '\n' : ''}`
        const id = open.findLast((place) => place !== null)
        if (id === undefined || id === null) outside.push(words)
        else texts.set(id, `${texts.get(id) ?? ''}${words}`)
      }
    }
    const tree = await page.getStructTree()
    if (tree) roots.push(partOf(tree as unknown as Node, texts))
  }
  return { text: roots.map(({ text }) => text).join('\n'), parts: roots.flatMap(all), outside: outside.join('').trim() }
}

// As the library makes them; its own types leave out the ids.
type Node = { role?: string; type?: string; id?: string; children?: Node[] }

const partOf = (node: Node, texts: ReadonlyMap<string, string>): Part => {
  const parts = (node.children ?? []).filter((child) => child.type !== 'content').map((child) => partOf(child, texts))
  const text = (node.children ?? [])
    .map((child) => (child.type === 'content' ? (texts.get(child.id ?? '') ?? '') : partOf(child, texts).text))
    .join('')
  return { role: node.role ?? '', text, parts }
}

const all = (part: Part): Part[] => [part, ...part.parts.flatMap(all)]
