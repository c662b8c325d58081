import { formatPeriod, localDate } from '#platform/dates.ts'
import type { Figures } from '../definition/figures-shape.ts'
import type { Stack, StackedChild, StackFile } from '../definition/stack.ts'
import { type AnnexExtract, type ChildDay, type Day, dateOfDay, type Span } from '../readers/extract.ts'
import type { Check, CheckKey } from './check.ts'
import { compared, notCompared, type Tolerance } from './compare.ts'
import { type Reason, reasonsOf, say } from './reasons.ts'

const tolerance: Tolerance = { perCent: 5, least: 5 }

/** Whether the flags belong to referrals of the census: 95 of 100 must. Null: there are no flags. */
export const flagCheck = ({ flags }: Pick<Figures, 'flags'>): Check | null => {
  if (flags === null) return null
  const of = { key: 'flags', name: 'Rows of domestic abuse at referral that belong to a referral', year: null } as const
  const { inCensus, matched } = flags
  if (inCensus === 0) {
    const why = 'No row lies on a day that a children in need return covers. Add the return of those days.'
    return notCompared(of, null, { kind: 'none', words: 'no return' }, [why])
  }
  // In whole rows: at least 95 of 100.
  const low = Math.ceil(inCensus * 0.95)
  const theirs = { kind: 'range', low, high: inCensus, words: 'at least 95 of 100 rows' } as const
  const check = compared(
    of,
    { ours: matched, theirs, bounds: { low, high: inCensus }, tolerance: { perCent: 0, least: 0 } },
    (place) => (place === 'below' ? say('flag-ids', 'flag-at-contact') : []),
  )
  return { ...check, tolerance: '5 of 100 rows' }
}

type AnnexFile = Pick<StackFile, 'extract' | 'span'>

type Key = CheckKey & `annex_${string}`
type List = {
  readonly key: Key
  readonly list: number
  readonly what: string
  readonly rows: (annex: AnnexExtract) => readonly ChildDay[] | null
  readonly days: (child: StackedChild) => readonly Day[]
  readonly more: readonly Reason[]
}

const less: readonly Reason[] = ['annex-one-row', 'annex-entered-later', 'ids-changed']

const lists: readonly List[] = [
  {
    key: 'annex_referrals',
    list: 3,
    what: 'Children referred',
    rows: ({ referrals }) => referrals,
    days: ({ episodes }) => episodes.map(({ referred }) => referred),
    more: ['annex-entered-later', 'file-incomplete'],
  },
  {
    key: 'annex_plan_starts',
    list: 7,
    what: 'Children whose child protection plan started',
    rows: ({ planStarts }) => planStarts,
    days: ({ episodes }) => episodes.flatMap(({ plans }) => plans.map(({ started }) => started)),
    more: ['annex-entered-later', 'late-entry', 'file-incomplete'],
  },
]

/** The days that a file shares with those of another kind: the longest stretch, since a window with a gap in it is no window. Null: none. */
const sharedOf = (span: Span | null, others: readonly Span[]): Span | null =>
  others
    .map(({ from, to }) => ({ from: Math.max(from, span?.from ?? Infinity), to: Math.min(to, span?.to ?? -Infinity) }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null

const childrenIn = (rows: readonly ChildDay[], { from, to }: Span): number =>
  new Set(rows.filter(({ on }) => from <= on && on < to).map(({ child }) => child)).size

const dayWords = (day: Day) => localDate(dateOfDay(day))

const nameOf = (what: string, list: number, against: string, span: Span | null): string => {
  const period = span === null ? '' : `, ${formatPeriod({ starts: dayWords(span.from), ends: dayWords(span.to) })}`
  return `${what}: Annex A list ${list} against ${against}${period}`
}

type Side = { readonly of: (span: Span) => number; readonly covered: readonly Span[]; readonly name: string }

const annexCheck = (
  file: { readonly rows: readonly ChildDay[]; readonly span: Span | null },
  { key, list, what, more }: Omit<List, 'rows' | 'days'>,
  side: Side,
): Check => {
  const span = sharedOf(file.span, side.covered)
  const of = { key, name: nameOf(what, list, side.name, span), year: null }
  if (span === null) {
    const why = `Annex A and ${side.name} share no days. Add the file that covers the months of Annex A.`
    return notCompared(of, null, { kind: 'none', words: 'no days in common' }, [why])
  }
  const [ours, value] = [childrenIn(file.rows, span), side.of(span)]
  const given = { ours, theirs: { kind: 'number', value } as const, bounds: { low: value, high: value }, tolerance }
  return compared(of, given, reasonsOf(less, more))
}

const care: Omit<List, 'rows' | 'days'> = {
  key: 'annex_care_starts',
  list: 8,
  what: 'Children taken into care',
  more: ['annex-entered-later', 'late-entry', 'file-incomplete'],
}

/**
 * Each Annex A against the census, and against the SSDA903 return for starts of care, in the days that both cover: children, since Annex A has one row for
 * each in some of its lists. A list that the workbook does not hold is not checked.
 */
export const annexChecks = (files: readonly AnnexFile[], { children, covered }: Stack): readonly Check[] => {
  const starts = files.flatMap(({ extract }) => (extract.kind === 'ssda903' ? extract.starts : []))
  const cin = ({ days }: List): Side => ({
    name: 'the children in need return',
    covered: covered.cin,
    of: ({ from, to }) =>
      [...children.values()].filter((child) => days(child).some((on) => from <= on && on < to)).length,
  })
  const returned: Side = {
    name: 'the SSDA903 return',
    covered: covered.ssda903,
    of: (span) => childrenIn(starts, span),
  }
  return files.flatMap(({ extract, span }) => {
    if (extract.kind !== 'annex-a') return []
    const of = (rows: readonly ChildDay[]) => ({ rows, span: span ?? extract.dates })
    const found = lists.flatMap((list) => {
      const rows = list.rows(extract)
      return rows === null || covered.cin.length === 0 ? [] : [annexCheck(of(rows), list, cin(list))]
    })
    if (extract.careStarts === null || covered.ssda903.length === 0) return found
    return [...found, annexCheck(of(extract.careStarts), care, returned)]
  })
}
