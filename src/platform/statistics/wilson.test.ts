import fc from 'fast-check'
import { expect, test } from 'vitest'
import vectors from './vectors.json' with { type: 'json' }
import { wilson } from './wilson.ts'

const part = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test.for(vectors.wilson.cases)(
  '%i of %i has the interval that Newcombe printed',
  ([k = 0, n = 0, low = -1, high = -1]) => {
    const interval = wilson(k, n)
    expect(interval?.low).toBeCloseTo(low, 6)
    expect(interval?.high).toBeCloseTo(high, 6)
  },
)

test.for([
  ...vectors.wilson.phe95.map((row) => [0.95, ...row]),
  ...vectors.wilson.phe998.map((row) => [0.998, ...row]),
])('at confidence %d, %i of %i has the interval that Public Health England published', (row) => {
  const [confidence = 0, k = 0, n = 0, low = -1, high = -1] = row
  const interval = wilson(k, n, confidence)
  expect(interval?.low).toBeCloseTo(low, 12)
  expect(interval?.high).toBeCloseTo(high, 12)
})

// Percentages recomputed from the counts of Table 6: protection plans, then care entries, of all cases.
const table6: Record<keyof typeof vectors.report2023.table6, [number, number, number, number]> = {
  Hackney: [5.78, 4.75, 7.01, 0.73],
  'Waltham Forest': [3.61, 2.86, 4.55, 3.82],
  Redbridge: [4.67, 4.07, 5.36, 0.77],
  Newham: [8.75, 7.79, 9.82, 2.51],
  'H&F': [11.15, 7.97, 15.39, 12.95],
}

test.for(Object.entries(vectors.report2023.table6))('Table 6, %s: shares with their intervals', ([borough, counts]) => {
  const [, , cases = 0, plans = 0, care = 0] = counts
  // Object.entries widens the keys to string; they are the keys of this very object.
  const [share, low, high, careShare] = table6[borough as keyof typeof table6]
  const interval = wilson(plans, cases)
  expect((100 * plans) / cases).toBeCloseTo(share, 2)
  expect(100 * (interval?.low ?? -1)).toBeCloseTo(low, 2)
  expect(100 * (interval?.high ?? -1)).toBeCloseTo(high, 2)
  expect((100 * care) / cases).toBeCloseTo(careShare, 2)
})

test('a share of nothing has no interval', () => {
  expect(wilson(0, 0)).toBeNull()
})

test('none and all reach exactly to 0 and to 1', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      (n, confidence) => wilson(0, n, confidence)?.low === 0 && wilson(n, n, confidence)?.high === 1,
    ),
  )
})

test('the interval holds its share and lies within 0 to 1', () => {
  fc.assert(
    fc.property(part, ([k, n]) => {
      const { low, high } = wilson(k, n) ?? { low: 2, high: -1 }
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(k / n)
      expect(high).toBeGreaterThanOrEqual(k / n)
      expect(high).toBeLessThanOrEqual(1)
    }),
  )
})

test('the interval of those who did mirrors the interval of those who did not', () => {
  fc.assert(
    fc.property(part, ([k, n]) => {
      expect(wilson(n - k, n)?.low).toBeCloseTo(1 - (wilson(k, n)?.high ?? 9), 12)
    }),
  )
})

test('more confidence is never a narrower interval', () => {
  fc.assert(
    fc.property(part, ([k, n]) => {
      const [narrow, wide] = [wilson(k, n, 0.8), wilson(k, n, 0.998)]
      expect(wide?.low).toBeLessThanOrEqual(narrow?.low ?? -1)
      expect(wide?.high).toBeGreaterThanOrEqual(narrow?.high ?? 2)
    }),
  )
})

test('what is not a part of a whole is refused', () => {
  for (const [k, n] of [
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, Number.NaN],
  ] as const)
    expect(() => wilson(k, n)).toThrow(RangeError)
})
