import { type Direction, directionOf } from '../direction.ts'
import { baselinesOn, type Mark } from '../mark.ts'
import { lineOf, measuredLines } from '../measured.ts'
import { periodWords, quarterOn, quarterShort, startOf } from '../quarter-words.ts'
import type { Drawn } from '../store.ts'

type Asked = Pick<Mark, 'measure' | 'on'>

/** What is to be said before a new baseline is kept. `refused`: it cannot stand. `asked`: it can, and is asked about once. */
type Question = { readonly refused: string } | { readonly asked: string } | null

const withinWords = ({ points }: Direction): string | null => {
  const [second, last] = [points[1], points.at(-1)]
  return second === undefined || last === undefined ? null : periodWords(second.quarter, last.quarter)
}

/** So many points have to follow before anything is said of a direction. */
const fewestPoints = 6

/** What follows a baseline on a line: the stretch that it begins. */
const stretchFrom = (direction: Direction, quarter: number) =>
  direction.segments.find(({ from, baseline }) => baseline !== null && direction.points[from]?.quarter === quarter)

/**
 * Whether a new baseline may begin in the quarter of a day: a quarter that is shown and is not the first, where no other begins. Where fewer than 6 points
 * would follow, the line says nothing for a long while, so that is asked.
 */
export const questionOf = (drawn: Drawn | null, marks: readonly Mark[], { measure, on }: Asked): Question => {
  const line = measuredLines.find(({ key }) => key === measure)
  if (drawn === null || line === undefined)
    return { refused: 'There are no figures yet that limits could be made anew from' }
  const known = baselinesOn(marks, line.key)
  const quarter = quarterOn(on)
  const begins = startOf(quarter)
  if (known.some((baseline) => baseline.on === begins))
    return { refused: `A new baseline already begins in ${quarterShort(quarter)}` }
  const direction = directionOf(lineOf(drawn.figures, line), [...known, { on: begins, reason: '' }])
  const stretch = stretchFrom(direction, quarter)
  if (stretch === undefined) {
    const within = withinWords(direction)
    return {
      refused:
        within === null
          ? 'There are too few quarters for a new baseline'
          : `Date must be in a quarter after the first that is shown: ${within}`,
    }
  }
  if (stretch.counted >= fewestPoints) return null
  const follow = stretch.counted === 1 ? '1 quarter follows' : `${stretch.counted} quarters follow`
  return {
    asked: `Only ${follow} that count: until there are ${fewestPoints}, nothing is said of the direction of this line. If the baseline should begin here, send the form again as it is.`,
  }
}
