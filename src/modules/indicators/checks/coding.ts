import type { Against, Check } from './check.ts'
import { compared, notCompared } from './compare.ts'
import type { OwnYear } from './own.ts'
import type { Published, PublishedFigure } from './published.ts'
import { say } from './reasons.ts'

/** So many of the years before are looked at: an older way of recording says nothing. */
const yearsBack = 3
/** A third of the lowest, three times the highest, and at least so many for each 100: less is what years differ by. */
const factor = 3
const least = 5
/** Fewer with 3B than these make a ratio of chance. */
const fewest = 20

const of = (year: number) => ({ key: 'coding', name: '3A (the child) for each 100 of 3B (a parent)', year }) as const

const perHundred = (child: number, parent: number): number => Math.round((child / parent) * 1000) / 10

type Earlier = NonNullable<Check['earlier']>

const earlierOf = (year: number, published: Published): Earlier =>
  [...published]
    .filter(([each]) => each < year)
    .sort(([a], [b]) => b - a)
    .map(([each, figures]) => ({
      year: each,
      child: figures.get('Domestic_Abuse_child') ?? null,
      parent: figures.get('Domestic_Abuse_parent') ?? null,
      other: figures.get('Domestic_Abuse_person') ?? null,
    }))

/** What 3A for each 100 of 3B can have been: c is 1 to 5. Null: it cannot be said. */
const ratiosOf = (child: PublishedFigure | null, parent: PublishedFigure | null): readonly number[] | null => {
  if (typeof parent !== 'number' || parent < fewest) return null
  if (typeof child === 'number') return [perHundred(child, parent)]
  return child === 'c' ? [perHundred(1, parent), perHundred(5, parent)] : null
}

/** How a borough records: its own ratio of two codes against that of its authority's years before. It says nothing of how common abuse is. */
export const codingCheck = ({ year, figures }: OwnYear, published: Published): Check => {
  const earlier = earlierOf(year, published)
  const ratios = earlier.flatMap(({ child, parent }) => {
    const found = ratiosOf(child, parent)
    return found === null ? [] : [found]
  })
  const known = ratios.slice(0, yearsBack).flat()
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const theirs: Against =
    known.length === 0
      ? { kind: 'none', words: 'no earlier year' }
      : { kind: 'range', low, high, words: 'in earlier years' }
  const { coded_3a: child, coded_3b: parent } = figures
  const notSaid = (why: string, ours: number | null = null): Check => ({
    ...notCompared(of(year), ours, theirs, [why]),
    earlier,
  })
  if (typeof child !== 'number') return notSaid(child.why)
  if (typeof parent !== 'number') return notSaid(parent.why)
  if (parent < fewest) return notSaid(`Fewer than ${fewest} assessments of this year have 3B: too few for a ratio.`)
  const ours = perHundred(child, parent)
  if (known.length === 0)
    return notSaid('No earlier year of your authority with numbers for 3A and 3B has been loaded.', ours)
  const bounds = { low: Math.min(low / factor, low - least), high: Math.max(high * factor, high + least) }
  const check = compared(
    of(year),
    {
      ours,
      theirs,
      bounds,
      tolerance: { perCent: 0, least: 0 },
    },
    (place) => (place === 'above' || place === 'below' ? say('coding-changed', 'coding-swapped') : []),
  )
  const isOutside = check.within === 'outside'
  const nearer = ours < low ? low : high
  return {
    ...check,
    edge: null,
    perCent: isOutside && nearer > 0 ? Math.round(((ours - nearer) / nearer) * 1000) / 10 : isOutside ? null : 0,
    tolerance: `from a third of the lowest to three times the highest of the last ${yearsBack} years with numbers, and at least ${least} either way`,
    earlier,
  }
}
