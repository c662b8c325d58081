import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratingsAgreement } from './agreement-ratings.ts'
import { tableAgreement } from './agreement-table.ts'
import { krippendorff } from './krippendorff.ts'
import vectors from './vectors.json' with { type: 'json' }

const { cont3x3, raw4raters, twoByTwo } = vectors.agreement
const readings = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 20,
})

test("Gwet's two raters and three categories", () => {
  const result = tableAgreement(cont3x3.t)
  expect(result?.units).toBe(100)
  expect(result?.observed).toBeCloseTo(cont3x3.pa, 12)
  expect(result?.kappa?.value).toBeCloseTo(cont3x3.kappa, 7)
  expect(result?.kappa?.standardError).toBeCloseTo(cont3x3.kappaSE, 7)
  expect(result?.ac1?.value).toBeCloseTo(cont3x3.AC1, 7)
  expect(result?.ac1?.standardError).toBeCloseTo(cont3x3.AC1SE, 7)
  // 1.984217 is Student's t at 99 degrees of freedom
  expect(result?.ac1?.interval?.low).toBeCloseTo(cont3x3.AC1 - 1.984217 * cont3x3.AC1SE, 6)
  expect(result?.scottPi).toBeCloseTo(cont3x3.scottPi, 7)
  expect(result?.brennanPrediger).toBeCloseTo(cont3x3.BP, 7)
  expect(result?.alpha).toBeCloseTo(cont3x3.kripp, 7)
})

test.for(twoByTwo)('the paradox table $t: kappa falls with skew, AC1 does not', (row) => {
  const result = tableAgreement(row.t)
  expect(result?.kappa?.value).toBeCloseTo(row.kappa, 4)
  if (row.AC1 !== undefined) expect(result?.ac1?.value).toBeCloseTo(row.AC1, 4)
  if (row.PABAK !== undefined) expect(result?.brennanPrediger).toBeCloseTo(row.PABAK, 4)
  if (row.se !== undefined) expect(result?.kappa?.standardError).toBeCloseTo(row.se, 6)
  if (row.lo !== undefined) expect(result?.kappa?.interval?.low).toBeCloseTo(row.lo, 6)
  if (row.hi !== undefined) expect(result?.kappa?.interval?.high).toBeCloseTo(row.hi, 6)
})

test('four readers, twelve units, readings missing', () => {
  const result = ratingsAgreement(raw4raters.rows)
  expect(result?.units).toBe(11)
  expect(result?.observed).toBeCloseTo(raw4raters.pa, 7)
  expect(result?.ac1?.value).toBeCloseTo(raw4raters.AC1, 5)
  expect(result?.fleissKappa).toBeCloseTo(raw4raters.fleiss, 5)
  expect(result?.brennanPrediger).toBeCloseTo(raw4raters.BP, 5)
  // README of irrCAC: 0.461 to 1
  expect(result?.ac1?.interval?.low).toBeCloseTo(0.461, 3)
  expect(result?.ac1?.interval?.high).toBe(1)
})

test("Krippendorff's own example in each metric", () => {
  expect(krippendorff(raw4raters.rows, 'nominal')).toBeCloseTo(raw4raters.krippNominal, 9)
  expect(krippendorff(raw4raters.rows, 'interval')).toBeCloseTo(raw4raters.krippInterval, 9)
  expect(krippendorff(raw4raters.rows, 'ratio')).toBeCloseTo(raw4raters.krippRatio, 9)
  // Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C
  expect(krippendorff(raw4raters.rows, 'ordinal')).toBeCloseTo(0.815, 3)
})

test('a table and the ratings that it counts agree', () => {
  const rows = cont3x3.t.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  )
  const [table, ratings] = [tableAgreement(cont3x3.t), ratingsAgreement(rows)]
  expect(ratings?.observed).toBeCloseTo(table?.observed ?? 9, 12)
  expect(ratings?.ac1?.value).toBeCloseTo(table?.ac1?.value ?? 9, 12)
  expect(ratings?.fleissKappa).toBeCloseTo(table?.scottPi ?? 9, 12)
  expect(krippendorff(rows, 'nominal')).toBeCloseTo(table?.alpha ?? 9, 12)
})

test('the order of readers and of units changes nothing', () => {
  fc.assert(
    fc.property(readings, (rows) => {
      const turned = rows.map((row) => [...row].reverse()).reverse()
      expect(ratingsAgreement(turned)?.ac1?.value ?? 9).toBeCloseTo(ratingsAgreement(rows)?.ac1?.value ?? 9, 10)
      for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
        expect(krippendorff(turned, metric) ?? 9).toBeCloseTo(krippendorff(rows, metric) ?? 9, 10)
      }
    }),
  )
})

test('no coefficient is above 1, and full agreement is 1', () => {
  fc.assert(
    fc.property(readings, (rows) => {
      const result = ratingsAgreement(rows)
      for (const value of [result?.observed, result?.ac1?.value, result?.fleissKappa, result?.brennanPrediger]) {
        expect(value ?? 0).toBeLessThanOrEqual(1 + 1e-12)
      }
    }),
  )
  expect(
    tableAgreement([
      [3, 0],
      [0, 4],
    ]),
  ).toMatchObject({ observed: 1, kappa: { value: 1 }, ac1: { value: 1 }, scottPi: 1 })
  expect(
    krippendorff(
      [
        [1, 1],
        [2, 2],
      ],
      'nominal',
    ),
  ).toBe(1)
})

test('what cannot be said is null', () => {
  expect(
    tableAgreement([
      [0, 0],
      [0, 0],
    ]),
  ).toBeNull()
  expect(
    tableAgreement([
      [5, 0],
      [0, 0],
    ]),
  ).toMatchObject({ observed: 1, kappa: null, scottPi: null, ac1: { value: 1 } })
  expect(
    tableAgreement([
      [1, 0],
      [0, 0],
    ])?.ac1?.interval,
  ).toBeNull()
  expect(
    ratingsAgreement([
      [1, null],
      [null, 2],
    ]),
  ).toBeNull()
  expect(ratingsAgreement([[1, 1]])).toMatchObject({ observed: 1, ac1: null, fleissKappa: null })
  expect(
    krippendorff(
      [
        [1, 1],
        [1, 1],
      ],
      'nominal',
    ),
  ).toBeNull()
})

test('a table that is not square, or holds what is not a count, is refused', () => {
  expect(() => tableAgreement([[1, 2]])).toThrow(RangeError)
  expect(() => tableAgreement([[1]])).toThrow(RangeError)
  expect(() =>
    tableAgreement([
      [1, -2],
      [0, 1],
    ]),
  ).toThrow(RangeError)
})
