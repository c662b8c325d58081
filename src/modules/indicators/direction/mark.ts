import { formatDate, formatMonth, type LocalDate } from '#platform/dates.ts'
import type { Baseline } from './direction.ts'
import { measuredLines } from './measured.ts'
import { quarterOn, quarterShort } from './quarter-words.ts'

export const markKinds = [
  'joined',
  'first core block',
  'form in use',
  'recording changed',
  'other',
  'new baseline',
] as const
export type MarkKind = (typeof markKinds)[number]

export const markNames: Readonly<Record<MarkKind, string>> = {
  joined: 'Joined the partnership',
  'first core block': 'First Core block',
  'form in use': 'A new form came into use',
  'recording changed': 'The way of recording changed',
  other: 'Something else',
  'new baseline': 'New baseline',
}

/** What stands on a line, or on every line (`measure` null). `id` null: the house knows it by itself. */
export type Mark = {
  readonly id: string | null
  readonly measure: string | null
  readonly on: LocalDate
  /** As exactly as the day is known. */
  readonly when: string
  readonly kind: MarkKind
  readonly label: string
  readonly reason: string | null
  /** Who entered it; null: the house knows it by itself. */
  readonly made: Entered | null
  readonly withdrawn: Entered | null
}

/** Who did it and when. `by` null: they are no colleague of the reader any more. */
export type Entered = { readonly by: string | null; readonly on: LocalDate }

/** A mark with its number on the page: the same on every line that shows it. */
export type NumberedMark = Mark & { readonly number: number }

/** Marks that stand, from the oldest, numbered. */
export const numbered = (marks: readonly Mark[]): NumberedMark[] =>
  marks
    .filter(({ withdrawn }) => withdrawn === null)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((mark, index) => ({ ...mark, number: index + 1 }))

/** Those that stand on a line. */
export const marksOn = (marks: readonly NumberedMark[], key: string): NumberedMark[] =>
  marks.filter(({ measure }) => measure === null || measure === key)

/** The new baselines of a line. */
export const baselinesOn = (marks: readonly Mark[], key: string): Baseline[] =>
  marks
    .filter(({ kind, measure, withdrawn }) => kind === 'new baseline' && measure === key && withdrawn === null)
    .map(({ on, reason }) => ({ on, reason: reason ?? '' }))

/** 'Every line', or the line's own name. */
export const whichLine = (measure: string | null): string =>
  measure === null ? 'Every line' : (measuredLines.find(({ key }) => key === measure)?.name ?? 'A line no longer shown')

/** A new baseline is made from whole quarters, and says so; everything else has a day. */
export const whenOf = (kind: MarkKind, on: LocalDate): string =>
  kind === 'new baseline' ? `from ${quarterShort(quarterOn(on))}` : formatDate(on)

/** When the borough joined, as exactly as it is known, and the first Core block held from then on. */
type HouseFacts = {
  readonly joined: { readonly on: LocalDate; readonly knownTo: 'day' | 'month' | 'year' } | null
  readonly coreBlock: LocalDate | null
}

const joinedWhen = ({ on, knownTo }: NonNullable<HouseFacts['joined']>): string =>
  knownTo === 'day' ? formatDate(on) : knownTo === 'month' ? formatMonth(on) : on.slice(0, 4)

/** What the house knows by itself, and nobody has to enter. */
export const houseMarks = ({ joined, coreBlock }: HouseFacts): Mark[] => {
  const known = { id: null, measure: null, reason: null, made: null, withdrawn: null }
  return [
    ...(joined === null
      ? []
      : [{ ...known, on: joined.on, when: joinedWhen(joined), kind: 'joined', label: markNames.joined } as const]),
    ...(coreBlock === null
      ? []
      : [
          {
            ...known,
            on: coreBlock,
            when: formatDate(coreBlock),
            kind: 'first core block',
            label: 'First Core block held after joining, open to every borough',
          } as const,
        ]),
  ]
}
