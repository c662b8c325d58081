import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type LocalDate, localDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, idOf, organisationId, personId, type Who } from '#test/world.ts'
import { attemptsRoutes } from './routes.ts'
import { readAttempts, readSafetyPlans, updateAttempt, updateSafetyPlan } from './store.ts'

let app: TestApp
const today = londonDate(new Date())
const ashworth = familyId('ashworth')
const darren = individualId('Darren Ashworth')
const addUrl = `/families/${ashworth}/attempts/add`
const planUrl = `/families/${ashworth}/safety-plan/${darren}`
const worker = () => app.as('practitioner@Alder')

const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const date = (name: string, day: LocalDate | '') => {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  return { [`${name}-day`]: ofMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const attempts = () => app.read('practitioner@Alder', (db) => readAttempts(db, ashworth))

const plan = { safeWay: 'Text on Monday mornings', workerPlan: 'Two workers, in the office', ...date('reviewOn', '') }
const call = () => ({
  perpetrator: darren,
  how: 'telephone',
  result: 'no answer',
  ...date('on', today),
  madeBy: personId('practitioner@Alder'),
  time: '',
  what: '',
  next: '',
  ...date('nextOn', ''),
})
const record = (change: Record<string, string | readonly string[]> = {}) =>
  worker().post(addUrl, { ...call(), ...change })

beforeAll(async () => {
  app = await testApp({ routes: attemptsRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

/** Adds another perpetrator to the Ashworth family. */
const addSecond = async () => {
  await app.operator.query("insert into individual (id, authority_id, name) values ($1, $2, 'Gary Ashworth')", [
    idOf('gary'),
    organisationId('Alder'),
  ])
  await app.operator.query(
    "insert into family_individual (authority_id, family_id, individual_id, part, sort) values ($1, $2, $3, 'perpetrator', 9)",
    [organisationId('Alder'), ashworth, idOf('gary')],
  )
}

describe('before the first contact', () => {
  test('the form leads to the safety plan, and takes no attempt', async () => {
    const { body } = await worker().get(addUrl)
    expect(words(body)).toContain('No safety plan is recorded for contact with Darren Ashworth')
    expect(body).toContain(`href="${planUrl}?then=attempt"`)
    expect(body).not.toContain('Record the attempt<')
    expect((await record()).status).toBe(422)
    expect(await attempts()).toEqual([])
  })

  test('the safety plan is refused at its questions, and says what is missing', async () => {
    const { status, body } = await worker().post(planUrl, {
      safeWay: '',
      workerPlan: ' ',
      ...date('reviewOn', addDays(today, -1)),
    })
    expect(status).toBe(422)
    for (const message of [
      'Enter a safe way to contact Darren Ashworth',
      'Enter how you and others stay safe',
      'Date of the review must be today or in the future',
    ])
      expect(body).toContain(`>${message}</a>`)
    for (const [, id] of body.matchAll(/href="#([\w-]+)"/g)) expect(body).toContain(`id="${id}"`)
  })

  test('it is asked once, comes back to the attempt, and is shown closed from then on', async () => {
    const sent = await worker().post(`${planUrl}?then=attempt`, { ...plan, safeWay: 'Text <b>only</b>' })
    expect([sent.status, sent.to]).toEqual([303, addUrl])
    const { body } = await worker().get(addUrl)
    expect(body).toContain('Text &lt;b>only&lt;/b>')
    expect(words(body)).toMatch(/Last reviewed .*, today/)
    expect(body).not.toContain('Before the first contact')
    expect(body).not.toContain('<details class="govuk-details" open')
  })

  test('two who write it at once lose nothing: the second sees what the first saved', async () => {
    const two = await worker().post(planUrl, { ...plan, _version: '1', safeWay: 'Call at noon' })
    expect([two.status, two.to]).toEqual([303, `/families/${ashworth}/engagement`])
    const stale = await app.as('supervisor@Alder').post(planUrl, { ...plan, _version: '1', safeWay: 'My own way' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('Safe way to make contact Call at noon')
    expect(stale.body).toContain('My own way')
    const [kept] = await app.read('practitioner@Alder', (db) => readSafetyPlans(db, ashworth))
    expect(kept).toMatchObject({ safeWay: 'Call at noon', version: 2 })
    expect(await rows("select was ->> 'safe_way' as was from case_revision where of_table = 'safety_plan'")).toEqual([
      { was: 'Text <b>only</b>' },
    ])
  })
})

describe('an attempt', () => {
  test('comes with today, the telephone, oneself and the only perpetrator: one answer is left', async () => {
    const { body } = await worker().get(addUrl)
    expect(body).toContain(`name="perpetrator" value="${darren}"`)
    expect(body).toMatch(/value="telephone"[^>]*checked|checked[^>]*value="telephone"/)
    expect(body).toContain(`name="on-year" value="${today.slice(0, 4)}"`.replace('name="on-year" ', ''))
    expect(body).toMatch(new RegExp(`<option value="${personId('practitioner@Alder')}" selected`))
    expect(body).not.toMatch(/name="result"[^>]*checked/)
    expect(words(body)).toContain('Record an attempt to engage Darren Ashworth')
  })

  test('sent as it came with its result is recorded, in the record of who did what, and in the facts of the worklists', async () => {
    const once = idOf('sent twice')
    const sent = await Promise.all([record({ _once: once }), record({ _once: once })])
    expect(sent.map(({ status, to }) => [status, to])).toEqual([
      [303, `/families/${ashworth}/engagement`],
      [303, `/families/${ashworth}/engagement`],
    ])
    expect(await attempts()).toMatchObject([
      {
        perpetratorId: darren,
        onDate: today,
        how: 'telephone',
        result: 'no answer',
        madeByName: 'Robin practitioner of Alder',
      },
    ])
    expect(await rows('select engaged_on::text from family where id = $1', [ashworth])).toEqual([{ engaged_on: today }])
    expect(
      await rows(
        "select count(*)::int as n from record_entry where act = 'family.attempt-recorded' and subject_id = $1",
        [ashworth],
      ),
    ).toEqual([{ n: 1 }])
  })

  test.each([
    [{ result: '' }, 'Select what came of it'],
    [{ how: 'pigeon' }, 'Select how you tried'],
    [{ ...date('on', addDays(today, 1)) }, 'Date of the attempt must be today or in the past'],
    [{ ...date('on', localDate('1989-12-31')) }, 'Date of the attempt must be in 1990 or later'],
    [{ ...date('nextOn', addDays(today, -1)) }, 'Date of what is next must be the same as or after'],
    [{ time: '25:00' }, 'Enter a time, such as 14:30'],
    [{ madeBy: personId('practitioner@Birch') }, 'Select who made the attempt'],
    [{ perpetrator: individualId('Bruno Castellanos') }, 'Select whom you tried to reach'],
    [{ perpetrator: individualId('Leanne Price') }, 'Select whom you tried to reach'],
    [{ surprise: 'x' }, 'This page has changed since you opened it.'],
  ])('is refused: %j', async (change, message) => {
    const before = (await attempts()).length
    const { status, body } = await record({ what: 'He <i>hung up</i>', ...change })
    expect(status).toBe(422)
    expect(words(body)).toContain(message)
    expect(body).toContain('He &lt;i>hung up&lt;/i>')
    expect(await attempts()).toHaveLength(before)
  })

  test('keeps what was spoken about only where somebody spoke, and a long text whole', async () => {
    const long = 'ünï🙂 '.repeat(60_000).trim()
    expect(
      (await record({ result: 'spoke', spokeAbout: ['impact', 'behaviour'], what: long, time: '9.05' })).status,
    ).toBe(303)
    expect((await record({ result: 'refused', spokeAbout: 'impact' })).status).toBe(303)
    const [, ...kept] = (await attempts()).toReversed()
    expect(kept.map(({ result, spokeAbout, atTime }) => [result, spokeAbout, atTime])).toEqual(
      expect.arrayContaining([
        ['spoke', ['behaviour', 'impact'], '09:05'],
        ['refused', [], ''],
      ]),
    )
    expect(kept.some(({ what }) => what === long)).toBe(true)
  })

  test('is changed under its version, and the second of two editors sees both', async () => {
    const [{ id } = { id: '' }] = (await attempts()).filter(({ result }) => result === 'refused')
    const url = `/families/${ashworth}/attempts/${id}`
    const { perpetrator: _, ...fields } = call()
    expect((await worker().get(url)).body).toContain('name="_version" value="1"')
    const changed = { ...fields, result: 'did not come', _version: '1' }
    expect((await worker().post(url, changed)).status).toBe(303)
    const stale = await app.as('supervisor@Alder').post(url, { ...changed, result: 'spoke', what: 'Mine' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('What came of it Did not come')
    expect(stale.body).toContain('>Mine</textarea>')
    expect((await attempts()).find((attempt) => attempt.id === id)).toMatchObject({
      result: 'did not come',
      version: 2,
    })
    expect((await worker().post(`/families/${familyId('osei')}/attempts/${id}`, changed)).status).toBe(404)
  })

  test('is withdrawn with a reason only, stays in the record, and is changed no more', async () => {
    const [{ id, version } = { id: '', version: 0 }] = (await attempts()).filter(
      ({ result }) => result === 'did not come',
    )
    const url = `/families/${ashworth}/attempts/${id}`
    const { perpetrator: _, ...fields } = call()
    const refused = await worker().post(url, {
      ...fields,
      withdraw: 'yes',
      withdrawnWhy: ' ',
      _version: String(version),
    })
    expect([refused.status, words(refused.body).includes('Enter why it is withdrawn')]).toEqual([422, true])
    const sent = await worker().post(url, {
      ...fields,
      withdraw: 'yes',
      withdrawnWhy: 'Another family',
      _version: String(version),
    })
    expect(sent.status).toBe(303)
    expect((await attempts()).find((attempt) => attempt.id === id)).toMatchObject({
      withdrawn: true,
      withdrawnWhy: 'Another family',
    })
    expect((await worker().get(url)).status).toBe(404)
    expect((await worker().post(url, { ...fields, _version: String(version + 1) })).status).toBe(404)
  })

  test('and a safety plan are written by one of two who save the same version at the same moment', async () => {
    const [seen] = (await attempts()).filter(({ withdrawn }) => !withdrawn)
    const [plan] = await app.read('practitioner@Alder', (db) => readSafetyPlans(db, ashworth))
    if (!seen || !plan) throw new Error('both are there by now')
    const save = () => app.write('practitioner@Alder', (db) => updateAttempt(db, seen, seen, null))
    expect((await Promise.all([save(), save()])).toSorted()).toEqual([false, true])
    const review = () => app.write('practitioner@Alder', (db) => updateSafetyPlan(db, plan, plan))
    expect((await Promise.all([review(), review()])).toSorted()).toEqual([false, true])
  })

  test('asks whom where there are several, and offers only those with a safety plan', async () => {
    await addSecond()
    const before = await worker().get(addUrl)
    expect(words(before.body)).toContain('No safety plan is recorded for contact with Gary Ashworth')
    expect(before.body).toContain(`name="perpetrator" value="${darren}"`)
    expect((await record({ perpetrator: idOf('gary') })).status).toBe(422)
    expect((await worker().post(`/families/${ashworth}/safety-plan/${idOf('gary')}`, plan)).status).toBe(303)
    const { body } = await worker().get(addUrl)
    expect(words(body)).toContain('Whom did you try to reach?')
    expect(body).not.toMatch(/name="perpetrator"[^>]*checked/)
    expect((await record({ perpetrator: idOf('gary') })).status).toBe(303)
  })
})

describe('the forms', () => {
  const opens: readonly Who[] = ['practitioner@Alder', 'supervisor@Alder']
  test('open for those who work with the family, and are not found for anybody else, readers of the borough included', async () => {
    const [{ id } = { id: '' }] = await attempts()
    for (const who of everybody)
      for (const url of [addUrl, planUrl, `/families/${ashworth}/attempts/${id}`])
        expect([who, url, (await app.as(who).get(url)).status]).toEqual([who, url, opens.includes(who) ? 200 : 404])
    for (const who of ['lead@Alder', 'practitioner@Birch', 'champion@Alder'] as const) {
      expect((await app.as(who).post(addUrl, call())).status).toBe(404)
      expect((await app.as(who).post(planUrl, plan)).status).toBe(404)
    }
  })

  test('of a person who is no perpetrator of this family are not found', async () => {
    for (const name of ['Leanne Price', 'Bruno Castellanos', 'Piers Tindall'])
      expect((await worker().get(`/families/${ashworth}/safety-plan/${individualId(name)}`)).status).toBe(404)
  })

  test('say nothing of a family in their titles', async () => {
    for (const url of [addUrl, planUrl])
      expect(/<title>(.*?)<\/title>/.exec((await worker().get(url)).body)?.[1]).not.toMatch(/Ashworth|Price/)
  })
})
