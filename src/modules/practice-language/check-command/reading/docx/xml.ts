import { Unreadable } from '../../document.ts'
import { limits } from './limits.ts'

/** What a reader of XML is told. Names come without their prefix. */
export type Listener = {
  readonly open: (name: string, attributes: () => ReadonlyMap<string, string>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

const known: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const character = (code: number): string => {
  const isOne = (code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) || [9, 10, 13].includes(code)
  if (!isOne) throw new Unreadable('its XML names a character that does not exist')
  return String.fromCodePoint(code)
}

/** Only the five that every XML has, and numbers: a document that declares others is refused before. */
const withCharacters = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(\w{1,40}));?/gi,
        (whole, hex?: string, number?: string, name = '') => {
          if (hex !== undefined) return character(Number.parseInt(hex, 16))
          if (number !== undefined) return character(Number.parseInt(number, 10))
          const letter = known[name]
          if (letter === undefined || !whole.endsWith(';')) throw new Unreadable('its XML uses an entity of its own')
          return letter
        },
      )
    : text

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/([\w:.-]{1,100})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', one, other]) => [
      withoutPrefix(name),
      withCharacters(one ?? other ?? ''),
    ]),
  )

const broken = (): never => {
  throw new Unreadable('its XML is damaged')
}

/** The end of a tag: the first `>` that stands in no attribute. */
const tagEnd = (xml: string, from: number): number => {
  let at = from
  let end = xml.indexOf('>', at)
  for (;;) {
    if (end < at) end = xml.indexOf('>', at)
    if (end < 0) return broken()
    const quote = /["']/.exec(xml.slice(at, end))
    if (quote === null) return end
    const closing = xml.indexOf(quote[0], at + quote.index + 1)
    if (closing < 0) return broken()
    at = closing + 1
  }
}

/** What begins with `<!` or `<?`. Returns where reading goes on. */
const skipped = (xml: string, at: number, listener: Listener): number => {
  const after = (ending: string): number => {
    const end = xml.indexOf(ending, at)
    return end < 0 ? broken() : end + ending.length
  }
  if (xml.startsWith('<!--', at)) return after('-->')
  if (xml.startsWith('<?', at)) return after('?>')
  if (!xml.startsWith('<![CDATA[', at))
    throw new Unreadable('its XML declares a document type, which a Word file never does')
  const next = after(']]>')
  listener.text(xml.slice(at + '<![CDATA['.length, next - ']]>'.length))
  return next
}

/** Reads XML from beginning to end, in time in proportion to its length. Nothing is fetched, declared or expanded. */
export const readXml = (xml: string, listener: Listener): void => {
  const names: string[] = []
  let at = 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const end = next < 0 ? xml.length : next
    if (end > at && names.length > 0) listener.text(withCharacters(xml.slice(at, end)))
    if (next < 0) break
    if (xml[next + 1] === '!' || xml[next + 1] === '?') {
      at = skipped(xml, next, listener)
      continue
    }
    const close = tagEnd(xml, next + 1)
    at = close + 1
    if (xml[next + 1] === '/') {
      const name = withoutPrefix(xml.slice(next + 2, close).trim())
      if (names.pop() !== name) broken()
      listener.close(name)
      continue
    }
    const isEmpty = xml[close - 1] === '/'
    const tag = xml.slice(next + 1, isEmpty ? close - 1 : close)
    const name = withoutPrefix(/^[^\s]+/.exec(tag)?.[0] ?? broken())
    names.push(name)
    if (names.length > limits.depth) throw new Unreadable(`its XML is more than ${limits.depth} elements deep`)
    listener.open(name, () => attributesOf(tag))
    if (isEmpty) {
      names.pop()
      listener.close(name)
    }
  }
  if (names.length > 0) broken()
}
