import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coinAtMost, signTest } from './binomial.ts'
import { mcnemar } from './mcnemar.ts'
import vectors from './vectors.json' with { type: 'json' }

// In the file two p values stand under a neighbour's name: its `exactp` is that of chi-squared without correction, and
// its `pcc` is the exact one (as the counting below shows). The p with correction is R's pchisq(16.81779661, 1).
test("Agresti's performance ratings give the published test", () => {
  const { table, chi2, chi2cc, pcc, exactp } = vectors.mcnemar
  const result = mcnemar(table[0]?.[1] ?? 0, table[1]?.[0] ?? 0)
  expect(result?.chiSquared).toBeCloseTo(chi2, 10)
  expect(result?.correctedChiSquared).toBeCloseTo(chi2cc, 10)
  expect((result?.p ?? 0) / exactp).toBeCloseTo(1, 10)
  expect((result?.exact ?? 0) / pcc).toBeCloseTo(1, 10)
  expect((result?.correctedP ?? 0) / 4.1145622813459415e-5).toBeCloseTo(1, 10)
})

test('the exact p is what counting every outcome of 236 coins in whole numbers gives', () => {
  let ways = 1n
  let total = 1n
  for (let heads = 1n; heads <= 86n; heads++) {
    ways = (ways * (237n - heads)) / heads
    total += ways
  }
  const scale = 10n ** 30n
  const expected = Number((2n * total * scale) / 2n ** 236n) / 1e30
  expect((mcnemar(150, 86)?.exact ?? 0) / expected).toBeCloseTo(1, 10)
})

test('without a change there is nothing to test', () => {
  expect(mcnemar(0, 0)).toBeNull()
})

test('fair coins add up', () => {
  expect(coinAtMost(1, 3)).toBeCloseTo(0.5, 14)
  expect(signTest(0, 0)).toBe(1)
  expect(signTest(3, 3)).toBe(1)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (n, seed) => {
      const k = seed % n
      expect(coinAtMost(k, n) + coinAtMost(n - k - 1, n)).toBeCloseTo(1, 10)
    }),
  )
})

test('p lies within 0 to 1 and does not care which direction is named first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 300 }), (a, b) => {
      const result = mcnemar(a, b)
      expect(result).toEqual(mcnemar(b, a))
      for (const p of [result?.p, result?.correctedP, result?.exact]) {
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
      }
    }),
  )
})
