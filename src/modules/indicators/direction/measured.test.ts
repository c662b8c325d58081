import { describe, expect, test } from 'vitest'
import type { Figure } from '../definition/figures-shape.ts'
import { counted, figuresOf, yearBefore } from './fixtures/figures.ts'
import { firstQuarter } from './fixtures/lines.ts'
import { lineOf, measuredLines } from './measured.ts'

const noFlags: Figure = { status: 'not-computable', why: { reason: 'no-file', source: 'referral-flags' } }
const none = { unknown: 0, unmatched: 0, lines: [] }
const knownOf = (key: string, figure: Figure, flags = true) => {
  const line = measuredLines.find((each) => each.key === key)
  if (line === undefined) throw new Error(`no line ${key}`)
  const { points } = lineOf(
    figuresOf(1, () => ({ [line.measure]: figure }), flags),
    line,
  )
  expect(points).toHaveLength(1)
  expect(points[0]?.quarter).toBe(firstQuarter)
  return points[0]?.known
}

describe('a quarter of a line', () => {
  test('is the number that was counted, with its base, what is not known, and whether it is complete', () => {
    expect(knownOf('c_new_cp_plan_dv', counted(7, { base: 30, unknown: 2, mature: false }))).toEqual({
      kind: 'number',
      value: 7,
      events: 7,
      base: 30,
      unknown: 2,
      complete: false,
    })
    expect(knownOf('c_new_cp_plan_dv', counted(0))).toMatchObject({ kind: 'number', value: 0 })
  })

  test('of a share is the percentage of its base', () => {
    expect(knownOf('care_start_share', counted(3, { base: 12, unknown: 4 }))).toMatchObject({
      value: 25,
      events: 3,
      base: 12,
      unknown: 4,
    })
    expect(knownOf('care_start_share', counted(0, { base: 12 }))).toMatchObject({ value: 0 })
  })

  test('is four different words where it is no number', () => {
    expect(knownOf('c_new_cp_plan_dv', yearBefore)).toMatchObject({
      kind: 'not computable',
      why: expect.stringContaining('the year before'),
    })
    expect(knownOf('care_start_share', counted(0, { base: 0 }))).toEqual({ kind: 'none to take a share of' })
    expect(knownOf('care_start_share', counted(1))).toMatchObject({ kind: 'not computable' })
    expect(knownOf('a_new_dv_at_referral', noFlags, false)).toEqual({ kind: 'not collected' })
    // The borough does collect it: this quarter's file is what is missing.
    expect(knownOf('a_new_dv_at_referral', noFlags, true)).toMatchObject({ kind: 'not computable' })
  })
})

test('flags whose days nobody said are not flags that are not collected', () => {
  const figures = figuresOf(1, () => ({ a_new_dv_at_referral: noFlags }), false)
  const flags = { ...none, rows: 4, inCensus: 4, matched: 4, share: 1, enough: true, unknownShare: 0 }
  const [line] = measuredLines
  if (line === undefined) throw new Error('there are lines')
  expect(lineOf(figures, line).points[0]?.known.kind).toBe('not collected')
  expect(lineOf({ ...figures, flags }, line).points[0]?.known.kind).toBe('not computable')
})

test('the six lines have names of their own, which the table of marks takes', () => {
  expect(measuredLines).toHaveLength(6)
  expect(new Set(measuredLines.map(({ key }) => key)).size).toBe(6)
  for (const { key } of measuredLines) expect(key).toMatch(/^[a-z][a-z0-9_]{1,59}$/)
})

test('Quarters that lack the same census say so in the same words, so that a page says it once', () => {
  const lacks = (from: string, to: string) =>
    ({ status: 'not-computable', why: { reason: 'year-before', from, to } }) as const
  const given = [lacks('2021-04-01', '2022-03-31'), lacks('2021-07-01', '2022-06-30')]
  const figures = figuresOf(3, (index) => ({ c_new_cp_plan_dv: given[index] ?? counted(4) }))
  const { points } = lineOf(figures, { measure: 'c_new_cp_plan_dv', kind: 'count' })
  const why = expect.stringContaining('that of 2021-22, so that 1 April 2021 to 30 June 2022 is covered')
  expect(points.map(({ known }) => known)).toEqual([
    { kind: 'not computable', why },
    { kind: 'not computable', why },
    expect.objectContaining({ kind: 'number', value: 4 }),
  ])
})
