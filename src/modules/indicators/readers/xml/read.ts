import { SaxesParser } from 'saxes'
import type { RefusedFile } from '../extract.ts'
import { type Decode, decoderOf } from './decode.ts'
import { decideEncoding, type Encoding, enoughToDecide } from './encoding.ts'
import { type XmlLimits, xmlLimits } from './limits.ts'
import { bareAmpersand, plainWords } from './words.ts'

/** Names are as written, without a prefix; lines from 1. */
export type XmlHandler = {
  readonly open: (name: string, line: number) => void
  /** `text`: all of what stands in an element that holds no other, comments left out; '' for one that holds others. */
  readonly close: (name: string, text: string, line: number) => void
  /** Text that stands beside elements. What it says is not passed on. */
  readonly stray?: (line: number) => void
}

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const refusals = new WeakMap<Error, RefusedFile>()

/** For a handler: ends the reading, and the file is refused for this reason. */
export const stopReading: (refused: string, line: number | null) => never = (refused, line) => {
  const error = new Error('The file is refused')
  refusals.set(error, { refused, line })
  throw error
}

// One piece is given to the parser at a time; what has no end within two of them is stopped there, so that memory stays flat.
const pieceBytes = 64 * 1024
const longestWithoutEvent = 2 * pieceBytes

const pieces = function* (bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

/**
 * Reads an XML file strictly, in one go and in flat memory, and tells `handler` of its elements. Encoding first, no DOCTYPE, no entity but the five of XML.
 * @returns null when the whole file was read, or why it is refused; what the handler was told of a refused file does not count.
 */
export const readXml = async (
  source: Chunks,
  handler: XmlHandler,
  limits: XmlLimits = xmlLimits,
): Promise<RefusedFile | null> => {
  try {
    const reading = startReading(handler, limits)
    for await (const chunk of source) for (const piece of pieces(chunk)) reading.write(piece)
    reading.end()
    return null
  } catch (error) {
    const refused = error instanceof Error ? refusals.get(error) : undefined
    if (refused === undefined) throw error
    return refused
  }
}

const startReading = (handler: XmlHandler, limits: XmlLimits) => {
  const parser = guardedParser(handler, limits)
  let decode: { readonly encoding: Encoding; readonly decode: Decode } | null = null
  let start: Uint8Array = new Uint8Array()
  let total = 0
  const feed = (piece: Uint8Array, isLast: boolean): void => {
    if (decode === null) return
    const decoded = decode.decode(piece, isLast)
    if ('badAfter' in decoded) stopReading(notOf(decode.encoding), parser.line() + decoded.badAfter)
    parser.write(decoded.text)
  }
  const begin = (): void => {
    const decided = decideEncoding(start)
    if ('refused' in decided) stopReading(decided.refused, decided.line)
    decode = { encoding: decided.encoding, decode: decoderOf(decided.encoding) }
    feed(start.subarray(decided.skip), false)
    start = new Uint8Array()
  }
  return {
    write: (piece: Uint8Array): void => {
      total += piece.length
      if (total > limits.bytes) stopReading(tooLarge(limits.bytes), null)
      if (decode === null) start = start.length === 0 ? piece : Buffer.concat([start, piece])
      if (decode !== null) feed(piece, false)
      else if (start.length >= enoughToDecide) begin()
    },
    end: (): void => {
      if (decode === null) begin()
      feed(new Uint8Array(), true)
      parser.end()
    },
  }
}

const tooLarge = (bytes: number): string =>
  `The file is larger than ${Math.floor(bytes / 1024 / 1024)} MB, which is more than a return of the largest authority. Check that it is the right file.`

const notOf = (encoding: Encoding): string =>
  `The file says that it is written in ${encoding.toUpperCase()}, and here are bytes that are not. Export it again, as UTF-8.`

type State = {
  depth: number
  isLeaf: boolean
  text: string
  /** Where the parser last had something whole, in characters from the start and as a line. */
  lastEvent: number
  lastLine: number
}

type Refuse = (why: string, line?: number) => never

/*
 * The parser with its limits. It tells the handler of elements, and stops at the first thing that is wrong. It listens to six events and no more: with two
 * more the engine keeps the parser as a table of names, and reading takes six times as long (bench/returns.ts). Attributes are looked at when their element is whole.
 */
const guardedParser = (handler: XmlHandler, limits: XmlLimits) => {
  const parser = new SaxesParser({ position: true })
  const state: State = { depth: 0, isLeaf: false, text: '', lastEvent: 0, lastLine: 1 }
  const refuse: Refuse = (why, line = parser.line) => stopReading(`${why} Nothing of the file was read.`, line)
  parser.on('doctype', () => refuse(doctype))
  tellOfElements(parser, state, handler, limits, refuse)
  return { line: () => parser.line, ...feeding(parser, state, refuse) }
}

const doctype =
  'The file holds a document type declaration (<!DOCTYPE), which no return has. Export it again from the case system.'

const tellOfElements = (
  parser: SaxesParser,
  state: State,
  handler: XmlHandler,
  limits: XmlLimits,
  refuse: Refuse,
): void => {
  const localName = localNames(limits.name, () => refuse('A name here is longer than any of a return.'))
  const happened = (): void => {
    state.lastEvent = parser.position
    state.lastLine = parser.line
  }
  const flushStray = (): void => {
    if (state.text !== '' && /\S/.test(state.text)) handler.stray?.(parser.line)
    state.text = ''
  }
  const addText = (text: string): void => {
    happened()
    state.text = state.text === '' ? text : state.text + text
    if (state.text.length > limits.text) refuse(`A field here has more than ${limits.text} characters.`)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ name, attributes }) => {
    happened()
    state.depth += 1
    if (state.depth > limits.depth) refuse(`There are more than ${limits.depth} elements within one another here.`)
    checkAttributes(attributes, limits, localName, refuse)
    flushStray()
    state.isLeaf = true
    handler.open(localName(name), parser.line)
  })
  parser.on('closetag', ({ name }) => {
    happened()
    state.depth -= 1
    const text = state.isLeaf ? state.text : ''
    if (state.isLeaf) state.text = ''
    else flushStray()
    state.isLeaf = false
    handler.close(localName(name), text, parser.line)
  })
}

const checkAttributes = (
  attributes: Readonly<Record<string, string>>,
  limits: XmlLimits,
  localName: (name: string) => string,
  refuse: Refuse,
): void => {
  let count = 0
  for (const name in attributes) {
    count += 1
    if (count > limits.attributes) refuse('An element here has more attributes than any of a return.')
    localName(name)
    if ((attributes[name]?.length ?? 0) > limits.text)
      refuse(`An attribute here has more than ${limits.text} characters.`)
  }
}

const feeding = (parser: SaxesParser, state: State, refuse: Refuse) => {
  let last = ''
  let before = 0
  // The parser notices a bare & only at the next semicolon, or never: the line is where it stands, as far as it lies in the last piece.
  const ampersandLine = (): number => {
    const consumed = last.slice(0, parser.position - before)
    const at = consumed.lastIndexOf('&')
    return at === -1 ? state.lastLine : parser.line - (consumed.slice(at).split('\n').length - 1)
  }
  const isUnfinishedEntity = (): boolean => /&[^;]*$/.test(last.slice(-Math.max(1, parser.position - state.lastEvent)))
  parser.on('error', ({ message }) => {
    const said = plainWords(message)
    if (said === bareAmpersand || isUnfinishedEntity()) refuse(bareAmpersand, ampersandLine())
    refuse(said)
  })
  return {
    write: (text: string): void => {
      if (text === '') return
      before += last.length
      last = text
      parser.write(text)
      if (parser.position - state.lastEvent <= longestWithoutEvent) return
      refuse(isUnfinishedEntity() ? bareAmpersand : 'Something here begins and does not end.', state.lastLine)
    },
    end: (): void => {
      parser.close()
    },
  }
}

// Names repeat: each is looked at once. What is remembered has a limit too.
const mostNames = 1000

const localNames = (longest: number, refuse: () => never): ((name: string) => string) => {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    if (name.length > longest) return refuse()
    const local = name.slice(name.indexOf(':') + 1)
    if (known.size < mostNames) known.set(name, local)
    return local
  }
}
