import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { type Action, balanceInWords, balanceOf, isOpen, isOverdue, owners, type Status, statusKeys } from './plan.ts'

const darren = { individualId: 'd', name: 'Darren Ashworth' }
const gary = { individualId: 'g', name: 'Gary Ashworth' }
const leanne = { individualId: 'l', name: 'Leanne Price' }
const people = { perpetrators: [darren], survivors: [leanne] }
const nameOf = (id: string) => `Somebody ${id}`

type Counted = Pick<Action, 'owner' | 'individualId' | 'kind' | 'status'>
const asks = (owner: Action['owner'], kind: Action['kind'], status: Status = 'open', id?: string): Counted => ({
  owner,
  kind,
  status,
  individualId: id ?? (owner === 'perpetrator' ? 'd' : owner === 'survivor' ? 'l' : null),
})
const his = asks('perpetrator', 'change')
const hers = asks('survivor', 'task')
const said = (
  actions: readonly Counted[],
  of: {
    perpetrators: { individualId: string; name: string }[]
    survivors: { individualId: string; name: string }[]
  } = people,
) => balanceInWords(balanceOf(actions, of, nameOf))

describe('The balance of a plan in words', () => {
  test('no plan is no balance of nothing', () => {
    expect(balanceOf([], people, nameOf)).toEqual({ kind: 'no plan' })
    expect(said([])).toBe('There is no plan yet.')
  })

  test('says of whom change is asked', () => {
    expect(said([his, his, his, his, hers])).toBe(
      '4 of 5 changes in this plan are asked of Darren Ashworth; 1 of Leanne Price.',
    )
    expect(said([his])).toBe('1 of 1 change in this plan is asked of Darren Ashworth.')
  })

  test('says plainly where nothing is asked of the perpetrator', () => {
    expect(said([hers, hers])).toBe('This plan asks no change of Darren Ashworth. It asks 2 of Leanne Price.')
    expect(said([asks('worker', 'task'), asks('agency', 'task'), asks('agency', 'task')])).toBe(
      'This plan asks no change of Darren Ashworth. It has 1 action for workers and 2 actions for other agencies.',
    )
  })

  test('an appointment is no change, and what was met counts no more', () => {
    expect(said([asks('perpetrator', 'task')])).toBe(
      'This plan asks no change of Darren Ashworth. It has 1 task that is no change of behaviour.',
    )
    expect(said([asks('perpetrator', 'change', 'met'), hers])).toBe(
      'This plan asks no change of Darren Ashworth. It asks 1 of Leanne Price.',
    )
    expect(said([asks('perpetrator', 'change', 'met')])).toContain('Nothing in this plan is open')
    expect(said([asks('perpetrator', 'change', 'not met')])).toContain('1 of 1 change')
  })

  test('names each of several perpetrators, those of whom nothing is asked too', () => {
    const two = { perpetrators: [darren, gary], survivors: [leanne] }
    expect(said([his, hers], two)).toBe(
      '1 of 2 changes in this plan is asked of Darren Ashworth; 1 of Leanne Price. No change is asked of Gary Ashworth.',
    )
    expect(said([his, his, asks('perpetrator', 'change', 'open', 'g'), hers], two)).toBe(
      '3 of 4 changes in this plan are asked of Darren Ashworth and Gary Ashworth (Darren Ashworth 2, Gary Ashworth 1); 1 of Leanne Price.',
    )
    expect(said([hers], two)).toContain('asks no change of Darren Ashworth and Gary Ashworth.')
  })

  test('knows a family without a perpetrator, and names who has left and is still asked', () => {
    expect(said([hers], { perpetrators: [], survivors: [leanne] })).toBe(
      'This plan asks no change of a perpetrator: none is recorded in this family. It asks 1 of Leanne Price.',
    )
    expect(said([asks('perpetrator', 'change', 'open', 'x')])).toContain('asked of Somebody x.')
  })
})

test('The balance adds up, whatever the plan: only what is open counts, a victim-survivor’s all, a perpetrator’s changes alone', () => {
  const action = fc.record({
    owner: fc.constantFrom(...owners),
    kind: fc.constantFrom('change' as const, 'task' as const),
    status: fc.constantFrom(...statusKeys),
  })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (drawn) => {
      const actions = drawn.map(({ owner, kind, status }) => asks(owner, kind, status))
      const balance = balanceOf(actions, people, nameOf)
      const open = actions.filter(({ status }) => ['open', 'partly met', 'not met'].includes(status))
      if (balance.kind !== 'plan') {
        expect(open).toEqual([])
        expect(balance.kind).toBe(actions.length === 0 ? 'no plan' : 'nothing open')
        return
      }
      const count = (owner: string, kinds: string[]) =>
        open.filter((each) => each.owner === owner && kinds.includes(each.kind)).length
      expect(balance.ofPerpetrators).toBe(count('perpetrator', ['change']))
      expect(balance.changes - balance.ofPerpetrators).toBe(count('survivor', ['change', 'task']))
      expect(balance.changes + balance.tasks + balance.worker + balance.agency).toBe(open.length)
      expect(balance.ofPerpetrators === 0).toBe(balanceInWords(balance).startsWith('This plan asks no change of'))
    }),
    { numRuns: 500 },
  )
})

test('An action is overdue on the day after its date, while it is still to be met', () => {
  const dueOn = localDate('2026-03-03')
  expect(isOverdue({ status: 'open', dueOn }, localDate('2026-03-03'))).toBe(false)
  expect(isOverdue({ status: 'not met', dueOn }, localDate('2026-03-04'))).toBe(true)
  expect(isOverdue({ status: 'met', dueOn }, localDate('2026-03-04'))).toBe(false)
  expect(statusKeys.filter((status) => isOpen({ status }))).toEqual(['open', 'partly met', 'not met'])
})
