import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { currentSegment, directionOf } from './direction.ts'
import { counts, shares, steady } from './fixtures/lines.ts'
import type { Line } from './series.ts'
import { findingWords, verdictOf } from './verdict.ts'

const said = (line: Line) => {
  const direction = directionOf(line, [])
  const segment = currentSegment(direction)
  if (segment === null) throw new Error('a line with points has a stretch')
  return verdictOf(direction, segment)
}

describe('what is said of a line', () => {
  test.each([
    [counts('gap', 'open'), 'nothing yet', 'No quarter can be counted yet'],
    [counts(3), 'too few', '1 quarter so far: too few to speak of a direction'],
    [counts(3, 9), 'too few', '2 quarters so far: too few to speak of a direction'],
    [counts(9, 1, 1, 1, 400), 'too few', '5 quarters so far: too few to speak of a direction'],
    [
      counts(...steady.slice(0, 6)),
      'no sign yet',
      'No sign of change yet',
      'Limits are on trial until there are 12 quarters; there are 6',
    ],
    [
      counts(20, 20, 21, 20, 20, 21, 20, 20, 21, 20, 40),
      'possible',
      'Possible change. More were recorded: 1 quarter above the upper limit, October 2024 to December 2024',
      'Limits are on trial until there are 12 quarters; there are 11',
    ],
    [counts(...steady), 'no sign', 'No sign of change in 12 quarters'],
    [
      counts(...steady, 30, 31),
      'sign',
      'More were recorded: 2 quarters in a row above the upper limit, April 2025 to September 2025',
    ],
    [
      counts(...steady, 5, 20, 20),
      'sign',
      'Fewer were recorded: 1 quarter below the lower limit, April 2025 to June 2025. No further sign since',
    ],
    [
      counts(...steady, 15, 20, 15),
      'sign',
      'Fewer were recorded: 2 quarters close to the lower limit, April 2025 to December 2025',
    ],
    [
      counts(...steady.slice(0, 11), 19, 18, 19, 18, 19, 18, 19, 18),
      'sign',
      'Fewer were recorded: 9 quarters in a row below the mean, October 2024 to December 2026',
    ],
    [
      counts(...steady.slice(0, 11), 15, 16, 17, 18, 19, 20, 21),
      'sign',
      'More were recorded: 7 quarters in a row, each higher than the one before, January 2025 to September 2026',
    ],
    [
      counts(5, 5, 5, 5, 5, 5),
      'no limits',
      'No direction can be told: the quarters that limits would be made from are all alike',
    ],
    [
      counts(0, 1, 0, 1, 0, 1),
      'no limits',
      'No direction can be told: fewer than 2 were counted in an average quarter, too few for limits',
    ],
  ] as [Line, string, string, string?][])(
    'line %# by how many of its points count',
    (line, kind, words, note: string | null = null) => {
      expect(said(line)).toEqual({ kind, words, note })
    },
  )

  test('of a share says that a larger or smaller share was recorded, and where it rests on few', () => {
    const base = steady.map((n) => [n, 100] as const)
    expect(said(shares(...base, [40, 100])).words).toBe(
      'A larger share was recorded: 1 quarter above the upper limit, April 2025 to June 2025',
    )
    expect(said(shares(...base, [8, 19])).words).toBe(
      'A larger share was recorded: 1 quarter above the upper limit, April 2025 to June 2025 (rests on fewer than 20 in at least one of these quarters)',
    )
    expect(said(shares(...base, [8, 20])).words).not.toContain('fewer than 20')
  })

  test('tells the latest sign, and keeps the others', () => {
    const direction = directionOf(counts(...steady, 40, 20, 20, 5), [])
    const segment = currentSegment(direction)
    expect(segment && verdictOf(direction, segment).words).toMatch(/^Fewer were recorded/)
    expect(segment?.findings.map((finding) => findingWords(direction, finding))).toHaveLength(2)
  })

  test('tells of two signs that reach the same quarter the one that comes first among the rules', () => {
    expect(said(counts(...steady.slice(0, 11), 19, 22, 22, 22, 22, 22, 22, 30)).words).toBe(
      'More were recorded: 1 quarter above the upper limit, October 2026 to December 2026',
    )
  })

  test('never calls it better or worse, nor an increase or a decrease', () => {
    const lines = [
      counts(...steady, 40),
      counts(...steady, 2),
      counts(1, 2),
      shares(...steady.map((n) => [n, 30] as const)),
    ]
    for (const line of lines)
      expect(said(line).words).not.toMatch(/increas|decreas|improv|better|worse|good|bad|success|progress/i)
  })

  test('says that a line is not collected only where none of its quarters is', () => {
    const uncollected = { quarter: 1, known: { kind: 'not collected' } } as const
    expect(said({ kind: 'count', points: [uncollected] }).words).toMatch(/^Not collected/)
    const [gap] = counts('gap').points
    expect(said({ kind: 'count', points: [uncollected, ...(gap ? [{ ...gap, quarter: 2 }] : [])] }).words).toBe(
      'No quarter can be counted yet',
    )
  })

  test('speaks of the stretch since a new baseline only', () => {
    const direction = directionOf(counts(...steady, 40, 41), [{ on: localDate('2025-04-01'), reason: 'x' }])
    const segment = currentSegment(direction)
    expect(segment && verdictOf(direction, segment).kind).toBe('too few')
  })
})
