import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byar } from './byar.ts'
import { ratePerMonth } from './rate.ts'

// publichealthengland/PHEindicatormethods, tests/testthat/testdata_Byars_Wilson.xlsx
test.for([
  [65, 50.16319, 82.84914],
  [1045, 982.5932, 1110.33121],
] as const)('a count of %i has the interval that Public Health England published', ([count, low, high]) => {
  expect(byar(count).low).toBeCloseTo(low, 5)
  expect(byar(count).high).toBeCloseTo(high, 5)
})

test('the interval holds its count and never goes below 0', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), (count) => {
      const { low, high } = byar(count)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(count)
      expect(high).toBeGreaterThan(count)
    }),
  )
})

test('none counted is none at least, and not none at most', () => {
  expect(byar(0).low).toBe(0)
  // Exact Poisson: 3.689
  expect(byar(0).high).toBeCloseTo(3.69, 1)
})

test('eleven months and eight months compare as rates', () => {
  expect(ratePerMonth(33, 11)?.value).toBe(3)
  expect(ratePerMonth(24, 8)?.value).toBe(3)
  expect(ratePerMonth(33, 11)?.low).toBeCloseTo(byar(33).low / 11, 12)
  expect(ratePerMonth(33, 11)?.high).toBeCloseTo(byar(33).high / 11, 12)
})

test('no months give no rate, and less than none is refused', () => {
  expect(ratePerMonth(3, 0)).toBeNull()
  expect(() => ratePerMonth(3, -1)).toThrow(RangeError)
  expect(() => ratePerMonth(1.5, 1)).toThrow(RangeError)
})
