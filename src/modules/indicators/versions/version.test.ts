import { describe, expect, test } from 'vitest'
import type { Figure, Figures } from '../definition/figures-shape.ts'
import { furtherMeasures, measures, type QuarterName } from '../definition/measure.ts'
import { differences } from './difference.ts'
import { linesFor } from './lines.ts'
import { financialYearOf, quarterWords, yearWords } from './period.ts'
import type { Reader } from './reader.ts'
import { lastLocked, openOne, stateOf, type VersionLine } from './version.ts'

const at = new Date('2026-02-03T10:00:00Z')
const by = { id: 'p', name: 'Robin' }
const signature = { by, at, note: '' }
const draft = (number: number, more: Partial<VersionLine> = {}): VersionLine => ({
  id: `v${number}`,
  number,
  reason: null,
  made: { by, at },
  analyst: null,
  lead: null,
  givenUp: null,
  ...more,
})
const givenUp = { by: { id: 'lead', name: 'Sam' }, at, reason: 'wrong file' }

describe('where a version stands', () => {
  test('is a draft, then with the lead, then locked; or given up, whatever was signed before', () => {
    expect(stateOf(draft(1))).toBe('draft')
    expect(stateOf(draft(1, { analyst: signature }))).toBe('with the lead')
    expect(stateOf(draft(1, { analyst: signature, lead: signature }))).toBe('locked')
    expect(stateOf(draft(1, { analyst: signature, givenUp }))).toBe('given up')
  })

  test('the last locked one is the newest of them, in any order', () => {
    const locked = (number: number) => draft(number, { analyst: signature, lead: signature })
    expect(lastLocked([locked(1), draft(3), locked(2)])?.number).toBe(2)
    expect(lastLocked([draft(1), draft(2, { givenUp })])).toBeNull()
    expect(openOne([locked(2), draft(3)])?.number).toBe(3)
    expect(openOne([locked(2), draft(3, { givenUp })])).toBeNull()
  })
})

describe('on Home', () => {
  const analyst: Reader = {
    personId: 'p',
    borough: { id: 'b', name: 'Alder' },
    mayMake: true,
    mayLock: false,
    maySet: false,
  }
  const lead: Reader = { ...analyst, personId: 'lead', mayMake: false, mayLock: true }
  const texts = (reader: Reader, versions: readonly VersionLine[], since = 0, all = 3) =>
    linesFor({ reader, versions, files: { all, since } }).map(({ text }) => text)

  test('the analyst is asked to compute what has come in, and to sign a draft', () => {
    expect(texts(analyst, [], 2)).toEqual(['2 files have come in since change data was last computed'])
    expect(texts(analyst, [], 0)).toEqual([])
    expect(texts(analyst, [draft(1)], 2)).toEqual(['Version 1 of the change data waits for you to sign it'])
    expect(texts(analyst, [draft(1, { analyst: signature })], 2)).toEqual([
      'Version 1 of the change data waits for the lead to sign it',
    ])
  })

  test('the lead is asked for a signature once the analyst has signed, and not before', () => {
    expect(texts(lead, [draft(1)], 1)).toEqual([])
    expect(texts(lead, [draft(1, { analyst: signature })])).toEqual([
      'Version 1 of the change data waits for your signature',
    ])
    expect(texts(lead, [draft(1, { analyst: signature, lead: signature })])).toEqual([])
  })

  test('the analyst is told what the lead sent back, and not what they gave up themselves', () => {
    expect(
      texts(analyst, [draft(3, { analyst: signature, lead: signature }), draft(2, { analyst: signature, givenUp })]),
    ).toEqual([])
    expect(texts(analyst, [draft(2, { analyst: signature, givenUp })])).toEqual([
      'Version 2 of the change data was sent back',
    ])
  })

  test('after giving a version up the analyst is told that figures can be computed, also where no file has come since', () => {
    const own = { givenUp: { ...givenUp, by } }
    const again = 'Version 2 of the change data was given up: figures can be computed again'
    expect(texts(analyst, [draft(2, { analyst: signature, ...own })])).toEqual([again])
    expect(texts(analyst, [draft(2, own), draft(1, { analyst: signature, lead: signature })])).toEqual([again])
    expect(texts(analyst, [draft(2, { givenUp })])).toEqual([again])
    expect(texts(analyst, [draft(2, own)], 1)).toEqual(['1 file has come in since change data was last computed'])
    // Without a file that counts there is nothing to compute.
    expect(texts(analyst, [draft(2, own)], 0, 0)).toEqual([])
    expect(texts(lead, [draft(2, own)])).toEqual([])
  })
})

test('Quarters and twelve months are said in months', () => {
  expect(quarterWords('2024-Q1')).toBe('April to June 2024')
  expect(quarterWords('2024-Q4')).toBe('January to March 2025')
  expect(yearWords('2024-Q1')).toBe('July 2023 to June 2024')
  expect(yearWords('2024-Q3')).toBe('January to December 2024')
  expect(financialYearOf('2024-Q4')).toBe('2024-25')
  expect(financialYearOf('1999-Q4')).toBe('1999-00')
})

describe('differences from another version', () => {
  const counted = (events: number, more: Partial<Figure> = {}): Figure =>
    ({
      status: 'counted',
      events,
      children: events,
      unknown: 0,
      base: 40,
      mature: true,
      matureFrom: null,
      ...more,
    }) as Figure // one of its two shapes
  const none = (reason: 'no-file' | 'partly-covered'): Figure => ({
    status: 'not-computable',
    why: { reason, source: 'cin' },
  })
  const figures = (quarters: Readonly<Record<QuarterName, Figure>>): Figures => ({
    definition: 'v1',
    covered: { cin: [], ssda903: [], annexA: [], flags: [] },
    quarters: Object.entries(quarters).map(([quarter, referrals]) => ({
      quarter: quarter as QuarterName, // the keys that it was made with
      care: null,
      measures: {
        ...(Object.fromEntries(
          [...measures, ...furtherMeasures].map((name) => [name, none('no-file')]),
        ) as Figures['quarters'][number]['measures']), // every name
        referrals,
      },
    })),
    years: [],
    flags: null,
    coding: null,
  })
  const found = (before: Figures, now: Figures) =>
    differences(before, now).map(({ quarter, measure, before: a, now: b }) => [
      quarter,
      measure,
      a?.status ?? null,
      b?.status ?? null,
    ])

  test('are numbers, children, unknowns or bases that are others', () => {
    const before = figures({ '2024-Q1': counted(10) })
    expect(found(before, figures({ '2024-Q1': counted(10) }))).toEqual([])
    for (const now of [
      counted(11),
      counted(10, { children: 9 }),
      counted(10, { unknown: 1 }),
      counted(10, { base: 41 }),
    ])
      expect(found(before, figures({ '2024-Q1': now }))).toEqual([['2024-Q1', 'referrals', 'counted', 'counted']])
  })

  test('are numbers that came or went, with their quarter or without, and never nothing instead of nothing', () => {
    const before = figures({ '2024-Q1': counted(10), '2024-Q2': none('no-file') })
    const now = figures({ '2024-Q2': none('partly-covered'), '2024-Q3': counted(0) })
    expect(found(before, now)).toEqual([
      ['2024-Q1', 'referrals', 'counted', null],
      ['2024-Q3', 'referrals', null, 'counted'],
    ])
  })
})
