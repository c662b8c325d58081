import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { planImport } from './import-plan.ts'
import type { StaffMember } from './staff.ts'
import { readStaffList } from './staff-list.ts'

const mash = { id: 'mash', name: 'MASH', closedOn: null }
const today = localDate('2026-03-01')
const member = (name: string, change: Partial<StaffMember> = {}): StaffMember => ({
  id: `id of ${name}`,
  name,
  jobRole: 'Social worker',
  teamId: null,
  team: null,
  starts: localDate('2020-01-01'),
  ends: null,
  version: 3,
  ...change,
})
const plan = (everybody: StaffMember[], ...lines: string[]) =>
  planImport(readStaffList(lines.join('\n'), [mash]), everybody, today)

test('A line adds, changes or leaves alone, and says what becomes what', () => {
  const { steps, problems, notNamed } = plan(
    [member('Anna Lee'), member('Ben Okoro'), member('Cas Roy'), member('Dan Gone', { ends: localDate('2026-01-01') })],
    'name,team,started',
    'anna lee,MASH,2020-01-01',
    'Ben Okoro,,2020-01-01',
    'Eve New,MASH,2026-02-01',
  )
  expect(problems).toEqual([])
  expect(steps).toEqual([
    {
      kind: 'change',
      line: 2,
      name: 'Anna Lee',
      id: 'id of Anna Lee',
      version: 3,
      after: { name: 'anna lee', jobRole: 'Social worker', teamId: 'mash', starts: '2020-01-01', ends: null },
      differences: [
        { what: 'name', from: 'Anna Lee', to: 'anna lee' },
        { what: 'team', from: 'none', to: 'MASH' },
      ],
    },
    { kind: 'same', line: 3, name: 'Ben Okoro' },
    {
      kind: 'add',
      line: 4,
      name: 'Eve New',
      team: 'MASH',
      after: { name: 'Eve New', jobRole: '', teamId: 'mash', starts: '2026-02-01', ends: null },
    },
  ])
  expect(notNamed).toBe(1)
})

test('Somebody who left and comes back is added anew', () => {
  const { steps } = plan([member('Anna Lee', { ends: localDate('2025-01-01') })], 'name,started', 'Anna Lee,2025-06-01')
  expect(steps.map(({ kind }) => kind)).toEqual(['add'])
})

test('Two people of one name cannot be told apart, and then nothing at all is planned', () => {
  const { steps, problems } = plan(
    [member('Anna Lee'), member('Anna Lee', { id: 'other' })],
    'name,started',
    'Eve New,2026-02-01',
    'Anna Lee,2020-01-01',
  )
  expect(steps).toEqual([])
  expect(problems).toEqual([
    { line: 3, column: 'name', says: '2 people on the staff list are called Anna Lee: change them by hand' },
  ])
})

test('A column that the list does not have keeps what is known, an empty cell empties it', () => {
  const anna = member('Anna Lee', { teamId: 'mash', team: 'MASH', ends: localDate('2026-07-01') })
  expect(plan([anna], 'name,started', 'Anna Lee,2020-01-01').steps).toEqual([
    { kind: 'same', line: 2, name: 'Anna Lee' },
  ])
  const [step] = plan([anna], 'name,started,team,left', 'Anna Lee,2020-01-01,,').steps
  expect(step).toMatchObject({
    after: { teamId: null, ends: null },
    differences: [
      { what: 'team', from: 'MASH', to: 'none' },
      { what: 'last day', from: '30 June 2026', to: 'none set' },
    ],
  })
})
