import { directoryOf, openParts, readDocx } from '#modules/practice-language/index.ts'
import { textOfMarkup, withoutEscapes } from './markup.ts'

/** A text of a file, what to call the place, and what it is searched for: as a machine keeps it, it is not searched for what looks like a place. */
export type FileText = {
  readonly place: string
  readonly text: string
  readonly search: 'both' | 'protected' | 'places'
}

/** What a file says; or why it cannot be looked through, and so cannot go. */
export type FileReading = { readonly texts: readonly FileText[] } | { readonly unreadable: string }

const plain = new TextDecoder('utf-8', { fatal: true })
const least = 3

/** Reads every text of a Word, text, CSV or HTML file: what is shown, and what is not (comments, links, what was deleted, properties). */
export const readFile = async (name: string, bytes: Uint8Array): Promise<FileReading> => {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (ending === 'docx') return readWord(bytes).catch(() => ({ unreadable: 'the Word file is damaged or too large' }))
  if (ending === 'pdf')
    return { unreadable: 'a PDF cannot be looked through. Attach the Word file that it was made from' }
  if (!['txt', 'csv', 'html', 'htm'].includes(ending))
    return { unreadable: 'only Word (.docx), text, CSV and HTML files can be looked through' }
  const text = decoded(bytes)
  if (text === null) return { unreadable: 'it is no plain text in UTF-8. Save it again as UTF-8' }
  return ending.startsWith('htm') ? readHtml(text) : { texts: [{ place: 'text', text, search: 'both' }] }
}

const decoded = (bytes: Uint8Array): string | null => {
  try {
    const text = plain.decode(bytes)
    // No text holds these; files of other kinds that are named .txt do.
    return /(?![\t\n\v\f\r])\p{Cc}|^%PDF-|^PK|^\{\\rtf/u.test(text) ? null : text
  } catch {
    return null
  }
}

const readHtml = (markup: string): FileReading => {
  if (/data:|<(?:script|svg|object|embed|iframe|img|image|canvas|video|audio)\b/i.test(markup))
    return { unreadable: 'it holds pictures or programs, which cannot be looked through' }
  const { text, attributes } = textOfMarkup(markup)
  return {
    texts: [
      { place: 'text', text, search: 'both' },
      { place: 'links and hidden parts', text: withoutEscapes(attributes), search: 'protected' },
    ],
  }
}

const places: readonly (readonly [RegExp, string])[] = [
  [/\.rels$/, 'links'],
  [/header\d*\.xml$/, 'header'],
  [/footer\d*\.xml$/, 'footer'],
  [/comments\w*\.xml$/, 'comments'],
  [/footnotes\.xml$|endnotes\.xml$/, 'notes'],
  [/^docProps\//, 'properties of the file'],
  [/^word\/document\d*\.xml$/, 'text'],
]
const placeOf = (part: string): string => places.find(([pattern]) => pattern.test(part))?.[1] ?? 'hidden parts'

const isMarkup = (part: string): boolean => /\.(?:xml|rels|vml)$/i.test(part)
// Fonts and the printer's settings hold no text of a person's.
const isHarmless = (part: string): boolean => part.endsWith('/') || /\.odttf$|printerSettings\d*\.bin$/i.test(part)

/** How many parts the end of a zip file says that there are. Two of one name: programs differ in which they show. */
const countOf = (bytes: Uint8Array): number => {
  const file = Buffer.from(bytes)
  return file.readUInt16LE(file.lastIndexOf('PK\x05\x06', file.length, 'latin1') + 10)
}

const readWord = async (bytes: Uint8Array): Promise<FileReading> => {
  const names = [...directoryOf(bytes).keys()]
  if (names.length !== countOf(bytes)) return { unreadable: 'the Word file is damaged' }
  if (names.some((part) => !isMarkup(part) && !isHarmless(part)))
    return { unreadable: 'it holds pictures or other files, which cannot be looked through. Take them out' }
  const shown = await readDocx(bytes)
  const parts = await openParts(bytes)
  const texts: FileText[] = [{ place: 'text', text: shown.text, search: 'places' }]
  for (const part of names.filter(isMarkup)) {
    const read = await parts.read(part)
    const markup = read === null ? null : markupOf(read)
    if (markup === null) return { unreadable: 'the Word file is damaged' }
    const { text, attributes } = textOfMarkup(markup)
    for (const each of [text, withoutEscapes(attributes)])
      if (each.trim().length >= least) texts.push({ place: placeOf(part), text: each, search: 'protected' })
  }
  return { texts }
}

/** A part in UTF-8 or, with its mark, in UTF-16, the two that XML asks for. */
const markupOf = (bytes: Uint8Array): string | null => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
