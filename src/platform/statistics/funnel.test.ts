import fc from 'fast-check'
import { expect, test } from 'vitest'
import { funnelLimits, overdispersion, pChartLimits } from './funnel.ts'
import vectors from './vectors.json' with { type: 'json' }

test('the p-chart of the NIST handbook', () => {
  const { pbar, n, lcl, ucl } = vectors.pchart
  expect(pChartLimits(pbar, n).low).toBeCloseTo(lcl, 4)
  expect(pChartLimits(pbar, n).high).toBeCloseTo(ucl, 4)
})

test.for(vectors.funnelProportion.rows)('funnel limits for %i, as Public Health England published them', (row) => {
  const [n = 0, low95 = -1, high95 = -1, low998 = -1, high998 = -1] = row
  const { inner, outer } = funnelLimits(vectors.funnelProportion.baselinePct / 100, n)
  expect(100 * inner.low).toBeCloseTo(low95, 5)
  expect(100 * inner.high).toBeCloseTo(high95, 5)
  expect(100 * outer.low).toBeCloseTo(low998, 5)
  expect(100 * outer.high).toBeCloseTo(high998, 5)
})

test('a bigger unit has a narrower funnel, within 0 to 1', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 10_000 }), (p, n) => {
      const [small, big] = [funnelLimits(p, n), funnelLimits(p, n * 2)]
      expect(small.outer.low).toBeGreaterThanOrEqual(0)
      expect(small.outer.low).toBeLessThanOrEqual(small.inner.low)
      expect(small.inner.low).toBeLessThanOrEqual(big.inner.low)
      expect(small.outer.high).toBeLessThanOrEqual(1)
      expect(small.inner.high).toBeGreaterThanOrEqual(big.inner.high)
    }),
  )
})

test('the five boroughs of Table 6 differ far beyond chance: they do not count the same thing', () => {
  const units = Object.values(vectors.report2023.table6).map(([, , n = 0, count = 0]) => ({ count, n }))
  const result = overdispersion(units)
  expect(result?.phi).toBeCloseTo(17.3, 1)
  expect(result?.z.map((score) => Number(score.toFixed(1)))).toEqual([-0.3, -4.3, -3.4, 6.5, 3.7])
})

test('overdispersion is unknown where nothing can differ, and refuses what is no share', () => {
  expect(overdispersion([])).toBeNull()
  expect(
    overdispersion([
      { count: 0, n: 5 },
      { count: 0, n: 9 },
    ]),
  ).toBeNull()
  expect(
    overdispersion([
      { count: 1, n: 5 },
      { count: 0, n: 0 },
    ]),
  ).toBeNull()
  expect(() => overdispersion([{ count: 6, n: 5 }])).toThrow(RangeError)
  expect(() => pChartLimits(1.1, 5)).toThrow(RangeError)
  expect(() => funnelLimits(0.5, 0)).toThrow(RangeError)
})
