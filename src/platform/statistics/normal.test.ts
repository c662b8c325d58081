import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, normalQuantile, normalTail, zFor } from './normal.ts'
import { studentCdf, studentQuantile } from './student.ts'
import vectors from './vectors.json' with { type: 'json' }

test('the reach of a 95 % interval is 1.959964 standard errors, to the last digits', () => {
  expect(zFor(0.95)).toBeCloseTo(vectors.wilson.z95, 13)
  expect(zFor(0.998)).toBeCloseTo(3.090232306167813, 13)
})

test('the tails keep their accuracy far out', () => {
  // R 4: pnorm(-10), pnorm(-3), qnorm(1e-10)
  expect(normalCdf(-10) / 7.61985302416052e-24).toBeCloseTo(1, 12)
  expect(normalCdf(-3)).toBeCloseTo(0.0013498980316300957, 14)
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12)
})

test('the two ways of computing a tail agree where they meet', () => {
  expect(normalTail(3 + 1e-13)).toBeCloseTo(normalTail(3 - 1e-13), 14)
})

test('the quantile undoes the distribution', () => {
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => Math.abs(normalQuantile(normalCdf(x)) - x) < 1e-6),
  )
  fc.assert(
    fc.property(
      fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
      (p) => Math.abs(normalCdf(normalQuantile(p)) - p) < 1e-14,
    ),
  )
})

test('a probability outside 0 to 1 is refused', () => {
  for (const p of [0, 1, -0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError)
})

test('quantiles of Student t are those of printed tables', () => {
  for (const [df, expected] of [
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [10, 2.228],
    [11, 2.201],
    [30, 2.042],
    [120, 1.98],
  ] as const) {
    expect(studentQuantile(0.975, df)).toBeCloseTo(expected, 3)
    expect(studentQuantile(0.025, df)).toBeCloseTo(-expected, 3)
  }
})

test('Student t comes close to the normal with many degrees of freedom', () => {
  expect(studentCdf(1.5, 100_000)).toBeCloseTo(normalCdf(1.5), 5)
  expect(() => studentCdf(1, 0)).toThrow(RangeError)
  expect(() => studentQuantile(1, 5)).toThrow(RangeError)
})
