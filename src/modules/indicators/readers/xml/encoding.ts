import type { RefusedFile } from '../extract.ts'

/*
 * In what a file is written is decided before anything of it is read: by the mark at its start, or by what its declaration says. What says two things, and
 * what is not what it says, is refused: a name or a code read in the wrong encoding is another name or code.
 */

export const encodings = ['utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

/** `skip`: the bytes of the mark at the start. */
export type Decided = { readonly encoding: Encoding; readonly skip: number }

/** So many bytes are enough to decide: a declaration has about fifty. */
export const enoughToDecide = 1024

const spellings: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  'iso-8859-1': 'iso-8859-1',
  'iso8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
}

const mark = (bytes: Uint8Array): Decided | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 }
  return null
}

const refuse = (refused: string): RefusedFile => ({ refused, line: 1 })

const contradiction = refuse(
  'The first line of the file says that it is written in one encoding, and its first bytes are of another. Export it again, as UTF-8.',
)
const withoutMark = refuse('The file is written in UTF-16 without a mark that says so. Export it again, as UTF-8.')
const unknown = refuse(
  'The first line of the file names an encoding that is not known here. Export it again, as UTF-8.',
)
const empty = refuse('The file is empty.')

const otherVersion = refuse('The file is of an XML version other than 1.0. Export it again from the case system.')

const isOtherVersion = (start: string): boolean => {
  const version = /^<\?xml\s+version\s*=\s*["']([^"'>]{0,20})["']/.exec(start)?.[1]
  return version !== undefined && version !== '1.0'
}

/** The encoding that the declaration names, in small letters; null without a declaration, or where it names none. */
const declared = (start: string): string | null =>
  /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]{0,100})["'][^>]*?\?>/.exec(start)?.[1]?.trim().toLowerCase() ?? null

/** Decides by the first bytes of a file, `enoughToDecide` of them where it has as many. */
export const decideEncoding = (first: Uint8Array): Decided | RefusedFile => {
  if (first.length === 0) return empty
  const marked = mark(first)
  // A byte of zero at the start is half a character, or a whole file of four bytes each.
  if (marked === null && (first[0] === 0 || first[1] === 0)) return withoutMark
  const rest = first.subarray(marked?.skip ?? 0, enoughToDecide)
  if (marked !== null && marked.encoding !== 'utf-8') {
    // UTF-32 begins with the mark of UTF-16 and two zeros.
    if (rest[0] === 0 && rest[1] === 0) return unknown
    const text = new TextDecoder(marked.encoding).decode(rest)
    if (isOtherVersion(text)) return otherVersion
    const says = declared(text)
    return says === null || says === 'utf-16' || says === marked.encoding ? marked : contradiction
  }
  const text = Buffer.from(rest).toString('latin1')
  if (isOtherVersion(text)) return otherVersion
  const says = declared(text)
  if (says === null) return marked ?? { encoding: 'utf-8', skip: 0 }
  if (/^(utf-?16|utf-?32|ucs-|iso-10646-ucs)/.test(says)) return contradiction
  const encoding = Object.hasOwn(spellings, says) ? spellings[says] : undefined
  if (encoding === undefined) return unknown
  if (marked !== null && encoding !== 'utf-8') return contradiction
  return { encoding, skip: marked?.skip ?? 0 }
}
