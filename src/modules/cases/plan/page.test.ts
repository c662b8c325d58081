import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type LocalDate, localDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, idOf, type Who } from '#test/world.ts'
import { planRoutes } from './routes.ts'
import { readPlan, updateAction } from './store.ts'

let app: TestApp
const today = londonDate(new Date())
const ashworth = familyId('ashworth')
const [darren, leanne] = [individualId('Darren Ashworth'), individualId('Leanne Price')]
const url = `/families/${ashworth}/plan`
const worker = () => app.as('practitioner@Alder')

const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const date = (name: string, day: LocalDate | '') => {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  return { [`${name}-day`]: ofMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const plan = () => app.read('practitioner@Alder', (db) => readPlan(db, ashworth))
const actionUrl = (id: string) => `${url}/${id}`

const goal = {
  owner: darren,
  agency: '',
  whySurvivor: '',
  kind: 'change',
  what: 'Does not telephone Leanne Price between the contact times',
  measure: 'Leanne Price is asked each Friday',
  ...date('due', addDays(today, 28)),
}
const add = (change: Record<string, string> = {}) => worker().post(`${url}/add`, { ...goal, ...change })

beforeAll(async () => {
  app = await testApp({ routes: planRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

describe('a plan', () => {
  test('that is not there says so, teaches to begin, and has no balance', async () => {
    const { body } = await worker().get(url)
    expect(words(body)).toContain('There is no plan yet.')
    expect(words(body)).not.toContain('Of whom does this plan ask change?')
    expect(body).not.toContain('<rect')
    expect(body).toContain(`href="${url}/add"`)
  })

  test.each([
    [{ owner: '' }, 'Select whose action it is'],
    [{ owner: individualId('Bruno Castellanos') }, 'Select whose action it is'],
    [{ owner: individualId('Mia Price') }, 'Select whose action it is'],
    [{ owner: 'agency' }, 'Enter which agency'],
    [{ owner: leanne }, 'Enter why this is asked of the victim-survivor'],
    [{ owner: leanne, whySurvivor: 'x', shareable: 'yes' }, 'is not shared with a perpetrator'],
    [{ what: ' ' }, 'Enter what will be done'],
    [{ measure: '' }, 'Enter how you would know'],
    [{ ...date('due', '') }, 'Enter the date by which it is done'],
    [{ ...date('due', addDays(today, -1)) }, 'Date by which it is done must be today or in the future'],
    [{ what: 'Engages with services' }, 'Which sessions, by when, and how would you know?'],
    [{ kind: 'task', what: 'Attends appointments' }, 'Which sessions, how many of them'],
    [{ surprise: 'x' }, 'This page has changed since you opened it.'],
  ])('refuses %j at its question, and keeps what was typed', async (change, message) => {
    const { status, body } = await add({
      agency: '<b>none</b>',
      ...change,
      ...('owner' in change ? { agency: '' } : {}),
    })
    expect(status).toBe(422)
    expect(words(body)).toContain(message)
    expect(body).not.toContain('<b>none')
    for (const [, id] of body.matchAll(/href="#([\w-]+)"/g)) expect(body).toContain(`id="${id}"`)
    expect(await plan()).toEqual([])
  })

  test('asks about vague words once, and takes them as they are when told so', async () => {
    const asked = await add({ what: 'Engages with services' })
    expect(asked.body).toContain('Keep it as it is')
    expect((await worker().get(`${url}/add`)).body).not.toContain('Keep it as it is')
    expect((await add({ what: 'Engages with services', keepWords: 'yes' })).status).toBe(303)
    const [{ id, version } = { id: '', version: 0 }] = await plan()
    // Not asked again for words that were kept; asked for new ones.
    expect(
      (await worker().post(actionUrl(id), { ...goal, what: 'Engages with services', _version: `${version}` })).status,
    ).toBe(303)
    expect(
      (await worker().post(actionUrl(id), { ...goal, what: 'Shows insight', _version: `${version + 1}` })).status,
    ).toBe(422)
    // A worker's task may say it so.
    expect(
      (await add({ owner: 'worker', kind: 'task', what: 'Works with professionals', measure: '', ...date('due', '') }))
        .status,
    ).toBe(303)
  })

  test('numbers its actions, also when two are added at once, and each once', async () => {
    const once = idOf('sent twice')
    const sent = await Promise.all([
      add({ _once: once, what: 'Same <i>goal</i>' }),
      add({ _once: once, what: 'Same <i>goal</i>' }),
      add({ what: 'Pays £200 on the first of each month' }),
      app.as('supervisor@Alder').post(`${url}/add`, {
        ...goal,
        owner: leanne,
        whySurvivor: 'Only she holds the passport',
        kind: 'task',
        measure: '',
        ...date('due', ''),
      }),
    ])
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    const actions = await plan()
    expect(actions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(actions.filter(({ what }) => what.startsWith('Same'))).toHaveLength(1)
  })

  test('shows of whom it asks change in words, as a bar and in numbers, and its actions by whose they are', async () => {
    const { body } = await worker().get(url)
    const text = words(body)
    expect(text).toContain('3 of 4 changes in this plan are asked of Darren Ashworth; 1 of Leanne Price.')
    expect(body).toContain('width="75.00%"')
    expect(body).toContain('x="75.00%" y="0" width="25.00%"')
    expect(text).toContain('Darren Ashworth (perpetrator): 3')
    expect(text).toContain('Leanne Price (victim-survivor): 1')
    expect(text).toContain('Besides these: 1 for workers')
    expect(text).toContain('Only she holds the passport')
    expect(body).toContain('Same &lt;i>goal')
    expect(await rows('select goals from family where id = $1', [ashworth])).toEqual([{ goals: 3 }])
  })
})

describe('an action', () => {
  const first = async () => {
    const [action] = await plan()
    if (!action) throw new Error('there is an action by now')
    return action
  }

  test('is changed under its version, and the second of two editors sees both', async () => {
    const action = await first()
    const page = await worker().get(actionUrl(action.id))
    expect(page.body).toContain(`name="_version" value="${action.version}"`)
    const mine = { ...goal, measure: 'The school says so', _version: `${action.version}` }
    expect((await worker().post(actionUrl(action.id), mine)).status).toBe(303)
    const stale = await app
      .as('supervisor@Alder')
      .post(actionUrl(action.id), { ...mine, measure: 'Her sister says so' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('How you would know The school says so')
    expect(stale.body).toContain('Her sister says so')
    expect((await first()).measure).toBe('The school says so')
    const kept = await rows(
      "select was ->> 'measure' as was from case_revision where row_id = $1 order by version desc limit 1",
      [action.id],
    )
    expect(kept).toEqual([{ was: goal.measure }])
  })

  test('keeps a date that has passed, and takes no other in the past', async () => {
    const action = await first()
    await app.operator.query("update plan_action set due_on = '2020-01-31' where id = $1", [action.id])
    const past = { ...goal, _version: `${action.version}` }
    expect(
      (await worker().post(actionUrl(action.id), { ...past, ...date('due', localDate('2020-02-01')) })).status,
    ).toBe(422)
    expect(
      (await worker().post(actionUrl(action.id), { ...past, ...date('due', localDate('2020-01-31')) })).status,
    ).toBe(303)
    expect(words((await worker().get(url)).body)).toContain('31 January 2020 Overdue')
  })

  test('is reviewed with what shows it, which is added to what was found before', async () => {
    const action = await first()
    const review = {
      status: 'partly met',
      evidence: 'Came to <b>two</b> of four',
      ...date('on', today),
      meeting: 'Core group',
    }
    const send = (change: object) =>
      worker().post(`${actionUrl(action.id)}/review`, { ...review, _version: `${action.version}`, ...change })
    for (const [change, message] of [
      [{ evidence: '' }, 'Enter what shows it'],
      [{ status: 'nearly' }, 'Select how it stands'],
      [{ ...date('on', addDays(today, 1)) }, 'Date of the review must be today or in the past'],
    ] as const) {
      const refused = await send(change)
      expect([refused.status, words(refused.body).includes(message)]).toEqual([422, true])
    }
    expect(words((await worker().get(`${actionUrl(action.id)}/review`)).body)).toContain(
      'What did Darren Ashworth do that shows it?',
    )
    expect((await send({})).status).toBe(303)
    const stale = await send({ status: 'met', evidence: 'Mine' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('How it stands Partly met')
    expect(
      (await send({ status: 'met', evidence: 'Came to all four', meeting: '', _version: `${action.version + 1}` }))
        .status,
    ).toBe(303)
    const found = await first()
    expect(found.status).toBe('met')
    expect(found.reviews.map(({ status, evidence }) => [status, evidence])).toEqual([
      ['met', 'Came to all four'],
      ['partly met', 'Came to <b>two</b> of four'],
    ])
    const { body } = await worker().get(url)
    expect(body).toContain('Came to &lt;b>two&lt;/b> of four')
    expect(words(body)).toContain('Reviewed 2 times')
    expect(words(body)).toContain('2 of 3 changes in this plan are asked of Darren Ashworth')
    await expect(
      app.write('practitioner@Alder', (db) => db.q.updateTable('plan_review').set({ evidence: 'x' }).execute()),
    ).rejects.toThrow(/permission denied/)
  })
})

test('Of two who save the same version of an action at the same moment one is told', async () => {
  const [seen] = await plan()
  if (!seen) throw new Error('there is an action by now')
  const save = () => app.write('practitioner@Alder', (db) => updateAction(db, seen, seen))
  expect((await Promise.all([save(), save()])).toSorted()).toEqual([false, true])
})

describe('the pages', () => {
  const workers: readonly Who[] = ['practitioner@Alder', 'supervisor@Alder']
  const readers: readonly Who[] = ['lead@Alder', 'quality@Alder', 'borough_lead@Alder']
  test('open for who works with the family; readers of the borough see the plan and no form; nobody else finds anything', async () => {
    const [{ id } = { id: '' }] = await plan()
    for (const who of everybody) {
      const plain = await app.as(who).get(url)
      expect([who, plain.status]).toEqual([who, [...workers, ...readers].includes(who) ? 200 : 404])
      if (readers.includes(who))
        for (const form of ['/plan/add', '/review', 'Change<']) expect(plain.body).not.toContain(form)
      for (const form of [`${url}/add`, actionUrl(id), `${actionUrl(id)}/review`])
        expect([who, form, (await app.as(who).get(form)).status]).toEqual([
          who,
          form,
          workers.includes(who) ? 200 : 404,
        ])
    }
    for (const who of ['lead@Alder', 'practitioner@Birch'] as const)
      expect((await app.as(who).post(`${url}/add`, goal)).status).toBe(404)
    expect((await worker().get(`/families/${familyId('osei')}/plan/${id}`)).status).toBe(404)
    expect((await app.as('practitioner@Birch').get(`/families/${familyId('birch')}/plan/${id}`)).status).toBe(404)
  })

  test('are in the access record as the family’s, and their titles say nothing of it', async () => {
    const [{ n }] = await rows(
      "select count(*)::int as n from record_entry where act = 'family.plan-read' and subject_kind = 'family' and subject_id = $1",
      [ashworth],
    )
    expect(n).toBeGreaterThan(4)
    for (const each of [url, `${url}/add`])
      expect(/<title>(.*?)<\/title>/.exec((await worker().get(each)).body)?.[1]).not.toMatch(/Ashworth|Price/)
  })
})
