import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { spanFrom } from '../definition/quarter.ts'
import type { FileKind, Span } from '../readers/extract.ts'

export const formats = ['json', 'full', 'text', 'csv'] as const
export type Format = (typeof formats)[number]

export type Options = {
  /** Paths as they were named, by kind, in their order. */
  readonly files: Readonly<Record<FileKind, readonly string[]>>
  /** Which days the files of a kind cover. Empty: not said. */
  readonly covers: Readonly<Record<Exclude<FileKind, 'cin'>, readonly Span[]>>
  readonly mapping: string | undefined
  readonly format: Format
  readonly out: string | undefined
  readonly faults: string | undefined
  readonly release: string | undefined
  /** Releases that were handed over before. */
  readonly earlier: readonly string[]
  /** The figures behind each of them, in the same order. Empty: not kept. */
  readonly earlierFigures: readonly string[]
}

/** Something was asked in words that the command does not know. */
export class Misasked extends Error {}

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const
const config = {
  cin: texts,
  ssda903: texts,
  'annex-a': texts,
  referrals: texts,
  'ssda903-covers': texts,
  'annex-a-covers': texts,
  'referrals-covers': texts,
  mapping: text,
  format: text,
  out: text,
  faults: text,
  release: text,
  earlier: texts,
  'earlier-figures': texts,
} as const

const kinds = { cin: 'cin', ssda903: 'ssda903', 'annex-a': 'annex-a', referrals: 'referral-flags' } as const
const isKind = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name)

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, tokens: true, options: config })
  } catch (error) {
    throw new Misasked(error instanceof Error ? error.message : String(error))
  }
}

/** The files behind each option: the one that it names, and those that follow it (`--ssda903 *.csv`). */
const filesFrom = (tokens: ReturnType<typeof parse>['tokens']): Options['files'] => {
  const files: Record<FileKind, string[]> = { cin: [], ssda903: [], 'annex-a': [], 'referral-flags': [] }
  let kind: FileKind | null = null
  for (const token of tokens) {
    if (token.kind === 'option') {
      kind = isKind(token.name) ? kinds[token.name] : null
      if (kind !== null && token.value !== undefined) files[kind].push(token.value)
    } else if (token.kind === 'positional') {
      if (kind === null)
        throw new Misasked(`what is "${token.value}"? Name it after --cin, --ssda903, --annex-a or --referrals`)
      files[kind].push(token.value)
    }
  }
  return files
}

const spansFrom = (given: readonly string[] | undefined, option: string): Span[] =>
  (given ?? []).map((one) => {
    const span = spanFrom(one)
    if (span === null) throw new Misasked(`${option} is two days such as 2023-04-01..2025-03-31, not "${one}"`)
    return span
  })

const formatFrom = (given: string | undefined): Format => {
  const found = formats.find((format) => format === (given ?? 'json'))
  if (found === undefined) throw new Misasked(`--format is one of ${formats.join(', ')}, not "${given}"`)
  return found
}

const checkEarlier = ({ earlier, earlierFigures, release }: Options): void => {
  if (earlier.length > 0 && release === undefined)
    throw new Misasked('--earlier says what --release must not give away, which is not given')
  if (earlierFigures.length > 0 && earlierFigures.length !== earlier.length)
    throw new Misasked('--earlier-figures is given once for each --earlier, or not at all: one for each')
}

/** Nothing that is read is written over, and no two things are written to one place. */
const checkPlaces = (
  folder: string,
  { files, mapping, out, faults, release, earlier, earlierFigures }: Options,
): void => {
  const read = [
    ...Object.values(files).flat(),
    ...(mapping === undefined ? [] : [mapping]),
    ...earlier,
    ...earlierFigures,
  ].map((path) => resolve(folder, path))
  if (new Set(read).size < read.length) throw new Misasked('a file is named twice')
  const taken = new Set(read)
  for (const path of [out, faults, release]) {
    if (path === undefined) continue
    if (taken.has(resolve(folder, path))) throw new Misasked(`"${path}" would be written over. Name another file`)
    taken.add(resolve(folder, path))
  }
}

/** What the arguments ask for. Throws `Misasked` with what is wrong. */
export const readOptions = (args: readonly string[], folder: string): Options => {
  const { values, tokens } = parse(args)
  const files = filesFrom(tokens)
  if (Object.values(files).every((named) => named.length === 0))
    throw new Misasked('no file is named. Begin with --cin FILE')
  if (values.mapping !== undefined && files['referral-flags'].length === 0)
    throw new Misasked('--mapping says how to read --referrals, which is not given')
  const options: Options = {
    files,
    covers: {
      ssda903: spansFrom(values['ssda903-covers'], '--ssda903-covers'),
      'annex-a': spansFrom(values['annex-a-covers'], '--annex-a-covers'),
      'referral-flags': spansFrom(values['referrals-covers'], '--referrals-covers'),
    },
    mapping: values.mapping,
    format: formatFrom(values.format),
    out: values.out,
    faults: values.faults,
    release: values.release,
    earlier: values.earlier ?? [],
    earlierFigures: values['earlier-figures'] ?? [],
  }
  for (const [kind, option] of [
    ['ssda903', 'ssda903'],
    ['annex-a', 'annex-a'],
    ['referral-flags', 'referrals'],
  ] as const) {
    if (options.covers[kind].length > 0 && files[kind].length === 0)
      throw new Misasked(`--${option}-covers says what --${option} covers, which is not given`)
  }
  checkEarlier(options)
  checkPlaces(folder, options)
  return options
}
