import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signTest } from './binomial.ts'
import { midRanks } from './ranks.ts'
import { hodgesLehmann, pairedChanges, signedRank, signedRankApproximation } from './signed-rank.ts'
import vectors from './vectors.json' with { type: 'json' }
import { wilson } from './wilson.ts'

const { depression, darwin, ordinal15 } = vectors.wilcoxon
const ordinal = pairedChanges(ordinal15.pre, ordinal15.post)
const changes = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 25 })

test('the depression scores of Hollander and Wolfe', () => {
  const falls = pairedChanges(depression.y, depression.x)
  const result = signedRank(falls)
  expect(result.plus).toBe(depression.Tplus)
  expect(result.twoSided).toBeCloseTo(depression.pTwoSidedExact, 12)
  expect(result.greater).toBeCloseTo(depression.pGreaterExact, 12)
  expect(hodgesLehmann(falls)).toBeCloseTo(depression.hodgesLehmann, 12)
})

test("Darwin's maize", () => {
  const result = signedRank(darwin.d)
  expect(result.minus).toBe(darwin.Tminus)
  expect(result.twoSided).toBeCloseTo(darwin.pTwoSidedExact, 12)
})

test('fifteen pairs on a 1 to 7 scale: who improved, with ties and with pairs that did not change', () => {
  const pratt = signedRank(ordinal)
  expect(pratt).toMatchObject({ pairs: 15, improved: ordinal15.improved, same: ordinal15.same, worse: ordinal15.worse })
  expect(pratt).toMatchObject({ plus: ordinal15.Tplus_pratt, minus: ordinal15.Tminus_pratt, exact: true })
  expect(pratt.twoSided).toBeCloseTo(ordinal15.exactP_pratt, 12)
  const dropped = signedRank(ordinal, 'drop')
  expect(dropped).toMatchObject({ plus: ordinal15.Tplus_dropzeros, minus: ordinal15.Tminus_dropzeros })
  expect(dropped.rankBiserial).toBeCloseTo(ordinal15.rankBiserial, 12)
  expect(dropped.twoSided).toBeCloseTo(ordinal15.exactP_dropzeros, 12)
})

test('the same pairs: shift, sign test and the share that improved', () => {
  expect(hodgesLehmann(ordinal)).toBe(ordinal15.hodgesLehmann)
  expect(signTest(ordinal15.improved, ordinal15.worse)).toBeCloseTo(ordinal15.signTestP, 12)
  const improved = wilson(ordinal15.improved, ordinal.length)
  expect(improved?.low).toBeCloseTo(ordinal15.improvedWilson[0] ?? 9, 12)
  expect(improved?.high).toBeCloseTo(ordinal15.improvedWilson[1] ?? 9, 12)
})

test('the approximation of other software is reproduced, with and without its corrections', () => {
  expect(signedRankApproximation(ordinal, 'drop', false)).toBeCloseTo(ordinal15.asympP_wilcox, 12)
  expect(signedRankApproximation(ordinal, 'drop', true)).toBeCloseTo(ordinal15.asympP_wilcox_cc, 12)
  expect(signedRankApproximation(ordinal, 'pratt', false)).toBeCloseTo(ordinal15.asympP_pratt, 12)
  expect(signedRankApproximation(ordinal, 'pratt', true)).toBeCloseTo(ordinal15.asympP_pratt_cc, 12)
})

/** Every way of giving signs to the ranks, counted one by one. */
const byEnumeration = (values: number[]): number => {
  const all = midRanks(values.map(Math.abs))
  const ranks = all.filter((_, index) => values[index] !== 0)
  const plus = (bits: number): number => ranks.reduce((total, rank, i) => total + ((bits >> i) & 1 ? rank : 0), 0)
  const observed = all.reduce((total, rank, index) => total + ((values[index] ?? 0) > 0 ? rank : 0), 0)
  const outcomes = Array.from({ length: 2 ** ranks.length }, (_, bits) => plus(bits))
  const share = (keep: (value: number) => boolean): number => outcomes.filter(keep).length / outcomes.length
  return Math.min(
    1,
    2 *
      Math.min(
        share((value) => value >= observed),
        share((value) => value <= observed),
      ),
  )
}

test('the exact p is what counting every outcome gives, ties and zeros included', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 9 }), (values) => {
      fc.pre(values.some((value) => value !== 0))
      expect(signedRank(values).twoSided).toBeCloseTo(byEnumeration(values), 12)
    }),
  )
})

test('turning every change round turns the result round', () => {
  fc.assert(
    fc.property(changes, (values) => {
      const [there, back] = [signedRank(values), signedRank(values.map((value) => -value))]
      expect(there.twoSided ?? 2).toBeCloseTo(back.twoSided ?? 2, 12)
      expect(there.greater ?? 2).toBeCloseTo(back.less ?? 2, 12)
      expect(there.plus).toBe(back.minus)
      expect((hodgesLehmann(values) ?? 0) + (hodgesLehmann(values.map((value) => -value)) ?? 0)).toBeCloseTo(0, 12)
    }),
  )
})

test('where nobody changed there is no p and no effect', () => {
  const result = signedRank([0, 0, 0])
  expect(result).toMatchObject({ pairs: 3, same: 3, rankBiserial: null, twoSided: null, greater: null, less: null })
  expect(signedRankApproximation([], 'pratt', false)).toBeNull()
  expect(hodgesLehmann([])).toBeNull()
})

test('above 200 changed pairs the result says that it is approximate', () => {
  const many = Array.from({ length: 201 }, (_, index) => (index % 3 === 0 ? -1 : 1) * (1 + (index % 5)))
  expect(signedRank(many.slice(1)).exact).toBe(true)
  expect(signedRank(many).exact).toBe(false)
  expect(signedRank(many).twoSided).toBeCloseTo(signedRank(many.slice(1)).twoSided ?? 9, 3)
})

test('changes are free of binary noise, and lists that do not pair are refused', () => {
  expect(pairedChanges([0.1, 1], [0.3, 1.2])).toEqual([0.2, 0.2])
  expect(() => pairedChanges([1], [1, 2])).toThrow(RangeError)
  expect(() => signedRank([1, Number.NaN])).toThrow(RangeError)
})
