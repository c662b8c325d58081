import type { Against, Check, CheckKey } from './check.ts'
import { type PublishedFigure, symbolWords } from './published.ts'

/** How far two figures may be apart and still agree: the larger of both, so that small numbers are not blown up into per cent. */
export type Tolerance = { readonly perCent: number; readonly least: number }

export const toleranceWords = ({ perCent, least }: Tolerance): string =>
  perCent === 0 && least === 0 ? 'nothing' : `${perCent} per cent, or ${least} where that is more`

/** Where a figure lies: below, in or above what it must lie within; `edge`: within, but not further from an end than may be a chance. */
export type Place = 'below' | 'lower edge' | 'within' | 'upper edge' | 'above'

/** What a figure must lie within. */
export type Bounds = { readonly low: number; readonly high: number }

const slackOf = ({ perCent, least }: Tolerance, bound: number): number => Math.max(least, (bound * perCent) / 100)

/** Where a figure lies. The ends of a narrow band, of a single number, and those that are meant to the letter are no edges. */
export const placeOf = (ours: number, { low, high }: Bounds, tolerance: Tolerance): Place => {
  const [below, above] = [slackOf(tolerance, low), slackOf(tolerance, high)]
  if (ours < low - below) return 'below'
  if (ours > high + above) return 'above'
  if (below + above === 0 || high - low <= below + above) return 'within'
  if (ours >= high - above) return 'upper edge'
  return ours <= low + below ? 'lower edge' : 'within'
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10

/** How far outside of the bounds, of the nearer one. 0 within; null where that bound is 0. */
export const perCentOff = (ours: number, { low, high }: Bounds): number | null => {
  if (ours >= low && ours <= high) return 0
  const bound = ours < low ? low : high
  return bound === 0 ? null : oneDecimal(((ours - bound) / bound) * 100)
}

/** What a published figure can be: a number is itself, and c is 1 to 5. Null: it says nothing. */
export const boundsOf = (figure: PublishedFigure | undefined): Bounds | null => {
  if (typeof figure === 'number') return { low: figure, high: figure }
  return figure === 'c' ? { low: 1, high: 5 } : null
}

export const againstPublished = (figure: PublishedFigure | undefined): Against => {
  if (figure === undefined) return { kind: 'none', words: 'not loaded' }
  return typeof figure === 'number' ? { kind: 'number', value: figure } : { kind: 'symbol', symbol: figure }
}

type Of = { readonly key: CheckKey; readonly name: string; readonly year: number | null }

/** A check where nothing can be held against anything. */
export const notCompared = (of: Of, ours: number | null, theirs: Against, reasons: readonly string[]): Check => ({
  ...of,
  ours,
  theirs,
  within: 'cannot be compared',
  edge: null,
  perCent: null,
  tolerance: null,
  reasons,
  earlier: null,
})

/** Why a symbol cannot be compared. */
export const symbolReason = (figure: PublishedFigure | undefined): string =>
  figure === undefined || typeof figure === 'number'
    ? 'This figure is not in the files of the Department that were loaded.'
    : `The Department gives no number here: ${symbolWords[figure]}.`

/** A figure held against what it must lie within. `reasonsFor`: what may be behind the place where it lies. */
export const compared = (
  of: Of,
  given: { readonly ours: number; readonly theirs: Against; readonly bounds: Bounds; readonly tolerance: Tolerance },
  reasonsFor: (place: Place, perCent: number | null) => readonly string[],
): Check => {
  const { ours, theirs, bounds, tolerance } = given
  const place = placeOf(ours, bounds, tolerance)
  const perCent = perCentOff(ours, bounds)
  return {
    ...of,
    ours,
    theirs,
    within: place === 'below' || place === 'above' ? 'outside' : 'agrees',
    edge: place === 'upper edge' ? 'upper' : place === 'lower edge' ? 'lower' : null,
    perCent,
    tolerance: toleranceWords(tolerance),
    reasons: reasonsFor(place, perCent),
    earlier: null,
  }
}
