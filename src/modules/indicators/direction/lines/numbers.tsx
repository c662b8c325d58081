import { fixed } from '#platform/statistics/index.ts'
import { Details } from '#ui/govuk/index.ts'
import { ListTable } from '#ui/page-parts/index.ts'
import type { Direction, Segment } from '../direction.ts'
import { type Finding, signAt } from '../finding.ts'
import type { MeasuredLine } from '../measured.ts'
import { quarterShort } from '../quarter-words.ts'
import { type Line, type Point, restsOnFew } from '../series.ts'
import { shortSign } from '../verdict.ts'

const inGroups = (value: number): string => value.toLocaleString('en-GB')

/** A count as it is; a share with one decimal and its sign. */
export const valueWords = (kind: Line['kind'], value: number): string =>
  kind === 'share' ? `${fixed(value, 1)}%` : inGroups(value)

/** A mean or a limit: between counts it is no whole number. */
const levelWords = (kind: Line['kind'], value: number): string =>
  kind === 'share' ? `${fixed(value, 1)}%` : fixed(value, 1)

const notes = (kind: Line['kind'], { known }: Point, sign: Finding | null): string[] => {
  if (known.kind !== 'number') return []
  return [
    ...(sign === null ? [] : [shortSign(sign)]),
    ...(known.complete ? [] : ['not complete yet']),
    ...(restsOnFew(kind, known) ? ['of fewer than 20'] : []),
  ]
}

/** A point in words, for who does not see the drawing: '12 of 40, above the upper limit', 'not computable'. */
export const pointWords = (kind: Line['kind'], point: Point, sign: Finding | null): string => {
  const { known } = point
  if (known.kind !== 'number') return known.kind
  return [valueWords(kind, known.value), ...notes(kind, point, sign)].join(', ')
}

type Row = { readonly point: Point; readonly sign: Finding | null; readonly segment: Segment | undefined }

const rowsOf = ({ points, segments }: Direction): Row[] => {
  const findings = segments.flatMap((segment) => segment.findings)
  return points.map((point, place) => ({
    point,
    sign: signAt(findings, place),
    segment: segments.find(({ from, to }) => from <= place && place < to),
  }))
}

const Word = ({ children }: { children: string }) => <span class="tl-missing">{children}</span>

/** A number of the point; where there is none, why. */
const numberOf = ({ known }: Point, of: (known: Extract<Point['known'], { kind: 'number' }>) => number | null) => {
  if (known.kind !== 'number') return <Word>{known.kind}</Word>
  const value = of(known)
  return value === null ? <Word>not available</Word> : inGroups(value)
}

const limitsWords = (kind: Line['kind'], limits: NonNullable<Segment['limits']>): string => {
  const { lower, upper } = limits
  const end = (value: number | null) => (value === null ? 'none' : levelWords(kind, value))
  return `${end(lower)} to ${end(upper)}`
}

const columnsOf = ({ kind, unit, baseName }: MeasuredLine) => [
  { heading: 'Quarter', noWrap: true, cell: ({ point }: Row) => quarterShort(point.quarter) },
  ...(kind === 'share'
    ? [
        {
          heading: 'Share',
          numeric: true,
          cell: ({ point: { known } }: Row) =>
            known.kind === 'number' ? valueWords(kind, known.value) : <Word>{known.kind}</Word>,
        },
      ]
    : []),
  { heading: unit, numeric: true, cell: ({ point }: Row) => numberOf(point, ({ events }) => events) },
  ...(baseName === null
    ? []
    : [{ heading: baseName, numeric: true, cell: ({ point }: Row) => numberOf(point, ({ base }) => base) }]),
  {
    heading: 'Not known',
    numeric: true,
    cell: ({ point: { known } }: Row) =>
      known.kind !== 'number' ? (
        <Word>{known.kind}</Word>
      ) : known.unknown === null ? (
        <Word>does not apply</Word>
      ) : (
        inGroups(known.unknown)
      ),
  },
  {
    heading: 'Mean',
    numeric: true,
    cell: ({ segment }: Row) => (segment?.limits ? levelWords(kind, segment.limits.mean) : <Word>no limits made</Word>),
  },
  {
    heading: 'Limits',
    numeric: true,
    noWrap: true,
    cell: ({ segment }: Row) => (segment?.limits ? limitsWords(kind, segment.limits) : <Word>no limits made</Word>),
  },
  {
    heading: 'What is said of it',
    cell: ({ point, sign }: Row) =>
      point.known.kind === 'not computable' ? point.known.why : notes(kind, point, sign).join(', ') || 'nothing',
  },
]

/** The numbers of a line as a table, for who wants to check or copy. */
export const Numbers = ({ line, direction, id }: { line: MeasuredLine; direction: Direction; id: string }) => (
  <Details summary="Show these numbers as a table" classes="tl-chart__table">
    <ListTable
      id={`${id}-table`}
      caption={line.name}
      captionHidden
      dense
      rows={rowsOf(direction)}
      columns={columnsOf(line)}
      empty={<p class="govuk-body">There is nothing to show yet.</p>}
    />
  </Details>
)
