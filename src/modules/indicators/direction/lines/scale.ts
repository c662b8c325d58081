import { scaleLinear } from 'd3-scale'
import type { Direction } from '../direction.ts'

/*
 * Along the line places are per cent of the drawing's width, so that it fills a phone and a screen while its text keeps its size; up and down they are
 * pixels.
 */

/** Room above for the numbers of marks, below for the quarters. */
export const box = { height: 250, top: 42, bottom: 30, left: 12, right: 98 } as const
export const floor = box.height - box.bottom

export type Scale = {
  /** Where a quarter's number (from `placeOf`, so also within one) stands, as a percentage with its sign. The quarter's own point is in its middle. */
  along(place: number): string
  up(value: number): number
  readonly ticks: readonly number[]
}

const highest = ({ points, segments }: Direction): number => {
  const values = points.map(({ known }) => (known.kind === 'number' ? known.value : 0))
  return Math.max(0, ...values, ...segments.map(({ limits }) => limits?.upper ?? 0)) || 1
}

/** From 0, and past every point and limit; a share never past 100. */
export const scaleOf = (direction: Direction): Scale => {
  const { points, kind } = direction
  const first = points[0]?.quarter ?? 0
  const x = scaleLinear([first, first + Math.max(1, points.length)], [box.left, box.right])
  const top = highest(direction)
  const y = scaleLinear([0, kind === 'share' ? Math.min(100, top) : top], [floor, box.top]).nice(3)
  // Nobody is half counted.
  const ticks = y.ticks(3).filter((tick) => kind === 'share' || Number.isInteger(tick))
  return { along: (place) => `${x(place).toFixed(2)}%`, up: (value) => Math.round(y(value) * 10) / 10, ticks }
}
