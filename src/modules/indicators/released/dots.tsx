import { scaleLinear, scalePoint } from 'd3-scale'
import type { LocalDate } from '#platform/dates.ts'
import { measureName } from '../versions/measure-name.ts'
import { type BoroughRelease, type KeyFigure, outcomeIn, windowsOf } from './released.ts'
import { inGroups, outcomeWords, windowWords } from './words.ts'

/* Drawn as wide as the panels of ui/charts, so that the 15-unit text is never below 13 px. */
const size = { width: 320, height: 104, side: 24, top: 34, floor: 74 }

/** Fewer numbers than this are no course of anything. */
const fewest = 2

const endWords = (ends: LocalDate): string => windowWords(ends).split(' to ').at(-1) ?? ''

type Props = { readonly release: BoroughRelease; readonly figure: KeyFigure }

const Drawing = ({ release, figure }: Props) => {
  const windows = windowsOf(release)
  const points = windows.map((ends) => ({ ends, outcome: outcomeIn(release, figure, ends) }))
  const numbers = points.flatMap(({ outcome }) => (outcome.kind === 'number' ? [outcome.value] : []))
  const x = scalePoint(windows, [size.side, size.width - size.side])
  const y = scaleLinear([0, Math.max(1, ...numbers)], [size.floor, size.top])
  const id = `dots-${release.borough.id}-${figure}`
  const [first, last] = [points[0], points.at(-1)]
  return (
    <svg
      class="tl-chart__drawing"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      viewBox={`0 0 ${size.width} ${size.height}`}
    >
      <title id={`${id}-title`}>
        {release.borough.name}: {measureName(figure)}
      </title>
      <desc id={`${id}-desc`}>
        Twelve months each.{' '}
        {points.map(({ ends, outcome }) => `${windowWords(ends)}: ${outcomeWords(outcome)}`).join('; ')}.
      </desc>
      <line class="tl-chart__grid" x1="0" x2={size.width} y1={size.floor} y2={size.floor} />
      {points.map(({ ends, outcome }) =>
        outcome.kind === 'number' ? (
          <circle class="tl-mark--first" cx={x(ends) ?? size.side} cy={y(outcome.value)} r="4" />
        ) : (
          <path
            d={`M${(x(ends) ?? size.side) - 4},${size.floor - 10}l8,8m0,-8l-8,8`}
            stroke="currentColor"
            stroke-width="1.5"
            fill="none"
          />
        ),
      )}
      {[first, last].map(
        (point, index) =>
          point !== undefined && (
            <>
              {point.outcome.kind === 'number' && (
                <text
                  class="tl-chart__tick"
                  x={index === 0 ? 8 : size.width - 8}
                  y={y(point.outcome.value) - 12}
                  text-anchor={index === 0 ? 'start' : 'end'}
                >
                  {inGroups(point.outcome.value)}
                </text>
              )}
              <text
                class="tl-chart__tick"
                x={index === 0 ? 0 : size.width}
                y={size.height - 8}
                text-anchor={index === 0 ? 'start' : 'end'}
              >
                to {endWords(point.ends)}
              </text>
            </>
          ),
      )}
    </svg>
  )
}

/** What each figure was in every twelve months released, as dots, and no line between them: neighbours share nine months. */
export const Dots = ({ release, figures }: { release: BoroughRelease; figures: readonly KeyFigure[] }) => {
  const drawn = figures.filter(
    (figure) =>
      windowsOf(release).filter((ends) => outcomeIn(release, figure, ends).kind === 'number').length >= fewest,
  )
  if (drawn.length === 0) return null
  return (
    <>
      <div class="tl-chart__panels">
        {drawn.map((figure) => (
          <div class="tl-chart__panel" key={figure}>
            <p class="tl-chart__panel-name">{measureName(figure)}</p>
            <Drawing release={release} figure={figure} />
          </div>
        ))}
      </div>
      <p class="govuk-body-s govuk-!-margin-top-2">
        Each dot is twelve months, and each figure has a scale of its own from 0. Neighbouring dots share nine of their
        months, so they move together: no direction is read from them. A cross has no number.
      </p>
    </>
  )
}
