import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixed, round, truncate } from './rounding.ts'

const decimals = fc.integer({ min: 0, max: 6 })
const value = fc.double({ min: -1e9, max: 1e9, noNaN: true })

test('halves go away from zero, as they print', () => {
  expect([round(1.005, 2), round(2.5, 0), round(-2.5, 0), round(0.285, 2), round(57 / 200, 2)]).toEqual([
    1.01, 3, -3, 0.29, 0.29,
  ])
  expect([round(1.45, 1), round(8.345, 2), round(1e-7, 7), round(1.5e-7, 7), round(4.9e-7, 6)]).toEqual([
    1.5, 8.35, 1e-7, 2e-7, 0,
  ])
})

test('what printed figures did: 72 of 1884 is 0.038, and 262 of 2993 was cut off', () => {
  expect(round(72 / 1884, 3)).toBe(0.038)
  expect(round(262 / 2993, 2)).toBe(0.09)
  expect(truncate(262 / 2993, 2)).toBe(0.08)
  expect(round(195 / 4173, 2)).toBe(0.05)
})

test('cutting off goes towards zero', () => {
  expect([truncate(1.999, 2), truncate(-1.999, 2), truncate(0.29, 2), truncate(5, 3)]).toEqual([1.99, -1.99, 0.29, 5])
})

test('nothing rounds to a negative zero', () => {
  for (const result of [round(-0.001, 2), truncate(-0.9, 0), round(-0, 1), truncate(-0, 1)])
    expect(Object.is(result, 0)).toBe(true)
})

test('printed with its decimals', () => {
  expect([fixed(0.1, 2), fixed(1.005, 2), fixed(12, 1), fixed(-0.04, 1)]).toEqual(['0.10', '1.01', '12.0', '0.0'])
})

test('rounding is never further than half a unit, cutting off never further than one and never away from zero', () => {
  fc.assert(
    fc.property(value, decimals, (number, places) => {
      const slack = Math.abs(number) * 1e-15
      expect(Math.abs(round(number, places) - number)).toBeLessThanOrEqual(0.5 / 10 ** places + slack)
      expect(Math.abs(truncate(number, places) - number)).toBeLessThanOrEqual(1 / 10 ** places + slack)
      expect(Math.abs(truncate(number, places))).toBeLessThanOrEqual(Math.abs(number))
    }),
  )
})

test('rounding again changes nothing, and mirrored numbers round alike', () => {
  fc.assert(
    fc.property(value, decimals, (number, places) => {
      expect(round(round(number, places), places)).toBe(round(number, places))
      expect(round(-number, places)).toBe(0 - round(number, places))
    }),
  )
})

test('what is not a number, or not a number of decimals, is refused', () => {
  expect(() => round(Number.NaN, 1)).toThrow(RangeError)
  expect(() => truncate(Number.POSITIVE_INFINITY, 1)).toThrow(RangeError)
  expect(() => round(1, -1)).toThrow(RangeError)
  expect(() => round(1, 0.5)).toThrow(RangeError)
})
