import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newcombe, newcombePaired } from './newcombe.ts'
import vectors from './vectors.json' with { type: 'json' }

const part = fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
const cell = fc.integer({ min: 0, max: 60 })

test.for(vectors.newcombeIndependent.cases)(
  '%i of %i against %i of %i is the difference that Newcombe printed',
  (row) => {
    const [k1 = 0, n1 = 0, k2 = 0, n2 = 0, value = 9, low = 9, high = 9] = row
    const difference = newcombe(k1, n1, k2, n2)
    expect(difference?.value).toBeCloseTo(value, 4)
    expect(difference?.low).toBeCloseTo(low, 4)
    expect(difference?.high).toBeCloseTo(high, 4)
  },
)

test.for(vectors.newcombePaired.cases)('pairs %i, %i, %i, %i differ as the published algorithm says', (row) => {
  const [both = 0, first = 0, second = 0, neither = 0, value = 9, low = 9, high = 9] = row
  const difference = newcombePaired({ both, first, second, neither })
  expect(difference?.value).toBeCloseTo(value, 4)
  expect(difference?.low).toBeCloseTo(low, 4)
  expect(difference?.high).toBeCloseTo(high, 4)
})

test('a difference lies in its interval, and the interval within -1 to 1', () => {
  fc.assert(
    fc.property(part, part, ([k1, n1], [k2, n2]) => {
      const { value, low, high } = newcombe(k1, n1, k2, n2) ?? { value: 9, low: 9, high: -9 }
      expect(low).toBeGreaterThanOrEqual(-1)
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      expect(high).toBeLessThanOrEqual(1)
    }),
  )
})

test('changing places turns the sign and nothing else', () => {
  fc.assert(
    fc.property(part, part, ([k1, n1], [k2, n2]) => {
      const [there, back] = [newcombe(k1, n1, k2, n2), newcombe(k2, n2, k1, n1)]
      expect(there?.low).toBeCloseTo(-(back?.high ?? 9), 12)
    }),
  )
  fc.assert(
    fc.property(cell, cell, cell, cell, (both, first, second, neither) => {
      fc.pre(both + first + second + neither > 0)
      const there = newcombePaired({ both, first, second, neither })
      const back = newcombePaired({ both, first: second, second: first, neither })
      expect(there?.low).toBeCloseTo(-(back?.high ?? 9), 12)
      expect(there?.low).toBeLessThanOrEqual(there?.value ?? -9)
      expect(there?.high).toBeGreaterThanOrEqual(there?.value ?? 9)
    }),
  )
})

test('an empty sample has no difference to show', () => {
  expect(newcombe(0, 0, 1, 2)).toBeNull()
  expect(newcombe(1, 2, 0, 0)).toBeNull()
  expect(newcombePaired({ both: 0, first: 0, second: 0, neither: 0 })).toBeNull()
  expect(() => newcombePaired({ both: -1, first: 2, second: 0, neither: 0 })).toThrow(RangeError)
})
