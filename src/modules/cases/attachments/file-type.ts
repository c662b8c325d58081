type FileKind = { readonly type: string; readonly looksRight: (bytes: Buffer) => boolean }

const begins =
  (...starts: readonly string[]) =>
  (bytes: Buffer): boolean =>
    starts.some((start) => bytes.subarray(0, start.length).toString('latin1') === start)
// Films, sound and pictures of newer telephones say what they are from the fifth byte.
const isMedia = (bytes: Buffer): boolean => bytes.subarray(4, 8).toString('latin1') === 'ftyp'
const isUtf16 = begins('\u00ff\u00fe', '\u00fe\u00ff')
const isText = (bytes: Buffer): boolean => isUtf16(bytes) || !bytes.includes(0)
const isZip = begins('PK\u0003\u0004')
const isSound = (bytes: Buffer): boolean =>
  begins('ID3')(bytes) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0)

const office = 'application/vnd.openxmlformats-officedocument'

/** Every type of file that is taken, by the ending of its name. */
const kinds: Readonly<Record<string, FileKind>> = {
  docx: { type: `${office}.wordprocessingml.document`, looksRight: isZip },
  xlsx: { type: `${office}.spreadsheetml.sheet`, looksRight: isZip },
  odt: { type: 'application/vnd.oasis.opendocument.text', looksRight: isZip },
  pdf: { type: 'application/pdf', looksRight: begins('%PDF-') },
  txt: { type: 'text/plain', looksRight: isText },
  csv: { type: 'text/csv', looksRight: isText },
  eml: { type: 'message/rfc822', looksRight: isText },
  msg: { type: 'application/vnd.ms-outlook', looksRight: begins('\u00d0\u00cf\u0011\u00e0') },
  png: { type: 'image/png', looksRight: begins('\u0089PNG') },
  jpg: { type: 'image/jpeg', looksRight: begins('\u00ff\u00d8\u00ff') },
  heic: { type: 'image/heic', looksRight: isMedia },
  m4a: { type: 'audio/mp4', looksRight: isMedia },
  mp3: { type: 'audio/mpeg', looksRight: isSound },
}

export const typesInWords = 'Word, Excel, OpenDocument, PDF, text, CSV, email, picture or sound'
export const acceptedTypes = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .join(',')

/** 'docx' of 'Letter.DOCX'; '' where there is none. */
export const endingOf = (name: string): string =>
  (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toLowerCase().replace(/^jpeg$/, 'jpg')

const kindOf = (name: string): FileKind | undefined => {
  const ending = endingOf(name)
  return Object.hasOwn(kinds, ending) ? kinds[ending] : undefined
}

/** The type of a file, by the ending of its name; null where it is none that is taken. */
export const typeOf = (name: string): string | null => kindOf(name)?.type ?? null

/** What to say of a file that cannot be kept; null where it can. Its name stands in it, as its sender typed it. */
export const wrongWith = ({ name, bytes }: { readonly name: string; readonly bytes: Buffer }): string | null => {
  const kind = kindOf(name)
  if (kind === undefined) return `${name} is of a type that is not taken: select a ${typesInWords} file`
  if (!kind.looksRight(bytes))
    return `${name} is not what the ending of its name says: open it, save it again and select it`
  return null
}
