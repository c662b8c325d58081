import { describe, expect, test } from 'vitest'
import vectors from '#platform/statistics/vectors.json' with { type: 'json' }
import { funnelVerdict } from './funnel-verdict.ts'

/** Units of a base whose counts leave the middle by one after the other of these. */
const units = (length: number, n: number, offsets: readonly number[] = [0, 4, -4, 7, -7]) =>
  Array.from({ length }, (_, index) => ({ count: n / 2 + (offsets[index % offsets.length] ?? 0), n }))

describe('a funnel', () => {
  test('is for many units: six boroughs are compared each with itself', () => {
    expect(funnelVerdict(units(6, 1000), 'boroughs')).toEqual({
      valid: false,
      because: 'too few',
      phi: null,
      words: 'Six boroughs are too few for a funnel: each is compared with itself',
    })
    expect(funnelVerdict(units(14, 100), 'teams').because).toBe('too few')
    expect(funnelVerdict([], 'boroughs').words).toBe(
      'No boroughs are too few for a funnel: each is compared with itself',
    )
  })

  test('may be shown of fifteen with large bases that differ by chance', () => {
    const verdict = funnelVerdict(units(15, 100), 'teams')
    expect(verdict).toMatchObject({ valid: true, because: 'fits' })
    expect(verdict.phi).toBeLessThan(2)
    expect(verdict.words).toMatch(/^15 teams with a large enough base/)
  })

  test('counts only units whose base is large enough for either answer', () => {
    const mixed = [...units(14, 100), ...units(4, 6, [0])]
    expect(funnelVerdict(mixed, 'teams')).toMatchObject({
      valid: false,
      because: 'bases too small',
      words: '14 of 18 teams have a base that is large enough, and a funnel needs 15',
    })
    const rare = Array.from({ length: 20 }, (_, index) => ({ count: index % 2, n: 90 }))
    expect(funnelVerdict(rare, 'teams').because).toBe('bases too small')
    expect(funnelVerdict([...units(15, 100), { count: 0, n: 0 }], 'teams').valid).toBe(true)
  })

  test('is refused where units differ far beyond chance', () => {
    const apart = funnelVerdict(units(16, 400, [100, -100]), 'teams')
    expect(apart).toMatchObject({ valid: false, because: 'differ beyond chance' })
    expect(apart.phi).toBeCloseTo(100, 6)
    // Three copies of the published table's five: enough of them, and 17 times what chance makes.
    const five = Object.values(vectors.report2023.table6).map(([, , n = 0, count = 0]) => ({ count, n }))
    const verdict = funnelVerdict([...five, ...five, ...five, ...five], 'boroughs')
    expect(verdict.valid).toBe(false)
  })

  test('says so where nothing differs, and refuses what is no share', () => {
    const none = Array.from({ length: 15 }, () => ({ count: 0, n: 50 }))
    expect(funnelVerdict(none, 'teams').because).toBe('nothing varies')
    expect(() => funnelVerdict([{ count: 6, n: 5 }], 'teams')).toThrow(RangeError)
  })
})
