import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import type { Measure } from '../definition/measure.ts'
import { type BoroughRelease, figureIn, outcomeIn, type ReleasedCell, totalsOf, windowsOf } from './released.ts'

const [march, june] = [localDate('2024-04-01'), localDate('2024-07-01')]

type Cell = readonly [Measure, ReleasedCell['status'], number | null, ReleasedCell['mature']?]

const release = (name: string, cells: readonly Cell[], ends = [march]): BoroughRelease => ({
  borough: { id: name, name },
  releasedAt: new Date('2024-08-01'),
  highestWithheld: 5,
  coversFrom: localDate('2023-04-01'),
  coversTo: march,
  leftAt: null,
  cells: ends.flatMap((end) =>
    cells.map(([measure, status, events, mature = true]) => ({ measure, ends: end, status, events, mature })),
  ),
})

describe('a figure of a release', () => {
  test('has a share only where both its numbers were released', () => {
    const both = release('Alder', [
      ['c_new_cp_plan_dv', 'shown', 9],
      ['cp_plan_starts', 'shown', 30],
    ])
    expect(figureIn(both, 'c_new_cp_plan_dv', march).share?.value).toBeCloseTo(0.3)
    for (const cells of [
      [
        ['c_new_cp_plan_dv', 'withheld', null],
        ['cp_plan_starts', 'shown', 30],
      ],
      [
        ['c_new_cp_plan_dv', 'shown', 9],
        ['cp_plan_starts', 'withheld', null],
      ],
      [
        ['c_new_cp_plan_dv', 'shown', 0],
        ['cp_plan_starts', 'shown', 0],
      ],
      // Flags of referrals that the census does not hold: no part of the base.
      [
        ['c_new_cp_plan_dv', 'shown', 31],
        ['cp_plan_starts', 'shown', 30],
      ],
    ] as const satisfies Cell[][])
      expect(figureIn(release('Alder', cells), 'c_new_cp_plan_dv', march).share).toBeNull()
  })

  test('says of what never leaves that it is not released, and of a plain number that it has no base', () => {
    const one = release('Alder', [
      ['b_new_dv_after_assessment', 'shown', 20],
      ['referrals', 'shown', 90],
    ])
    const found = figureIn(one, 'b_new_dv_after_assessment', march)
    expect([found.unknown, found.share]).toEqual([{ kind: 'not released' }, null])
    expect(figureIn(one, 'referrals', march).base).toEqual({ kind: 'does not apply' })
  })

  test('adds up what is not known only of released numbers, and says where there may be more', () => {
    const parts = (status: ReleasedCell['status'], events: number | null): Cell[] => [
      ['d_taken_into_care_dv', 'shown', 12],
      ['d_unknown', 'shown', 7],
      ['d_not_in_cin', status, events],
      ['a_new_dv_at_referral', 'shown', 40],
      ['a_unknown', 'shown', 6],
    ]
    const known = release('Alder', parts('shown', 8))
    expect(figureIn(known, 'd_taken_into_care_dv', march).unknown).toEqual({ kind: 'number', value: 15 })
    expect(figureIn(known, 'a_new_dv_at_referral', march).unknown).toEqual({ kind: 'number', value: 6, atLeast: true })
    const withheld = release('Alder', parts('withheld', null))
    expect(figureIn(withheld, 'd_taken_into_care_dv', march).unknown).toEqual({ kind: 'withheld' })
  })

  test('matures only where something was counted', () => {
    const one = release('Alder', [
      ['c_new_cp_plan_dv', 'shown', 9, false],
      ['d_taken_into_care_dv', 'not computable', null],
    ])
    expect(figureIn(one, 'c_new_cp_plan_dv', march).maturing).toBe(true)
    expect(figureIn(one, 'd_taken_into_care_dv', march).maturing).toBeNull()
    expect(outcomeIn(one, 'referrals', march)).toEqual({ kind: 'not computable' })
  })
})

describe('boroughs together', () => {
  const of = (name: string, status: ReleasedCell['status'], events: number | null, ends = [march]) =>
    release(name, [['referrals', status, events]], ends)

  test('are a sum to the nearest 10 where every one of them is shown', () => {
    const totals = totalsOf([of('Alder', 'shown', 101), of('Birch', 'shown', 13)])
    expect(totals?.of('referrals')).toEqual({ kind: 'sum', rounded: 110, maturing: false })
  })

  test('have no total as soon as one of them is withheld, whatever the others are', () => {
    const all = [of('Alder', 'shown', 101), of('Birch', 'not collected', null), of('Cedar', 'withheld', null)]
    expect(totalsOf(all)?.of('referrals')).toEqual({ kind: 'none', because: 'withheld' })
    expect(totalsOf(all.slice(0, 2))?.of('referrals')).toEqual({ kind: 'none', because: 'not collected' })
    expect(totalsOf(all)?.of('care_starts')).toEqual({ kind: 'none', because: 'not computable' })
  })

  test('are added up for the latest twelve months that all of them have, and not at all where there are none', () => {
    const [alder, birch] = [of('Alder', 'shown', 20, [march, june]), of('Birch', 'shown', 30)]
    expect(windowsOf(alder)).toEqual([march, june])
    expect(totalsOf([alder, birch])?.ends).toBe(march)
    expect(totalsOf([alder, of('Birch', 'shown', 30, [june])])?.ends).toBe(june)
    expect(totalsOf([of('Alder', 'shown', 20), of('Birch', 'shown', 30, [june])])).toBeNull()
    expect(totalsOf([alder])).toBeNull()
  })
})
