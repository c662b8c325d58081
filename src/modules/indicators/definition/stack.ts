import type { AnnexExtract, CareExtract, CinExtract, Day, Extract, FlagExtract, Span } from '../readers/extract.ts'
import { coversWhole, mergeSpans, spanOfCin } from './covered.ts'
import { mergeEpisodes, type RankedEpisode, type StackedEpisode } from './merge.ts'
import { quarterOf, spanOfQuarter } from './quarter.ts'

/** A file that was read. */
export type StackFile = {
  readonly name: string
  readonly extract: Extract
  /** The days that it covers, as the borough says; null: not said. A census says it in its header, which counts before this. */
  readonly span: Span | null
  /** Further days that it covers, where they do not follow on. */
  readonly furtherSpans?: readonly Span[]
}

/** What the borough says of a referral; `file` and `line` lead back to its own row. */
export type StackedFlag = {
  readonly on: Day
  readonly abuse: 'yes' | 'no' | 'unknown'
  readonly file: string
  readonly line: number
}

/** All that the files say of one child, each list by day. */
export type StackedChild = {
  inCin: boolean
  unaccompanied: boolean
  episodes: readonly StackedEpisode[]
  careStarts: readonly Day[]
  flags: readonly StackedFlag[]
}

/** Which days the files of each kind cover: merged, in order, half-open. */
export type Covered = Readonly<Record<'cin' | 'ssda903' | 'annexA' | 'flags', readonly Span[]>>

/** The files of one borough as one. */
export type Stack = {
  readonly children: ReadonlyMap<string, StackedChild>
  readonly covered: Covered
  /** The three digits of every authority that a census names: more than one are not one borough. */
  readonly authorities: readonly string[]
}

type Of<E extends Extract> = Omit<StackFile, 'extract'> & { readonly extract: E }
type Children = Map<string, StackedChild>

const none: readonly never[] = []

const childOf = (children: Children, id: string): StackedChild => {
  const known = children.get(id)
  if (known !== undefined) return known
  const made = { inCin: false, unaccompanied: false, episodes: none, careStarts: none, flags: none }
  children.set(id, made)
  return made
}

const ofKind = <E extends Extract>(files: readonly StackFile[], kind: E['kind']): Of<E>[] =>
  // The kind says which extract it is.
  files.filter(({ extract }) => extract.kind === kind) as Of<E>[]

/** The census year and the day of a file, as far as its header says one of them; a file that says neither is the oldest. */
const ageOf = ({ year, referenceDate, writtenAt }: CinExtract): [number, number, string] => {
  const from = spanOfCin({ year, referenceDate })
  return [from?.year ?? -Infinity, from === null ? -Infinity : (referenceDate ?? from.span.to - 1), writtenAt ?? '']
}

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** The earlier first: by year, reference date, when it was written, then as they were given (sorting keeps that order). */
const inOrder = (files: readonly Of<CinExtract>[]): Of<CinExtract>[] =>
  files
    .map((file) => ({ file, age: ageOf(file.extract) }))
    .toSorted(({ age: a }, { age: b }) => compare(a[0], b[0]) || compare(a[1], b[1]) || compare(a[2], b[2]))
    .map(({ file }) => file)

const addCin = (children: Children, files: readonly Of<CinExtract>[]): void => {
  const episodes = new Map<string, RankedEpisode[]>()
  for (const [rank, { extract }] of inOrder(files).entries()) {
    for (const id of extract.children) childOf(children, id).inCin = true
    for (const episode of extract.episodes) {
      const own = episodes.get(episode.child)
      if (own === undefined) episodes.set(episode.child, [{ rank, episode }])
      else own.push({ rank, episode })
    }
  }
  for (const [id, own] of episodes) {
    const child = childOf(children, id)
    child.inCin = true
    child.episodes = mergeEpisodes(own)
  }
}

const addCare = (
  children: Children,
  care: readonly Of<CareExtract>[],
  annexes: readonly Of<AnnexExtract>[],
  covered: Covered,
): void => {
  const starts = new Map<string, Set<Day>>()
  const add = (child: string, on: Day): void => {
    const own = starts.get(child)
    if (own === undefined) starts.set(child, new Set([on]))
    else own.add(on)
  }
  for (const { extract } of care) for (const { child, on } of extract.starts) add(child, on)
  for (const { extract } of annexes) {
    for (const { child, on } of extract.careStarts ?? []) {
      // List 8 has one row a child and six months: it stands in only where there is no return.
      if (!coversWhole(covered.ssda903, spanOfQuarter(quarterOf(on)))) add(child, on)
    }
  }
  for (const [id, own] of starts) childOf(children, id).careStarts = [...own].sort((a, b) => a - b)
  for (const { extract } of [...care, ...annexes]) {
    for (const id of extract.unaccompanied) childOf(children, id).unaccompanied = true
  }
}

const strength = { unknown: 0, no: 1, yes: 2 } as const

const addFlags = (children: Children, files: readonly Of<FlagExtract>[]): void => {
  const flags = new Map<string, Map<Day, StackedFlag & { rank: number }>>()
  for (const [rank, { name, extract }] of files.entries()) {
    for (const { child, on, abuse, line } of extract.flags) {
      const own = flags.get(child) ?? new Map<Day, StackedFlag & { rank: number }>()
      if (own.size === 0) flags.set(child, own)
      const known = own.get(on)
      // Within a file the stronger word counts; of two files the later one.
      if (known === undefined || known.rank < rank || strength[abuse] > strength[known.abuse])
        own.set(on, { on, abuse, file: name, line, rank })
    }
  }
  for (const [id, own] of flags) {
    childOf(children, id).flags = [...own.values()]
      .map(({ on, abuse, file, line }) => ({ on, abuse, file, line }))
      .sort((a, b) => a.on - b.on)
  }
}

/**
 * Several files of one borough as one. Of two censuses the later wins (by year, reference date, when it was written, then as given); the same child and
 * day of referral is one episode; the other kinds are taken in the order in which they come.
 */
export const stack = (files: readonly StackFile[]): Stack => {
  const cin = ofKind<CinExtract>(files, 'cin')
  const care = ofKind<CareExtract>(files, 'ssda903')
  const annexes = ofKind<AnnexExtract>(files, 'annex-a')
  const flags = ofKind<FlagExtract>(files, 'referral-flags')
  const said = (of: readonly Pick<StackFile, 'span' | 'furtherSpans'>[]): Span[] =>
    mergeSpans(of.flatMap(({ span, furtherSpans = [] }) => [...(span === null ? [] : [span]), ...furtherSpans]))
  const covered = {
    cin: mergeSpans(cin.flatMap(({ extract, span }) => spanOfCin(extract)?.span ?? span ?? [])),
    ssda903: said(care),
    annexA: said(annexes.filter(({ extract }) => extract.careStarts !== null)),
    flags: said(flags),
  }
  const children: Children = new Map()
  addCin(children, cin)
  addCare(children, care, annexes, covered)
  addFlags(children, flags)
  const authorities = new Set(cin.flatMap(({ extract }) => extract.authority ?? []))
  return { children, covered, authorities: [...authorities].sort() }
}
