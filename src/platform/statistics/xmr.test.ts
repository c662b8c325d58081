import fc from 'fast-check'
import { expect, test } from 'vitest'
import vectors from './vectors.json' with { type: 'json' }
import { type Series, stageOf, xmrLimits } from './xmr.ts'
import { xmrSignals } from './xmr-rules.ts'

const { mdc, rnorm123, nist } = vectors.xmr
const series = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 2, maxLength: 30 })
/** Limits at 0 and at plus and minus 3, so that "near" begins at 2. */
const limits = { mean: 0, movingRange: 1, lower: -3, upper: 3 }
const signs = (values: Series) => xmrSignals(values, limits).map(({ rule, at, side }) => `${rule} ${at} ${side}`)

test('the NHS example: one wild point widens the limits unless screened', () => {
  expect(xmrLimits(mdc.y)?.mean).toBeCloseTo(mdc.mean, 2)
  expect(xmrLimits(mdc.y)?.lower).toBeCloseTo(mdc.excel[0] ?? 99, 1)
  expect(xmrLimits(mdc.y)?.upper).toBeCloseTo(mdc.excel[1] ?? 99, 2)
  expect(xmrLimits(mdc.y, { screen: true })?.lower).toBeCloseTo(mdc.screened[0] ?? 99, 2)
  expect(xmrLimits(mdc.y, { screen: true })?.upper).toBeCloseTo(mdc.screened[1] ?? 99, 2)
})

test('the limits of NHSRplotthedots on its own test data', () => {
  const plain = xmrLimits(rnorm123.y, { screen: true })
  expect(plain?.mean).toBeCloseTo(rnorm123.mean, 6)
  expect(plain?.lower).toBeCloseTo(rnorm123.lpl, 5)
  expect(plain?.upper).toBeCloseTo(rnorm123.upl, 5)
  const wild = rnorm123.y.map((value, index) => (index === 14 ? 10 : value))
  const { mean, screened, unscreened } = rnorm123.with_y15_eq_10
  expect(xmrLimits(wild)?.mean).toBeCloseTo(mean, 6)
  expect(xmrLimits(wild, { screen: true })?.lower).toBeCloseTo(screened[0] ?? 99, 5)
  expect(xmrLimits(wild, { screen: true })?.upper).toBeCloseTo(screened[1] ?? 99, 5)
  expect(xmrLimits(wild)?.lower).toBeCloseTo(unscreened[0] ?? 99, 5)
  expect(xmrLimits(wild)?.upper).toBeCloseTo(unscreened[1] ?? 99, 5)
})

test('the NIST handbook, with its own constant', () => {
  const result = xmrLimits(nist.y, { constant: 3 / 1.128 })
  expect(result?.mean).toBeCloseTo(nist.mean, 6)
  expect(result?.movingRange).toBeCloseTo(nist.mrbar, 6)
  expect(result?.lower).toBeCloseTo(nist.lcl, 4)
  expect(result?.upper).toBeCloseTo(nist.ucl, 4)
})

test('limits can be made from a baseline, and a missing month is no step', () => {
  expect(xmrLimits([1, 2, 1, 2, 100, 200], { baseline: 4 })).toEqual(xmrLimits([1, 2, 1, 2]))
  expect(xmrLimits([1, null, 9, 10])?.movingRange).toBe(1)
  expect(xmrLimits([1, null, 9])).toBeNull()
  expect(xmrLimits([])).toBeNull()
  expect(xmrLimits([5, 5, 5], { screen: true })).toEqual({ mean: 5, movingRange: 0, lower: 5, upper: 5 })
})

test('limits move and stretch with the values', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: -50, max: 50 }), (values, by) => {
      const [before, after] = [xmrLimits(values), xmrLimits(values.map((value) => 2 * value + by))]
      expect(after?.upper).toBeCloseTo(2 * (before?.upper ?? 0) + by, 6)
      expect(after?.lower).toBeCloseTo(2 * (before?.lower ?? 0) + by, 6)
    }),
  )
})

test('how much may be said grows with the number of points, gaps not counted', () => {
  expect([5, 6, 11, 12].map((length) => stageOf(Array.from({ length }, () => 1)))).toEqual([
    'dots',
    'trial',
    'trial',
    'full',
  ])
  expect(stageOf([1, 2, 3, 4, 5, null])).toBe('dots')
})

test('a point outside the limits is a sign; one on them is not', () => {
  expect(signs([0, 3.01, 0, -3, -3.01])).toEqual(['outside limits 1 high', 'outside limits 4 low'])
})

test('seven rising or falling points are a sign; six, a pause or a gap are not', () => {
  const trend = (values: Series) =>
    xmrSignals(values, { ...limits, lower: -99, upper: 99 }).filter((sign) => sign.rule.includes('rising'))
  expect(trend([1, 2, 3, 4, 5, 6, 7])).toMatchObject([{ at: 6, points: [0, 1, 2, 3, 4, 5, 6], side: 'high' }])
  expect(trend([7, 6, 5, 4, 3, 2, 1])).toMatchObject([{ at: 6, side: 'low' }])
  expect(trend([1, 2, 3, 3, 4, 5, 6])).toEqual([])
  expect(trend([1, 2, 3, 4, 5, 6])).toEqual([])
  expect(trend([1, 2, 3, null, 4, 5, 6, 7])).toEqual([])
})

test('two of three points near the same limit are a sign, on opposite sides they are not', () => {
  expect(signs([2.5, 0, 2.5])).toEqual(['two of three near a limit 2 high'])
  expect(signs([-2.5, 0, -2.5])).toEqual(['two of three near a limit 2 low'])
  expect(signs([2.5, 0, -2.5])).toEqual([])
  expect(signs([2, 0, 2])).toEqual([])
  expect(signs([2.5, 0, 0, 2.5])).toEqual([])
})

test('seven points on one side are a sign; a point on the mean or a gap ends the run', () => {
  expect(signs([1, 0.5, 1, 0.5, 1, 0.5, 1])).toEqual(['seven on one side 6 high'])
  expect(signs([1, 0.5, 1, 0, 1, 0.5, 1])).toEqual([])
  expect(signs([1, 0.5, 1, null, 1, 0.5, 1, 0.5])).toEqual([])
})

test('upside down, the same signs point the other way', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 25 }), (values) => {
      const turned = xmrSignals(
        values.map((value) => -value),
        limits,
      )
      expect(turned).toEqual(
        xmrSignals(values, limits).map((sign) => ({ ...sign, side: sign.side === 'high' ? 'low' : 'high' })),
      )
    }),
  )
})
