import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { directionOf } from './direction.ts'
import { counts, firstQuarter, known, shares, steady } from './fixtures/lines.ts'
import type { Line } from './series.ts'

const only = (line: Line, options = {}) => {
  const { segments } = directionOf(line, [], options)
  expect(segments).toHaveLength(1)
  const [segment] = segments
  if (segment === undefined) throw new Error('a line with points has a stretch')
  return segment
}
const rules = (line: Line) => only(line).findings.map(({ rule, side, points }) => `${rule} ${side} ${points.join()}`)

describe('limits', () => {
  test('are none below six points, on trial below twelve, and whole from twelve', () => {
    expect(only(counts(...steady.slice(0, 5)))).toMatchObject({ stage: 'dots', limits: null, findings: [], counted: 5 })
    expect(only(counts(...steady.slice(0, 6)))).toMatchObject({ stage: 'trial', counted: 6, limits: { mean: 20 } })
    expect(only(counts(...steady.slice(0, 11))).stage).toBe('trial')
    expect(only(counts(...steady))).toMatchObject({ stage: 'full', counted: 12 })
  })

  test('below six points a wild one is no sign', () => {
    expect(rules(counts(20, 20, 21, 20, 900))).toEqual([])
  })

  test('are made from the first twelve points only: what comes after is held against them', () => {
    const { limits } = only(counts(...steady, 60, 61, 59))
    expect(limits?.mean).toBe(20)
    expect(limits?.lower).toBeCloseTo(20 - 2.66 * 2, 9)
    expect(limits?.upper).toBeCloseTo(20 + 2.66 * 2, 9)
  })

  test('count twelve points that have a number: a gap is none of them, and no step', () => {
    const { limits, counted } = only(counts(...steady.slice(0, 6), 'gap', 'gap', ...steady.slice(6, 10), 32, 32, 60))
    expect(limits?.mean).toBeCloseTo(22, 9)
    expect(counted).toBe(13)
  })

  test('leave out what is not complete yet, and see no sign in it', () => {
    const segment = only(counts(...steady, 'open'))
    expect(segment).toMatchObject({ counted: 12, findings: [] })
    expect(segment.limits?.mean).toBe(20)
  })

  test('are not drawn where no value can lie', () => {
    expect(only(counts(2, 9, 1, 8, 2, 9)).limits?.lower).toBeNull()
    const high = Array.from({ length: 6 }, (_, index) => [index % 2 === 0 ? 40 : 32, 40] as const)
    const { limits } = only(shares(...high))
    expect(limits?.mean).toBeCloseTo(90, 9)
    expect(limits?.upper).toBeNull()
    expect(limits?.lower).toBeCloseTo(90 - 2.66 * 20, 9)
  })

  test('leave the wildest steps out where that is asked', () => {
    const line = counts(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1)
    const [plain, screened] = [only(line).limits?.upper ?? 0, only(line, { screen: true }).limits?.upper ?? 0]
    expect(screened).toBeLessThan(plain)
  })

  test('are none where all points are alike, none follows another, or hardly anything is counted', () => {
    expect(only(counts(5, 5, 5, 5, 5, 5, 9))).toMatchObject({ noLimits: null })
    expect(only(counts(5, 5, 5, 5, 5, 5))).toMatchObject({ noLimits: 'all alike', limits: null })
    expect(only(counts(...Array.from({ length: 12 }, () => 5), 9))).toMatchObject({
      noLimits: 'all alike',
      findings: [],
    })
    const broken = [5, 'gap', 7, 'gap', 5, 'gap', 7, 'gap', 5, 'gap', 9] as const
    expect(only(counts(...broken))).toMatchObject({ noLimits: 'too broken' })
    expect(only(counts(1, 0, 2, 1, 0, 9))).toMatchObject({ noLimits: null })
    expect(only(counts(1, 0, 2, 1, 0, 5))).toMatchObject({ noLimits: 'too rare', findings: [] })
    const rare = Array.from({ length: 6 }, (_, index) => [index % 2, 30] as const)
    expect(only(shares(...rare))).toMatchObject({ noLimits: 'too rare' })
  })
})

describe('signs', () => {
  test('come from the four rules', () => {
    expect(rules(counts(...steady, 26))).toEqual(['outside limits high 12'])
    expect(rules(counts(...steady, 14))).toEqual(['outside limits low 12'])
    expect(rules(counts(...steady, 25, 20, 25))).toEqual(['two of three near a limit high 12,14'])
    // The last point of the twelve is above the mean too.
    expect(rules(counts(...steady, 21, 21, 21, 21, 21, 21))).toEqual(['seven on one side high 11,12,13,14,15,16,17'])
    expect(rules(counts(...steady.slice(0, 11), 15, 16, 17, 18, 19, 20, 21))).toContain(
      'seven rising or falling high 11,12,13,14,15,16,17',
    )
  })

  test('of one kind that run on are one', () => {
    expect(rules(counts(...steady, 30, 31, 32))).toEqual(['outside limits high 12,13,14'])
    expect(rules(counts(...steady, 30, 20, 32))).toEqual(['outside limits high 12', 'outside limits high 14'])
    expect(rules(counts(...steady, 30, 5))).toEqual(['outside limits high 12', 'outside limits low 13'])
    const nine = [21, 22, 21, 22, 21, 22, 21, 22, 21] as const
    expect(rules(counts(...steady, ...nine))).toEqual(['seven on one side high 11,12,13,14,15,16,17,18,19,20'])
  })

  test('speak for the first rule that a point shows, and are not told twice', () => {
    // All eight lie above the mean as well, but each is outside the limits.
    expect(rules(counts(...steady.slice(0, 11), 19, 30, 31, 30, 31, 30, 31, 30, 31))).toEqual([
      'outside limits high 12,13,14,15,16,17,18,19',
    ])
    expect(rules(counts(...steady.slice(0, 11), 19, 22, 22, 22, 22, 22, 22, 30))).toEqual([
      'outside limits high 18',
      'seven on one side high 12,13,14,15,16,17,18',
    ])
  })

  test('are broken by a quarter without a number, also by one that the figures leave out', () => {
    expect(rules(counts(...steady, 21, 22, 21, 'gap', 22, 21, 22))).toEqual([])
    const line = counts(...steady, 21, 22, 21, 0, 22, 21, 22)
    const leftOut = { ...line, points: line.points.filter((_, index) => index !== 15) }
    expect(rules(leftOut)).toEqual([])
    expect(directionOf(leftOut, []).points).toHaveLength(19)
    expect(directionOf(leftOut, []).points[15]?.known.kind).toBe('not computable')
  })

  test('do not depend on the order in which quarters come', () => {
    const line = counts(...steady, 30, 12)
    expect(directionOf({ ...line, points: line.points.toReversed() }, [])).toEqual(directionOf(line, []))
  })
})

describe('a new baseline', () => {
  const line = counts(...steady, ...steady.map((value) => value + 20))
  const on = (day: string, reason = 'A new form') => ({ on: localDate(day), reason })

  test('begins a stretch with limits of its own, and no run crosses it', () => {
    const { segments } = directionOf(line, [on('2025-04-01')])
    expect(segments).toMatchObject([
      { from: 0, to: 12, baseline: null, limits: { mean: 20 }, findings: [] },
      { from: 12, to: 24, baseline: { reason: 'A new form' }, limits: { mean: 40 }, findings: [] },
    ])
    expect(directionOf(line, []).segments[0]?.findings).not.toEqual([])
  })

  test('starts its count of points anew', () => {
    const { segments } = directionOf(line, [on('2027-07-01')])
    expect(segments[1]).toMatchObject({ from: 21, counted: 3, stage: 'dots', limits: null })
  })

  test('on a day within a quarter begins with the next, outside the line with none, twice in a quarter once', () => {
    expect(directionOf(line, [on('2025-04-02')]).segments.map(({ from }) => from)).toEqual([0, 13])
    const outside = directionOf(line, [on('2022-04-01'), on('2019-04-01'), on('2040-04-01')]).segments
    expect(outside.map(({ baseline }) => baseline)).toEqual([null])
    const twice = directionOf(line, [on('2025-04-01', 'first'), on('2025-04-01', 'second')]).segments
    expect(twice.map(({ baseline }) => baseline?.reason)).toEqual([undefined, 'second'])
  })

  test('finds its signs at their places in the whole line', () => {
    const rising = counts(...steady, ...steady.map((value) => value + 20), 60)
    expect(directionOf(rising, [on('2025-04-01')]).segments[1]?.findings).toMatchObject([{ points: [24] }])
  })
})

test('a line without points shows nothing', () => {
  expect(directionOf({ kind: 'count', points: [] }, [])).toEqual({ kind: 'count', points: [], segments: [] })
})

describe('chance', () => {
  // A generator of our own, so that the count is the same on every run.
  const chances = (seed: number) => {
    let state = seed
    return (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
  }
  const countAbout = (mean: number, next: () => number): number => {
    const end = Math.exp(-mean)
    let [found, product] = [0, next()]
    for (; product > end; product *= next()) found += 1
    return found
  }
  const shareWithSign = (quarters: number, mean: number): number => {
    const next = chances(quarters * 1000 + mean)
    const lines = 1500
    let signs = 0
    for (let line = 0; line < lines; line += 1) {
      const points = Array.from({ length: quarters }, (_, index) => ({
        quarter: firstQuarter + index,
        known: known(countAbout(mean, next)),
      }))
      if (directionOf({ kind: 'count', points }, []).segments.some(({ findings }) => findings.length > 0)) signs += 1
    }
    return signs / lines
  }

  test('makes as many signs on lines where nothing changes as the page says: 1 in 20, 1 in 7, 1 in 3', () => {
    expect(Math.abs(shareWithSign(12, 30) - 1 / 20)).toBeLessThan(0.02)
    expect(Math.abs(shareWithSign(16, 30) - 1 / 7)).toBeLessThan(0.03)
    expect(Math.abs(shareWithSign(24, 30) - 1 / 3)).toBeLessThan(0.04)
  })

  test('makes no sign at all of what is counted once in two quarters', () => {
    expect(shareWithSign(12, 0.5)).toBeLessThan(0.002)
  })
})
