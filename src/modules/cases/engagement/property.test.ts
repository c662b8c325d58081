import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies } from '#test/cases.ts'
import { engagementRoutes } from './routes.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: engagementRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

const base = `/families/${familyId('ashworth')}/engagement`
const people = ['practitioner@Alder', 'supervisor@Alder'] as const
const pages = ['summary', 'intersections'] as const
const yesNo = ['spoken-behaviour', 'spoken-parenting', 'spoken-impact', 'plan-actions', 'referral']

type Step =
  | { kind: 'save'; who: 0 | 1; page: 0 | 1; stale: number; twice: boolean }
  | { kind: 'begin' | 'complete' | 'correct' | 'hack'; who: 0 | 1 }

const who = fc.constantFrom(0 as const, 1 as const)
const save = fc.record({ kind: fc.constant('save' as const), who, page: who, stale: fc.nat(2), twice: fc.boolean() })
const act = (kind: Exclude<Step['kind'], 'save'>) => fc.record({ kind: fc.constant(kind), who })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: save },
  { weight: 1, arbitrary: act('begin') },
  { weight: 2, arbitrary: act('complete') },
  { weight: 2, arbitrary: act('correct') },
  { weight: 1, arbitrary: act('hack') },
)

const rowsOf = async (text: string, values: unknown[] = []) => (await app.operator.query(text, values)).rows
const field = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''

/** The whole of a form as the database holds it. */
const whole = async (id: string) =>
  JSON.stringify([
    await rowsOf('select * from engagement_form where id = $1', [id]),
    await rowsOf('select * from engagement_answer where form_id = $1 order by section, revision', [id]),
  ])

/** What must be true afterwards: each text that was said to be saved, as often as it was; each completed form as it was then. */
type Promised = { texts: Map<string, number>; completed: Map<string, string>; number: number }

const openForm = async (): Promise<string | null> =>
  (await rowsOf("select id from engagement_form where state = 'open'"))[0]?.id ?? null
const lastCompleted = async (): Promise<string | null> =>
  (await rowsOf("select id from engagement_form where state = 'completed' order by number desc limit 1"))[0]?.id ?? null

const saveText = async (given: Extract<Step, { kind: 'save' }>, promised: Promised) => {
  const id = (await openForm()) ?? (await lastCompleted())
  if (id === null) return
  const page = pages[given.page]
  const url = `${base}/${id}/sections/${page}`
  const visitor = app.as(people[given.who])
  const seen = Math.max(0, Number(field((await visitor.get(url)).body, 'seen')) - given.stale)
  promised.number += 1
  const text = `Text ${promised.number}`
  const fields = { _once: randomUUID(), seen: String(seen), [`q-${page}`]: text }
  const replies = await Promise.all([visitor.post(url, fields), ...(given.twice ? [visitor.post(url, fields)] : [])])
  for (const { status, body } of replies) {
    expect([303, 409, 422]).toContain(status)
    // What is not saved is still on the page, with the other version where there is one.
    if (status !== 303) expect(body).toContain(text)
  }
  if (replies.some(({ status }) => status === 303)) promised.texts.set(text, 1)
}

const complete = async (visitor: ReturnType<TestApp['as']>, promised: Promised) => {
  const id = await openForm()
  if (id === null) return
  const form = `${base}/${id}`
  const put = async (section: string, fields: Record<string, string>) =>
    visitor.post(`${form}/sections/${section}`, {
      seen: field((await visitor.get(`${form}/sections/${section}`)).body, 'seen'),
      ...fields,
    })
  await put('date', { 'd-date-day': '1', 'd-date-month': '2', 'd-date-year': '2026' })
  for (const key of yesNo) await put(key, { [`q-${key}`]: 'yes' })
  const mark = field((await visitor.get(`${form}/complete`)).body, 'mark')
  expect((await visitor.post(`${form}/complete`, { mark })).status).toBe(303)
  promised.completed.set(id, await whole(id))
}

/** Somebody who writes SQL with a worker's own rights. */
const hack = async (by: (typeof people)[number], promised: Promised) => {
  const [id] = [...promised.completed.keys()].slice(-1)
  if (id === undefined) return
  for (const text of [
    `update engagement_form set held_on = current_date, version = version + 1 where id = '${id}'`,
    `update engagement_answer set answers = '{}' where form_id = '${id}'`,
    `delete from engagement_answer where form_id = '${id}'`,
    `insert into engagement_answer (form_id, section, revision, authority_id, family_id, answers, saved_by)
     select id, 'summary', 999, authority_id, family_id, '{}', access.person() from engagement_form where id = '${id}'`,
  ])
    await app.write(by, (db) => sql.raw(text).execute(db.q)).catch(() => {})
}

const carryOut = async (given: Step, promised: Promised) => {
  const visitor = app.as(people[given.who])
  if (given.kind === 'save') return saveText(given, promised)
  if (given.kind === 'complete') return complete(visitor, promised)
  if (given.kind === 'hack') return hack(people[given.who], promised)
  if (given.kind === 'begin') return expect((await visitor.post(`${base}/start`)).status).toBe(303)
  const id = await lastCompleted()
  if (id !== null) await visitor.post(`${base}/${id}/correct`, { why: 'Something was wrong' })
  return undefined
}

test('No sequence of edits, stale versions, repeated sendings, completions and corrections by two people loses an answer or changes a completed form', async () => {
  const seen = { saves: 0, completed: 0, corrected: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await app.operator.query(
        'begin; set local role tl_loader; delete from engagement_answer; delete from engagement_form; commit',
      )
      const promised: Promised = { texts: new Map(), completed: new Map(), number: 0 }
      await app.as('practitioner@Alder').post(`${base}/start`)
      for (const each of steps) await carryOut(each, promised)
      // A correction begins with copies of the answers; within one form each text stands once, for it was said once that it is saved.
      const texts: { text: string; n: number }[] = await rowsOf(
        `select coalesce(answers -> 'summary', answers -> 'intersections') ->> 'value' as text, count(*)::int as n
         from engagement_answer where section in ('summary', 'intersections') group by form_id, 1`,
      )
      expect(new Map(texts.map(({ text, n }) => [text, n]))).toEqual(promised.texts)
      expect(texts.every(({ n }) => n === 1)).toBe(true)
      for (const [id, then] of promised.completed) expect(await whole(id)).toBe(then)
      expect(
        Number((await rowsOf("select count(*) as n from engagement_form where state = 'open'"))[0].n),
      ).toBeLessThan(2)
      seen.saves += promised.texts.size
      seen.completed += promised.completed.size
      seen.corrected += (await rowsOf('select from engagement_form where corrects is not null')).length
    }),
    { numRuns: 25 },
  )
  // It was no empty exercise.
  expect(Math.min(seen.saves, seen.completed, seen.corrected)).toBeGreaterThan(3)
}, 120_000)

test('Two who begin, save and complete at the same moment leave one form, whole', async () => {
  await app.operator.query(
    'begin; set local role tl_loader; delete from engagement_answer; delete from engagement_form; commit',
  )
  const [a, b] = [app.as(people[0]), app.as(people[1])]
  const [first, second] = await Promise.all([a.post(`${base}/start`), b.post(`${base}/start`)])
  expect(first.to).toBe(second.to)
  const form = first.to ?? 'none'
  const url = `${form}/sections/summary`
  const saved = await Promise.all([
    a.post(url, { seen: '0', 'q-summary': 'Mine' }),
    b.post(url, { seen: '0', 'q-summary': 'Yours' }),
  ])
  expect(saved.map(({ status }) => status).toSorted()).toEqual([303, 409])
  const promised: Promised = { texts: new Map(), completed: new Map(), number: 0 }
  const late = a.post(url, { seen: '1', 'q-summary': 'Late' })
  await Promise.all([late, complete(b, promised).catch(() => {})])
  const [id] = [...promised.completed.keys()]
  if (id !== undefined) expect(await whole(id)).toBe(promised.completed.get(id))
})
