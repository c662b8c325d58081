import { currentSegment, type Direction, type Segment } from '../direction.ts'
import { type Finding, signAt } from '../finding.ts'
import type { NumberedMark } from '../mark.ts'
import { placeOf, quarterShort } from '../quarter-words.ts'
import { countedValue, type Point } from '../series.ts'
import { pointWords } from './numbers.tsx'
import { box, floor, type Scale, scaleOf } from './scale.ts'

type Drawn = { readonly direction: Direction; readonly scale: Scale }

const Ground = ({ direction: { points, kind }, scale }: Drawn) => (
  <>
    {scale.ticks.map((tick) => (
      <>
        <line class="tl-chart__grid" x1={`${box.left}%`} x2={`${box.right}%`} y1={scale.up(tick)} y2={scale.up(tick)} />
        <text class="tl-chart__tick" x="0" y={scale.up(tick)} dominant-baseline="central">
          {kind === 'share' ? `${tick}%` : tick.toLocaleString('en-GB')}
        </text>
      </>
    ))}
    <text class="tl-chart__tick" x="0" y={box.height - 8}>
      {points[0] && quarterShort(points[0].quarter)}
    </text>
    <text class="tl-chart__tick" x={`${box.right}%`} y={box.height - 8} text-anchor="end">
      {points.length > 1 && quarterShort(points.at(-1)?.quarter ?? 0)}
    </text>
  </>
)

/** Mean and limits over their stretch: the mean unbroken, the limits dashed. A limit that nothing can reach is not drawn. */
const Bounds = ({ direction, scale, segment }: Drawn & { segment: Segment }) => {
  const first = direction.points[0]?.quarter ?? 0
  const { limits, from, to } = segment
  if (limits === null) return null
  const [x1, x2] = [scale.along(first + from), scale.along(first + to)]
  const level = (value: number | null, dashes?: string) =>
    value !== null && (
      <line
        class="tl-direction__bound"
        x1={x1}
        x2={x2}
        y1={scale.up(value)}
        y2={scale.up(value)}
        stroke="currentColor"
        stroke-width="1.5"
        stroke-dasharray={dashes}
      />
    )
  return (
    <>
      {level(limits.mean)}
      {level(limits.lower, '7 5')}
      {level(limits.upper, '7 5')}
    </>
  )
}

const MarkLines = ({ direction, scale, marks }: Drawn & { marks: readonly NumberedMark[] }) => (
  <>
    {marks
      .filter(({ on }) => isWithin(direction, on))
      .map(({ number, on }, index) => {
        const x = scale.along(placeOf(on))
        // Neighbours stand on three levels, so that their numbers keep apart.
        const y = 12 + (index % 3) * 13
        return (
          <>
            <line
              class="tl-direction__mark"
              x1={x}
              x2={x}
              y1={y + 2}
              y2={floor}
              stroke="currentColor"
              stroke-width="1"
              stroke-dasharray="2 4"
            />
            <text class="tl-chart__tick" x={x} y={y} text-anchor="middle">
              {number}
            </text>
          </>
        )
      })}
  </>
)

/** Whether a day lies among the quarters of a line. */
export const isWithin = ({ points }: Pick<Direction, 'points'>, on: NumberedMark['on']): boolean => {
  const [first, last] = [points[0]?.quarter, points.at(-1)?.quarter]
  return first !== undefined && last !== undefined && placeOf(on) >= first && placeOf(on) < last + 1
}

/** Neighbours that both count are joined, within their stretch: a line never bridges what is not known, nor a new baseline. */
const Joins = ({ direction: { points, segments }, scale }: Drawn) => (
  <>
    {segments.flatMap(({ from, to }) =>
      points.slice(from + 1, to).map((point, index) => {
        const before = points[from + index]
        const [a, b] = [before ? countedValue(before) : null, countedValue(point)]
        return a === null || b === null ? null : (
          <line
            class="tl-chart__line tl-mark--first"
            x1={scale.along(point.quarter - 0.5)}
            x2={scale.along(point.quarter + 0.5)}
            y1={scale.up(a)}
            y2={scale.up(b)}
          />
        )
      }),
    )}
  </>
)

const Dot = ({ point: { quarter, known }, sign, scale }: { point: Point; sign: Finding | null; scale: Scale }) => {
  const x = scale.along(quarter + 0.5)
  if (known.kind !== 'number')
    return (
      <svg class="tl-direction__gap" x={x} y={floor - 6} overflow="visible" aria-hidden="true">
        <path d="M-4,-4 L4,4 M-4,4 L4,-4" stroke="currentColor" stroke-width="1.5" />
      </svg>
    )
  const y = scale.up(known.value)
  if (!known.complete)
    return <circle class="tl-direction__open" cx={x} cy={y} r="4" fill="none" stroke="currentColor" stroke-width="2" />
  if (sign === null) return <circle class="tl-mark--first" cx={x} cy={y} r="4" />
  return (
    <svg class="tl-direction__sign" x={x} y={y} overflow="visible" aria-hidden="true">
      <path d={sign.side === 'high' ? 'M0,-8 L7,5 L-7,5 Z' : 'M0,8 L7,-5 L-7,-5 Z'} fill="currentColor" />
    </svg>
  )
}

const inWords = (direction: Direction): string =>
  direction.points
    .map((point, place) => {
      const findings = direction.segments.flatMap((segment) => segment.findings)
      return `${quarterShort(point.quarter)} ${pointWords(direction.kind, point, signAt(findings, place))}`
    })
    .join('; ')

type DrawingProps = { direction: Direction; marks: readonly NumberedMark[]; id: string; title: string }

/** The line of a measure with its mean, limits, signs and marks. Shapes tell what colour tells; the table below says the same in words. */
export const Drawing = ({ direction, marks, id, title }: DrawingProps) => {
  const scale = scaleOf(direction)
  const drawn = { direction, scale }
  const findings = direction.segments.flatMap((segment) => segment.findings)
  const limits = currentSegment(direction)?.limits
  return (
    <svg
      class="tl-chart__drawing"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width="100%"
      height={box.height}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>
        {inWords(direction)}.{limits && ` Mean of the latest stretch ${limits.mean.toFixed(1)}.`}
      </desc>
      <Ground {...drawn} />
      {direction.segments.map((segment) => (
        <Bounds {...drawn} segment={segment} />
      ))}
      <MarkLines {...drawn} marks={marks} />
      <Joins {...drawn} />
      {direction.points.map((point, place) => (
        <Dot point={point} sign={signAt(findings, place)} scale={scale} />
      ))}
    </svg>
  )
}
