import { expect, test } from 'vitest'
import { outcomesOf, outcomesOfAll } from './outcomes.ts'

const lines = [
  { programme: 'FADA', measure: 'referrals', n: 13 },
  { programme: 'FADA', measure: 'accepted', n: 13 },
  { programme: 'FADA', measure: 'unsuitable', n: 2 },
  { programme: 'FADA', measure: 'declined', n: 0 },
  { programme: 'PIPA', measure: 'referrals', n: 0 },
]

test('Every step is counted of all referrals to the programme, and steps that nobody took are left out', () => {
  const [fada, pipa] = outcomesOf(lines)
  expect([fada?.referrals, fada?.accepted.n, fada?.suitable.n]).toEqual([13, 13, 0])
  expect(fada?.others).toEqual([{ step: 'unsuitable', n: 2 }])
  expect(fada?.accepted.interval?.high).toBe(1)
  expect(pipa?.accepted.interval).toBeNull()
})

test('All programmes together are the sum of each', () => {
  const all = outcomesOfAll([
    ...lines,
    { programme: 'PIPA', measure: 'accepted', n: 0 },
    { programme: 'CIFA', measure: 'referrals', n: 3 },
  ])
  expect([all.referrals, all.accepted.n]).toEqual([16, 13])
})
