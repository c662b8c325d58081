import { coveredWords, type Why, whyWords } from '../definition/coverage.ts'
import type { Figures } from '../definition/figures-shape.ts'
import { furtherMeasures, measures } from '../definition/measure.ts'
import type { Stack } from '../definition/stack.ts'
import type { FileKind, ReadFile } from '../readers/extract.ts'
import type { Fault } from '../readers/fault.ts'

/** So many faults are said; `--faults` writes them all. */
const shownFaults = 20

/** What a file says, and its name, on one line and without what a terminal would obey. */
export const harmless = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '�')

const counted = (rows: ReadFile['rows']): string =>
  Object.entries(rows)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

/** What was read of each file. */
export const readLines = (read: readonly { readonly names: readonly string[]; readonly file: ReadFile }[]): string[] =>
  read.map(({ names, file }) => {
    const faults =
      file.faultCount === 0
        ? 'no faults'
        : file.faultCount === 1
          ? '1 fault or query'
          : `${file.faultCount} faults and queries`
    return `${names.map(harmless).join(', ')}: ${counted(file.rows)}; ${faults}`
  })

const faultLine = ({ file, line, record, field, rule, severity, said }: Fault): string => {
  const place = [file, ...(line === null ? [] : [String(line)])].join(':')
  const child = record == null ? '' : ` child ${record}:`
  return harmless(`${place} ${child} ${severity}${field === null ? '' : ` in ${field}`}: ${said} (${rule})`)
}

/** The first faults of all files, and how many more there are. */
export const faultLines = (read: readonly { readonly file: ReadFile }[]): string[] => {
  const kept = read.flatMap(({ file }) => file.faults)
  const count = read.reduce((sum, { file }) => sum + file.faultCount, 0)
  // What was not counted before what was.
  const first = [
    ...kept.filter(({ severity }) => severity === 'fault'),
    ...kept.filter(({ severity }) => severity === 'query'),
  ]
    .slice(0, shownFaults)
    .map(faultLine)
  const more = count - first.length
  return more > 0
    ? [
        ...first,
        `… and ${more} more. --faults FILE writes ${kept.length < count ? `the first ${kept.length}` : 'them all'}.`,
      ]
    : first
}

const kinds = [
  { kind: 'cin', of: 'cin', name: 'Children in need census', missing: 'its header names no year' },
  { kind: 'ssda903', of: 'ssda903', name: 'SSDA903 return', missing: 'say so with --ssda903-covers' },
  { kind: 'annex-a', of: 'annexA', name: 'Annex A, list 8', missing: 'say so with --annex-a-covers' },
  { kind: 'referral-flags', of: 'flags', name: 'Referral flags', missing: 'say so with --referrals-covers' },
] as const

/** Which days the files of each kind cover. */
export const coverLines = (
  { covered }: Pick<Stack, 'covered'>,
  read: readonly { readonly kind: FileKind }[],
): string[] =>
  kinds.map(({ kind, of, name, missing }) => {
    if (!read.some((one) => one.kind === kind)) return `${name}: no file`
    const spans = covered[of]
    return spans.length === 0
      ? `${name}: nobody said which days it covers (${missing})`
      : `${name} covers ${coveredWords(spans)}`
  })

/** Why, in words that are the same for every quarter. */
const gapWords = (why: Why): string =>
  why.reason === 'year-before'
    ? 'The children in need census of the year before each of them is needed as well. Add that file.'
    : whyWords(why)

/** What cannot be computed and why, in as few lines as say it. */
export const gapLines = ({ quarters }: Figures): string[] => {
  /** The measures of which the same is said of the same quarters. */
  const lines = new Map<string, string[]>()
  for (const name of [...measures, ...furtherMeasures]) {
    const gaps = quarters.flatMap(({ quarter, measures: { [name]: figure } }) =>
      figure.status === 'not-computable' ? [{ quarter, words: gapWords(figure.why) }] : [],
    )
    for (const [words, own] of Map.groupBy(gaps, (gap) => gap.words)) {
      const line = `in ${own.map(({ quarter }) => quarter).join(', ')}: ${words}`
      lines.set(line, [...(lines.get(line) ?? []), name])
    }
  }
  return [...lines].map(([line, names]) => `Not computable: ${names.join(', ')} ${line}`)
}

/** Whether the borough's flags belong to its census. */
export const flagLines = ({ flags }: Figures): string[] => {
  if (flags === null) return []
  const { inCensus, matched, enough, unknown, rows } = flags
  const lines = [
    `Referral flags: ${matched} of ${inCensus} belong to a referral of the census; ${unknown} of ${rows} say neither yes nor no.`,
  ]
  if (enough === false)
    lines.push(
      'Fewer than 95 of 100 belong to a referral: look whether ids and dates are those of the census (--format full names the lines).',
    )
  return lines
}
