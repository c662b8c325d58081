import { normalTail } from './normal.ts'
import { median, sum } from './numbers.ts'
import { midRanks } from './ranks.ts'

/** What to do with pairs that did not change: `pratt` ranks them and then leaves them out, `drop` never ranks them. */
export type Zeros = 'pratt' | 'drop'

/** The matched-pairs signed-rank test. p values are null when nobody changed. */
export type SignedRank = {
  pairs: number
  improved: number
  same: number
  worse: number
  /** Sums of the ranks of rises and of falls. */
  plus: number
  minus: number
  /** (plus - minus) / (plus + minus), from -1 (all fell) to 1 (all rose); null when nobody changed. */
  rankBiserial: number | null
  /** Exact given these ranks (ties and all), up to 200 changed pairs; above that the normal approximation. */
  exact: boolean
  twoSided: number | null
  /** That values rose. */
  greater: number | null
  /** That values fell. */
  less: number | null
}

// The exact distribution takes pairs^3 steps: 8 million at 200, where the approximation has long been as good.
const exactLimit = 200

/**
 * Changes between paired answers, after minus before, freed from binary noise (0.3 - 0.1 equals 0.2 here), so that
 * equal changes tie.
 * @throws RangeError when the lists are of different lengths.
 */
export const pairedChanges = (before: readonly number[], after: readonly number[]): number[] => {
  if (before.length !== after.length)
    throw new RangeError(`${before.length} before and ${after.length} after are not pairs`)
  return before.map((value, index) => Number(((after[index] ?? Number.NaN) - value).toFixed(10)))
}

/**
 * Tests whether changes of linked pairs lean one way (Wilcoxon 1945; Pratt 1959). For answers on a 1 to 7 scale.
 * @throws RangeError when a change is not a finite number.
 */
export const signedRank = (changes: readonly number[], zeros: Zeros = 'pratt'): SignedRank => {
  const { ranks, plus, minus } = rankChanges(changes, zeros)
  const exact = ranks.length <= exactLimit
  const tails = ranks.length === 0 ? null : exact ? exactTails(ranks, plus) : normalTails(ranks, plus, false)
  return {
    pairs: changes.length,
    improved: changes.filter((change) => change > 0).length,
    same: changes.filter((change) => change === 0).length,
    worse: changes.filter((change) => change < 0).length,
    plus,
    minus,
    rankBiserial: ranks.length === 0 ? null : (plus - minus) / (plus + minus),
    exact,
    twoSided: tails && Math.min(1, 2 * Math.min(tails.greater, tails.less)),
    greater: tails?.greater ?? null,
    less: tails?.less ?? null,
  }
}

/** The two-sided p of the normal approximation, for comparison with other software; null when nobody changed. */
export const signedRankApproximation = (
  changes: readonly number[],
  zeros: Zeros,
  continuityCorrection: boolean,
): number | null => {
  const { ranks, plus } = rankChanges(changes, zeros)
  if (ranks.length === 0) return null
  const { greater, less } = normalTails(ranks, plus, continuityCorrection)
  return Math.min(1, 2 * Math.min(greater, less))
}

/** The Hodges-Lehmann shift: the median of the means of all pairs of changes (each with itself too); null of nothing. */
export const hodgesLehmann = (changes: readonly number[]): number | null =>
  median(changes.flatMap((a, index) => changes.slice(index).map((b) => (a + b) / 2)))

const rankChanges = (changes: readonly number[], zeros: Zeros): { ranks: number[]; plus: number; minus: number } => {
  if (!changes.every(Number.isFinite)) throw new RangeError('A change must be a finite number')
  const ranked = zeros === 'drop' ? changes.filter((change) => change !== 0) : changes
  const allRanks = midRanks(ranked.map(Math.abs))
  const signed = ranked.map((change, index) => ({ change, rank: allRanks[index] ?? 0 }))
  return {
    ranks: signed.filter(({ change }) => change !== 0).map(({ rank }) => rank),
    plus: sum(signed.filter(({ change }) => change > 0).map(({ rank }) => rank)),
    minus: sum(signed.filter(({ change }) => change < 0).map(({ rank }) => rank)),
  }
}

type Tails = { greater: number; less: number }

// Doubled ranks are whole numbers even with ties; chance[s] is that of a doubled rank sum of s when signs are coin throws.
const exactTails = (ranks: readonly number[], plus: number): Tails => {
  const doubled = ranks.map((rank) => Math.round(rank * 2))
  const chance = new Float64Array(sum(doubled) + 1)
  chance[0] = 1
  let reach = 0
  for (const rank of doubled) {
    reach += rank
    for (let s = reach; s >= 0; s--) chance[s] = ((chance[s] ?? 0) + (s >= rank ? (chance[s - rank] ?? 0) : 0)) / 2
  }
  const observed = Math.round(plus * 2)
  return { greater: sum([...chance.subarray(observed)]), less: sum([...chance.subarray(0, observed + 1)]) }
}

const normalTails = (ranks: readonly number[], plus: number, corrected: boolean): Tails => {
  const expected = sum(ranks) / 2
  const spread = Math.sqrt(sum(ranks.map((rank) => rank * rank)) / 4)
  const correction = corrected ? 0.5 : 0
  return {
    greater: normalTail((plus - expected - correction) / spread),
    less: normalTail((expected - plus - correction) / spread),
  }
}
