import type { Figures } from '../../definition/figures-shape.ts'
import { currentSegment, type Direction, directionOf, type Segment } from '../direction.ts'
import { latestOf } from '../finding.ts'
import { baselinesOn, marksOn, type NumberedMark } from '../mark.ts'
import { lineOf, type MeasuredLine } from '../measured.ts'
import { periodWords, quarterShort } from '../quarter-words.ts'
import { restsOnFew } from '../series.ts'
import { findingWords, verdictOf } from '../verdict.ts'
import { Drawing, isWithin } from './drawing.tsx'
import { Numbers } from './numbers.tsx'

const periodOf = ({ points }: Direction, { from, to }: Segment): string => {
  const [first, last] = [points[from], points[to - 1]]
  return first === undefined || last === undefined ? '' : periodWords(first.quarter, last.quarter)
}

type Headline = { readonly text: string; readonly note: string | null }

/** What a line shows now, as the title of its chart. */
const headlineOf = (direction: Direction): Headline => {
  const segment = currentSegment(direction)
  if (segment === null) return { text: 'No quarter can be counted yet', note: null }
  const { words, note } = verdictOf(direction, segment)
  const since = segment.baseline === null ? '' : `Since the new baseline, ${periodOf(direction, segment)}: `
  return { text: `${since}${words}`, note }
}

/** Every other sign, and what the stretches before a new baseline showed. */
const Others = ({ direction }: { direction: Direction }) => {
  const current = currentSegment(direction)
  const [told] = current === null ? [] : [latestOf(current.findings)]
  const others = (current?.findings ?? []).filter((finding) => finding !== told)
  const before = direction.segments.slice(0, -1)
  const lines = [
    ...others.map((finding) => findingWords(direction, finding)),
    ...before.map((segment) => {
      const { words, note } = verdictOf(direction, segment)
      return [`Before, ${periodOf(direction, segment)}: ${words}`, ...(note === null ? [] : [note])].join('. ')
    }),
  ]
  return lines.length === 0 ? null : (
    <>
      <p class="govuk-body-s govuk-!-margin-bottom-1">Also:</p>
      <ul class="govuk-list govuk-list--bullet govuk-body-s">
        {lines.map((text) => (
          <li>{text}.</li>
        ))}
      </ul>
    </>
  )
}

/** Quarters of which there is no number, or none to rely on, by what is the matter with them. */
const gapsOf = ({ kind, points }: Direction): [string, string][] => {
  const said = points.flatMap(({ quarter, known }): [string, string][] => {
    if (known.kind === 'not computable') return [[`Not computable: ${known.why}`, quarterShort(quarter)]]
    if (known.kind !== 'number')
      return [[`${known.kind.charAt(0).toUpperCase()}${known.kind.slice(1)}.`, quarterShort(quarter)]]
    return [
      ...(known.complete ? [] : [['Not complete yet, so it is no part of limits and signs.', quarterShort(quarter)]]),
      ...(restsOnFew(kind, known) ? [['A share of fewer than 20.', quarterShort(quarter)]] : []),
    ] as [string, string][] // pairs, as written
  })
  return [...Map.groupBy(said, ([why]) => why)].map(([why, rows]) => [why, rows.map(([, name]) => name).join(', ')])
}

const Gaps = ({ direction }: { direction: Direction }) => {
  const gaps = gapsOf(direction)
  return gaps.length === 0 ? null : (
    <ul class="govuk-list govuk-body-s">
      {gaps.map(([why, names]) => (
        <li>
          {names}. <span class="tl-missing">{why}</span>
        </li>
      ))}
    </ul>
  )
}

/** What the numbers on the drawing stand for. */
const Legend = ({ direction, marks }: { direction: Direction; marks: readonly NumberedMark[] }) =>
  marks.length === 0 ? null : (
    <ol class="govuk-list govuk-list--number govuk-body-s">
      {marks.map((mark) => (
        <li value={mark.number}>
          {mark.label}, {mark.when}
          {mark.reason !== null && `. ${mark.reason}`}
          {!isWithin(direction, mark.on) && ' (outside the quarters shown)'}
        </li>
      ))}
    </ol>
  )

/** What the shapes of this drawing mean, and of no other. */
const Key = ({ direction, marks }: { direction: Direction; marks: readonly NumberedMark[] }) => {
  const { points, segments } = direction
  const said = [
    segments.some(({ limits }) => limits !== null) && 'Line across: mean. Dashed: limits.',
    segments.some(({ findings }) => findings.length > 0) && 'Triangle: a quarter that is part of a sign.',
    points.some(({ known }) => known.kind === 'number' && !known.complete) && 'Ring: not complete yet.',
    points.some(({ known }) => known.kind !== 'number') && 'Cross: no number.',
    marks.some(({ on }) => isWithin(direction, on)) && 'Dotted, with a number: what happened, as listed below.',
  ].filter(Boolean)
  return said.length === 0 ? null : <p class="tl-chart__source govuk-!-margin-bottom-2">{said.join(' ')}</p>
}

type PanelProps = { line: MeasuredLine; figures: Figures; marks: readonly NumberedMark[]; borough: string }

/** One measure: what it shows as the title, the drawing, what happened, its caveats and its numbers. */
export const DirectionPanel = ({ line, figures, marks, borough }: PanelProps) => {
  const own = marksOn(marks, line.key)
  const direction = directionOf(lineOf(figures, line), baselinesOn(own, line.key))
  const id = line.key.replaceAll('_', '-')
  const headline = headlineOf(direction)
  return (
    <figure class="tl-chart" aria-labelledby={`${id}-headline`}>
      <figcaption class="tl-chart__caption">
        <strong class="govuk-heading-s tl-chart__headline" id={`${id}-headline`}>
          {headline.text}
        </strong>
        <span class="tl-chart__subtitle">
          {line.unit}, {line.kind === 'share' && 'as a share, '}
          {borough}, by quarter.{headline.note !== null && ` ${headline.note}.`}
        </span>
      </figcaption>
      <Drawing direction={direction} marks={own} id={id} title={headline.text} />
      <Key direction={direction} marks={own} />
      <Others direction={direction} />
      <Legend direction={direction} marks={own} />
      <Gaps direction={direction} />
      <p class="govuk-body-s">{line.caveats.join(' ')}</p>
      <Numbers line={line} direction={direction} id={id} />
    </figure>
  )
}
