import { expect, it } from 'vitest'
import { codingCheck } from './coding.ts'
import { ownYear, publishedOf } from './fixtures.ts'
import type { PublishedFigure } from './published.ts'
import { reasonWords } from './reasons.ts'

const year = (child: PublishedFigure, parent: PublishedFigure) => ({
  Domestic_Abuse_child: child,
  Domestic_Abuse_parent: parent,
  Domestic_Abuse_person: 'x' as const,
})
const earlier = publishedOf({ 2018: year(499, 1191), 2019: year(573, 1100), 2020: year(282, 1310) })
const of = (child: number, parent: number, published = earlier) =>
  codingCheck(ownYear(2023, { coded_3a: child, coded_3b: parent }), published)

it('A code that all but vanishes is a change of recording, and is said to be one', () => {
  const found = of(11, 823)
  expect(found).toMatchObject({ within: 'outside', ours: 1.3, theirs: { kind: 'range', low: 21.5, high: 52.1 } })
  expect(found.reasons[0]).toBe(reasonWords['coding-changed'])
  expect(found.perCent).toBe(-94)
})

it('Codes that were exchanged are outside as well', () => {
  expect(of(823, 400)).toMatchObject({ within: 'outside', perCent: 295 })
})

it.each([
  [60, 'outside'],
  // A third of 21.5 is 7.17.
  [72, 'agrees'],
  [400, 'agrees'],
  // Three times 52.1 is 156.3.
  [1563, 'agrees'],
  [1570, 'outside'],
])('%i to 1,000, after years of 21.5 to 52.1 for each 100: %s', (child, within) => {
  expect(of(child, 1000).within).toBe(within)
})

it('Where hardly anybody has the code, five for each 100 more is no change', () => {
  const rare = publishedOf({ 2022: year('c', 400) })
  expect(of(0, 400, rare).within).toBe('agrees')
  expect(of(24, 400, rare).within).toBe('agrees')
  expect(of(30, 400, rare).within).toBe('outside')
})

it('Only the last three years with numbers are looked at, and never the year itself or a later one', () => {
  const found = of(
    20,
    1000,
    publishedOf({
      2018: year(900, 1000),
      2019: year(20, 1000),
      2020: year(21, 1000),
      2021: year('x', 'x'),
      2022: year(19, 1000),
      2023: year(900, 1000),
      2024: year(900, 1000),
    }),
  )
  expect(found.theirs).toMatchObject({ low: 1.9, high: 2.1 })
  expect(found.earlier?.map((each) => each.year)).toEqual([2022, 2021, 2020, 2019, 2018])
  expect(found.earlier?.[1]).toEqual({ year: 2021, child: 'x', parent: 'x', other: 'x' })
})

it('Without a year to compare with, or without 3B, nothing is said of the borough', () => {
  expect(of(11, 823, publishedOf({})).within).toBe('cannot be compared')
  expect(of(11, 823, publishedOf({ 2022: year(11, 0) })).within).toBe('cannot be compared')
  expect(of(11, 0)).toMatchObject({ within: 'cannot be compared', ours: null })
  expect(of(15, 19)).toMatchObject({ within: 'cannot be compared', ours: null })
  expect(of(15, 20).within).toBe('agrees')
  expect(of(15, 20, publishedOf({ 2022: year(11, 19) })).within).toBe('cannot be compared')
  const missing = codingCheck(ownYear(2023, {}), earlier)
  expect(missing).toMatchObject({ reasons: ['Not computable in this test.'], theirs: { low: 21.5, high: 52.1 } })
})
