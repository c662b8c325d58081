import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import type { Attempt } from '../attempts/attempts.ts'
import type { Family, Part } from '../family.ts'
import type { Action } from '../plan/plan.ts'
import { type CaseFacts, type Entry, factsInWords } from './facts.ts'

const member = (individualId: string, name: string, part: Part) => ({
  ...{ individualId, name, part, birthOn: null, expectedOn: null, gender: '', involvement: '', leftOn: null },
})
const family: Family = {
  ...{
    id: 'f',
    authorityId: 'a',
    reference: 'F-TEST2345',
    name: 'Khan',
    teamId: null,
    team: null,
    cmsId: '',
    cmsUrl: null,
  },
  ...{ legalStatus: '', communicationNeeds: '', openedOn: localDate('2026-01-05'), closedOn: null, closeReason: '' },
  ...{
    engagedOn: null,
    engagementDue: localDate('2026-02-02'),
    goals: 0,
    efforts: 0,
    formSince: localDate('2026-02-01'),
  },
  ...{ unansweredSince: null, version: 1, sealed: false, workers: [] },
  people: [
    member('c', 'Mia', 'child'),
    member('p', 'Amir Khan', 'perpetrator'),
    member('s', 'Sana Khan', 'victim_survivor'),
  ],
}
const nothing: CaseFacts = {
  ...{ family, today: localDate('2026-03-09'), lastOn: null, entries: [], efforts: [], attempts: [], safetyPlans: [] },
  ...{ completedForms: [], balance: { kind: 'no plan' }, actions: [], referrals: [] },
}
const entry = (recordedOn: string, starts: string | null, knownTo = 'day', what = 'Took her keys'): Entry => ({
  ...{ perpetratorId: 'p', what, knownTo, harms: [{ individualId: 'c', how: 'Missed school' }] },
  starts: starts === null ? null : localDate(starts),
  recordedOn: localDate(recordedOn),
})
const attempt = (onDate: string, result: Attempt['result']): Attempt => ({
  ...{ id: 'e', perpetratorId: 'p', atTime: '', how: 'telephone', spokeAbout: [], what: '', next: '', nextOn: null },
  ...{ madeBy: 'w', madeByName: 'Robin', withdrawn: false, withdrawnWhy: '', version: 1, result },
  onDate: localDate(onDate),
})

describe('What the record says, for supervision', () => {
  test('of a family of which nothing is recorded names each gap', () => {
    const said = factsInWords(nothing)
    expect(said.pattern).toEqual(['No entries of the pattern recorded since the record was opened, 0 in all.'])
    expect(said.impact).toEqual(['Mia: no entry of the pattern says how it harmed Mia.'])
    expect(said.partnering).toEqual([
      'Sana Khan: no protective efforts recorded since the record was opened, 0 in all.',
    ])
    expect(said.engagement).toEqual([
      'Amir Khan, since the record was opened: No attempt to engage is recorded.',
      'No attempt to engage for 28 days: one was due by 2 February 2026.',
      'There is no plan yet.',
      'No engagement form is completed.',
      'An engagement form begun on 1 February 2026 is half done.',
    ])
    expect(said.safety).toEqual(['No plan for safe contact with Amir Khan is recorded.'])
    expect(said.decisions).toEqual([
      'No action of the plan is overdue.',
      'The plan has no change of behaviour that is still to be met.',
      'No protective effort is recorded.',
    ])
  })

  test('tells what is new since the last time from what was there, with that day itself', () => {
    const lastOn = localDate('2026-02-10')
    const said = factsInWords({
      ...nothing,
      lastOn,
      entries: [
        entry('2026-02-09', '2025-12-01'),
        entry('2026-02-10', '2025-11-01', 'month'),
        entry('2026-03-01', null, 'not known'),
      ],
      efforts: [
        { survivorId: 's', what: 'Took Mia to her aunt', acknowledgedOn: null, recordedOn: localDate('2026-02-20') },
        { survivorId: 's', what: 'Old', acknowledgedOn: localDate('2026-01-09'), recordedOn: localDate('2026-01-08') },
      ],
      attempts: [attempt('2026-02-09', 'spoke'), attempt('2026-02-12', 'not safe to go on')],
    })
    expect(said.pattern).toEqual([
      'Two entries of the pattern recorded since 10 February 2026, 3 in all.',
      'November 2025, Amir Khan: Took her keys',
      'When is not known, Amir Khan: Took her keys',
    ])
    expect(said.impact).toEqual([
      'Mia: harmed in 2 of the entries recorded since 10 February 2026, 3 in all. Missed school; Missed school',
    ])
    expect(said.partnering).toEqual([
      'Sana Khan: one protective effort recorded since 10 February 2026, 2 in all. Not acknowledged to Sana Khan yet: 1 of 2.',
      'Took Mia to her aunt',
    ])
    expect(said.engagement[0]).toBe('Amir Khan, since 10 February 2026: One attempt: a call; not spoken to yet.')
    expect(said.safety.at(-1)).toBe('It was not safe to go on when contact was tried on 12 February 2026.')
  })

  test('says what is overdue, and cuts what is long', () => {
    const action: Action = {
      ...{ id: 'x', number: 3, individualId: 'p', agency: '', what: 'y'.repeat(400), measure: 'm' },
      ...{ dueOn: localDate('2026-03-01'), whySurvivor: '', shareable: false, supervisionId: null, version: 1 },
      owner: 'perpetrator',
      kind: 'change',
      status: 'open',
      reviews: [],
    }
    const said = factsInWords({ ...nothing, actions: [action] })
    expect(said.decisions[0]).toBe(`Action 3 is overdue since 1 March 2026: ${'y'.repeat(299)}…`)
    expect(factsInWords({ ...nothing, actions: [{ ...action, status: 'met' }] }).decisions[0]).toBe(
      'No action of the plan is overdue.',
    )
  })
})
