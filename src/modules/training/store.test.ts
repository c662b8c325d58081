import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { idOf, organisationId, partnershipId, personId } from '#test/world.ts'
import {
  attendedIn,
  countBlocks,
  listBlocks,
  readCompletions,
  readCourses,
  readOwnAttendance,
  readTraining,
  readTrainingByAuthority,
} from './store.ts'

let app: TestApp
const [first, second] = [idOf('block 1'), idOf('block 2')]
const everything = { partnershipId, during: null, courseId: null, attendedBy: null }

beforeAll(async () => {
  app = await testApp({
    routes: [],
    fill: async (operator) => {
      await operator.query(
        `insert into course (id, partnership_id, name, days, mode, offered_from, sort) values ($1, $2, 'Core', 4, 'live', '2021-08-01', 1)`,
        [idOf('core'), partnershipId],
      )
      await operator.query(
        `insert into block (id, partnership_id, course_id, number, starts, ends) values
          ($1, $3, $4, 1, '2022-05-01', '2022-05-05'), ($2, $3, $4, 2, '2023-03-01', '2023-03-05')`,
        [first, second, partnershipId, idOf('core')],
      )
      const attend = (block: string, authority: string | null, person: string | null) =>
        operator.query(
          `insert into attendance (partnership_id, block_id, authority_id, person_id, completed_on) values ($1, $2, $3, $4, '2022-05-04')`,
          [partnershipId, block, authority, person],
        )
      await attend(first, organisationId('Alder'), personId('practitioner@Alder'))
      await attend(first, organisationId('Birch'), personId('practitioner@Birch'))
      await attend(first, organisationId('Birch'), null)
      await attend(second, null, null)
    },
  })
})
afterAll(() => app?.close())

test('A borough counts its own people at a block, the training manager everybody', async () => {
  const ids = [first, second]
  const all = (who: Parameters<TestApp['read']>[0]) => app.read(who, (db) => attendedIn(db, ids, null))
  expect([...(await all('lead@Alder'))]).toEqual([[first, 1]])
  expect([...(await all('supervisor@Birch'))]).toEqual([[first, 2]])
  expect(Object.fromEntries(await all('training'))).toEqual({ [first]: 3, [second]: 1 })
  expect([...(await app.read('training', (db) => attendedIn(db, ids, organisationId('Alder'))))]).toEqual([[first, 1]])
})

test('Asking for another borough’s attendance finds nothing of it', async () => {
  const rows = await app.read('lead@Alder', (db) => readOwnAttendance(db, partnershipId, organisationId('Birch')))
  expect(rows.map(({ attended }) => attended)).toEqual([0, 0])
  expect(await app.read('lead@Alder', (db) => readCompletions(db, partnershipId, organisationId('Birch')))).toEqual([])
})

test('Blocks are found by term, by course and by the borough that came', async () => {
  const count = (change: object) => app.read('training', (db) => countBlocks(db, { ...everything, ...change }))
  expect(await count({})).toBe(2)
  expect(await count({ during: { starts: localDate('2021-08-01'), ends: localDate('2022-08-01') } })).toBe(1)
  expect(await count({ courseId: idOf('another course') })).toBe(0)
  expect(await count({ attendedBy: organisationId('Alder') })).toBe(1)
})

test('What is to come stands above what is over', async () => {
  const order = async (today: string) =>
    (await app.read('practitioner@Alder', (db) => listBlocks(db, everything, localDate(today), 0, 50))).map(
      ({ number }) => number,
    )
  expect(await order('2022-01-01')).toEqual([1, 2])
  expect(await order('2022-06-01')).toEqual([2, 1])
  expect(await order('2024-01-01')).toEqual([2, 1])
})

test('Completions name who attended, and a provider sees no courses at all', async () => {
  expect(
    await app.read('supervisor@Birch', (db) => readCompletions(db, partnershipId, organisationId('Birch'))),
  ).toEqual([{ courseId: idOf('core'), personId: personId('practitioner@Birch') }])
  await expect(app.read('provider@Hazel', (db) => readCourses(db, partnershipId))).rejects.toThrow(/permission denied/)
})

test('The partnership’s roles count everybody without seeing anybody', async () => {
  const rows = await app.read('evaluator', (db) => readTraining(db, partnershipId, 2))
  expect(rows).toEqual([
    { term: 1, course: 'Core', offered: true, blocks: 1, attended: 3 },
    { term: 2, course: 'Core', offered: true, blocks: 1, attended: 1 },
  ])
  const byAuthority = await app.read('project', (db) => readTrainingByAuthority(db, partnershipId, 2))
  expect(byAuthority).toContainEqual({ term: 2, course: 'Core', authorityId: null, attended: 1 })
  await expect(app.read('project', (db) => attendedIn(db, [first], null))).rejects.toThrow(/permission denied/)
})
