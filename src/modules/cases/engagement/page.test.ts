import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftRoute } from '#platform/drafts/route.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, idOf, personId, type Who } from '#test/world.ts'
import { seeFamilies, writeFamilies } from '../access.ts'
import { readFamily } from '../family-store.ts'
import { engagementRoutes } from './routes.ts'
import { readForms } from './store.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [...engagementRoutes, draftRoute], fill: makeFamilies })
})
afterAll(() => app?.close())

const family = familyId('ashworth')
const base = `/families/${family}/engagement`
const worker = () => app.as('practitioner@Alder')
const manager = () => app.as('supervisor@Alder')
const seen = (body: string) => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? 'none'
const markIn = (body: string) => /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? 'none'
const date = (year: string, month: string, day: string) => ({
  'd-date-year': year,
  'd-date-month': month,
  'd-date-day': day,
})

const begin = async (who: Who = 'practitioner@Alder') => {
  const { to } = await app.as(who).post(`${base}/start`)
  return to ?? 'none'
}
const save = async (form: string, section: string, fields: Record<string, string>) =>
  worker().post(`${form}/sections/${section}`, {
    seen: seen((await worker().get(`${form}/sections/${section}`)).body),
    ...fields,
  })
const yesNo = ['spoken-behaviour', 'spoken-parenting', 'spoken-impact', 'plan-actions', 'referral']
const fillIn = async (form: string, on: [string, string, string], values: Record<string, string> = {}) => {
  await save(form, 'date', date(...on))
  for (const key of yesNo)
    await save(form, key, {
      [`q-${key}`]: values[key] ?? 'yes',
      [`w-${key}`]: values[key] === 'no' ? 'He did not come' : '',
    })
}
const complete = async (form: string) =>
  worker().post(`${form}/complete`, { mark: markIn((await worker().get(`${form}/complete`)).body) })
const open = () =>
  app.read('supervisor@Alder', async (db) => (await readForms(db, family)).find(({ state }) => state === 'open'))
const finish = async () => {
  const left = await open()
  if (!left) return
  await fillIn(`${base}/${left.id}`, ['2026', '2', '1'])
  await complete(`${base}/${left.id}`)
}

test('Whoever sees the family reads its forms, whoever works with it writes them, and for everybody else there is no such page', async () => {
  const form = await begin()
  const can = (roles: readonly string[], who: Who, places: readonly Who[]) =>
    roles.includes(who.split('@')[0] ?? '') && places.includes(who)
  const alder = everybody.filter((who) => who.endsWith('@Alder') && who !== 'champion@Alder')
  for (const who of everybody) {
    const [reads, writes] = [can(seeFamilies.roles, who, alder), can(writeFamilies.roles, who, alder)]
    for (const url of [base, form, `${base}/answers`])
      expect([who, url, (await app.as(who).get(url)).status]).toEqual([who, url, reads ? 200 : 404])
    for (const url of [`${base}/start`, `${form}/sections/date`, `${form}/complete`])
      expect([who, url, (await app.as(who).get(url)).status]).toEqual([who, url, writes ? 200 : 404])
    if (!writes)
      expect((await app.as(who).post(`${form}/sections/summary`, { seen: '0', 'q-summary': 'x' })).status).toBe(404)
  }
  const { rows } = await app.operator.query('select count(*)::int as n from engagement_answer')
  expect(rows[0].n).toBe(0)
})

test('A form of another family is not found under this one', async () => {
  const form = (await begin()).split('/').at(-1)
  expect((await worker().get(`${base}/${individualId('Mia Price')}`)).status).toBe(404)
  for (const who of ['borough_lead@Alder', 'champion@Alder'] as const)
    expect((await app.as(who).get(`/families/${familyId('sealed')}/engagement/${form}`)).status).toBe(404)
  expect((await worker().get(`${base}/${form}/sections/nothing`)).status).toBe(404)
  expect((await worker().get(`${base}/${form}/sections/__proto__`)).status).toBe(404)
  expect((await worker().get(`${base}/${form}/sections/constructor`)).status).toBe(404)
})

test('One form is open at a time: who begins another goes on with it', async () => {
  const form = await begin()
  expect(await begin('supervisor@Alder')).toBe(form)
  expect((await manager().get(`${base}/start`)).body).toContain(`href="${form}"`)
  expect((await worker().get(base)).body).toContain('Go on with form')
})

test('A page asks by name, shows its guidance and lists what the record says, without where anybody is', async () => {
  const form = await begin()
  const { body } = await worker().get(`${form}/sections/spoken-behaviour`)
  expect(body).toContain('Has Darren Ashworth been spoken to directly')
  expect(body).toContain('Ask your implementation lead')
  await app.operator.query(
    "insert into safety_plan (authority_id, family_id, perpetrator_id, safe_way, worker_plan, recorded_by) select authority_id, $1, $2, 'Ring 020 7946 0999', 'In pairs', $3 from family where id = $1",
    [family, individualId('Darren Ashworth'), (await open())?.startedBy],
  )
  const people = (await worker().get(`${form}/sections/perpetrators`)).body
  expect(people).toContain('23 November 1988')
  expect(people).toContain('Recorded in the safety plan')
  expect(people).not.toContain('7946')
  expect(people).toContain('None held in protected details')
  expect(people).toContain(`href="/families/${family}/people/${individualId('Darren Ashworth')}"`)
  expect((await worker().get(form)).body).toContain('Not started')
  expect((await save(form, 'perpetrators', {})).to).toBe(`${form}/sections/victim-survivors`)
  expect((await worker().get(form)).body).toMatch(/Saved \d\d:\d\d by Robin practitioner of Alder/)
})

test.each([
  ['nothing chosen', {}, 'Select yes or no'],
  ['something else chosen', { 'q-spoken-impact': 'maybe' }, 'Select yes or no'],
  ['No without why not', { 'q-spoken-impact': 'no' }, 'Say why not, because the answer is no'],
  ['a field that is not there', { 'q-spoken-impact': 'yes', 'q-other': 'x' }, 'This page has changed'],
  ['__proto__', { 'q-spoken-impact': 'yes', __proto_: 'x', 'q-__proto__': 'x' }, 'This page has changed'],
])('A page is refused with what is wrong: %s', async (_what, fields, says) => {
  const reply = await save(await begin(), 'spoken-impact', fields)
  expect(reply.status).toBe(422)
  expect(reply.body).toContain(says)
})

test('A day that is still to come is no date of a form', async () => {
  const reply = await save(await begin(), 'date', date('2999', '1', '1'))
  expect([reply.status, reply.body.includes('Date must be today or in the past')]).toEqual([422, true])
})

test('One reason serves several answers', async () => {
  const form = await begin()
  expect(
    (await save(form, 'spoken-impact', { 'q-spoken-impact': 'no', 'w-spoken-impact': 'Not safe at present' })).status,
  ).toBe(303)
  const page = (await worker().get(`${form}/sections/plan-actions`)).body
  expect(page).toContain('You gave a reason at')
  expect((await save(form, 'plan-actions', { 'q-plan-actions': 'no' })).status).toBe(303)
  // The reason goes: the other No has none any more.
  await save(form, 'spoken-impact', { 'q-spoken-impact': 'yes' })
  expect((await worker().get(`${form}/complete`)).body).toContain(`href="${form}/sections/plan-actions#w-plan-actions"`)
  expect((await worker().get(form)).body).toContain('Half done')
})

test('A form with something missing is not completed: it links to what is missing', async () => {
  const form = await begin()
  const page = await worker().get(`${form}/complete`)
  expect(page.body).toContain(`href="${form}/sections/date#d-date-day"`)
  expect(page.body).not.toContain('Complete the form')
  const refused = await worker().post(`${form}/complete`, { mark: 'x' })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain(`href="${form}/sections/referral#q-referral"`)
})

test('Two who save the same page see both versions and lose neither', async () => {
  const form = await begin()
  const url = `${form}/sections/summary`
  const [mine, theirs] = [seen((await worker().get(url)).body), seen((await manager().get(url)).body)]
  expect((await worker().post(url, { seen: mine, 'q-summary': 'First text' })).status).toBe(303)
  const clash = await manager().post(url, { seen: theirs, 'q-summary': 'Second text' })
  expect(clash.status).toBe(409)
  expect(clash.body).toContain('First text')
  expect(clash.body).toContain('Second text')
  expect((await manager().post(url, { seen: seen(clash.body), 'q-summary': 'Both texts' })).status).toBe(303)
  const { rows } = await app.operator.query(
    "select answers -> 'summary' ->> 'value' as text from engagement_answer where section = 'summary' order by revision",
  )
  expect(rows.map(({ text }) => text)).toEqual(['First text', 'Both texts'])
})

test('A draft begun before somebody else saved is shown beside what they saved', async () => {
  const url = `${await begin()}/sections/intersections`
  await manager().post(url, { seen: '0', 'q-intersections': 'Half a thought', _save: 'draft' })
  await worker().post(url, { seen: '0', 'q-intersections': 'A whole thought' })
  const { body } = await manager().get(url)
  expect(body).toContain('Somebody else saved this')
  expect(body).toContain('Half a thought')
  expect(body).toContain('A whole thought')
  expect((await manager().get(await begin())).body).toContain('You have something here that is not sent yet')
  expect((await manager().post(url, { seen: seen(body), 'q-intersections': 'Both' })).status).toBe(303)
})

test('A megabyte in any language is kept whole, and what is typed is escaped', async () => {
  const form = await begin()
  const hostile = '<script>alert(1)</script> & "quoted" it’s'
  for (const sample of ['Wörk with ﬁre ', 'জোর করে ', '他对孩子 ', '👩‍👧 ', 'עברית ']) {
    const text = `${sample.repeat(Math.floor(340_000 / Buffer.byteLength(sample)))}end`.normalize('NFC')
    expect((await save(form, 'summary', { 'q-summary': text })).status).toBe(303)
    const { rows } = await app.operator.query(
      "select answers -> 'summary' ->> 'value' as text from engagement_answer where section = 'summary' order by saved_at desc limit 1",
    )
    expect(rows[0].text === text).toBe(true)
  }
  const long = 'He chose to shout. '.repeat(52_600)
  expect((await save(form, 'summary', { 'q-summary': long })).status).toBe(303)
  expect((await worker().get(`${form}/sections/summary`)).body.includes(long.trim())).toBe(true)
  await save(form, 'summary', { 'q-summary': `${hostile}\nsecond line` })
  for (const url of [`${form}/sections/summary`, `${form}/complete`]) {
    const { body } = await worker().get(url)
    expect(body).not.toContain('<script>alert(1)')
    expect(body).toContain('&lt;script>alert(1)')
  }
})

test('A completed form is stamped with the people of the day, without addresses, and nobody changes it', async () => {
  const form = await begin()
  const id = form.split('/').at(-1)
  await fillIn(form, ['2026', '1', '10'], { 'spoken-parenting': 'no' })
  const stale = await worker().post(`${form}/complete`, { mark: 'another' })
  expect(stale.body).toContain('An answer was changed after this page was opened')
  expect((await complete(form)).to).toBe(form)
  const { rows } = await app.operator.query('select * from engagement_form where id = $1', [id])
  expect(rows[0]).toMatchObject({ state: 'completed', held_on: '2026-01-10' })
  expect(rows[0].people.map(({ name }: { name?: string }) => name)).toEqual([
    'Mia Price',
    'Darren Ashworth',
    'Leanne Price',
    'Joan Ashworth',
    undefined,
  ])
  expect(JSON.stringify(rows[0].people)).not.toMatch(/address|telephone|7946|safe/i)
  const late = await worker().post(`${form}/sections/summary`, { seen: '0', 'q-summary': 'Too late' })
  expect([late.status, late.body.includes('Too late'), late.body.includes('completed')]).toEqual([422, true, true])
  expect((await complete(form)).status).toBe(422)
  const direct = (text: string) => app.write('practitioner@Alder', (db) => sql.raw(text).execute(db.q))
  for (const text of [
    `update engagement_form set held_on = '2025-01-01' where id = '${id}'`,
    `update engagement_form set state = 'open', completed_at = null where id = '${id}'`,
  ])
    expect((await direct(text)).numAffectedRows ?? 0n).toBe(0n)
  for (const text of [
    `update engagement_answer set answers = '{}' where form_id = '${id}'`,
    `delete from engagement_answer where form_id = '${id}'`,
    `delete from engagement_form where id = '${id}'`,
    `insert into engagement_answer (form_id, section, revision, authority_id, family_id, answers, saved_by) select form_id, section, revision + 1, authority_id, family_id, '{}', saved_by from engagement_answer where form_id = '${id}'`,
  ])
    await expect(direct(text)).rejects.toThrow(/permission denied|row-level security|what it says stays/)
  expect((await app.operator.query('select * from engagement_form where id = $1', [id])).rows).toEqual(rows)
})

test('A completed form is corrected by a further one that begins with its answers and says why', async () => {
  await finish()
  const form = await begin()
  await fillIn(form, ['2026', '3', '3'])
  await complete(form)
  expect((await worker().post(`${form}/correct`, { why: '' })).status).toBe(422)
  const { to: correction = 'none' } = await worker().post(`${form}/correct`, { why: 'The <b>date</b> was wrong' })
  expect((await worker().get(correction)).body).toContain('The &lt;b>date&lt;/b> was wrong')
  expect((await worker().post(`${form}/correct`, { why: 'Again' })).body).toContain('one open form at a time')
  expect((await worker().get(`${correction}/sections/date`)).body).toContain('value="2026"')
  await save(correction, 'date', date('2026', '3', '2'))
  await complete(correction)
  expect((await worker().get(form)).body).toContain('Corrected by')
  expect((await worker().post(`${form}/correct`, { why: 'Again' })).body).toContain('corrects this one already')
  const { body } = await worker().get(`${base}/answers?question=spoken-impact`)
  expect(body).toContain('2 March 2026')
  expect(body).not.toContain('3 March 2026')
})

test('When was Darren Ashworth first spoken to about his parenting choice? The first Yes with its date, and every answer', async () => {
  await finish()
  for (const [month, value] of [
    ['4', 'no'],
    ['5', 'yes'],
  ] as const) {
    const form = await begin()
    await fillIn(form, ['2025', month, '7'], { 'spoken-parenting': value })
    await complete(form)
  }
  const { body } = await app.as('lead@Alder').get(`${base}/answers?question=spoken-parenting`)
  expect(body).toContain('When was Darren Ashworth first spoken to about abuse as a parenting choice?')
  expect(body).toContain('First Yes on 7 May 2025. Before that the answer was No once.')
  expect(body).toContain('Why not: He did not come')
  expect(body.indexOf('7 April 2025')).toBeLessThan(body.indexOf('>7 May 2025'))
  const list = (await worker().get(`${base}/answers`)).body
  expect(list).toContain(`href="${base}/answers?question=spoken-parenting"`)
})

test('Attempts to engage and referrals stand in the same section', async () => {
  await app.operator.query(
    `insert into engagement_attempt (authority_id, family_id, perpetrator_id, on_date, how, result, what, made_by, recorded_by)
     select authority_id, id, $2, '2026-01-20', 'telephone', $3, 'Asked to <em>come</em>', $4, $4 from family where id = $1`,
    [family, individualId('Darren Ashworth'), 'no answer', personId('practitioner@Alder')],
  )
  const { body } = await app.as('quality@Alder').get(base)
  expect(body).toContain('20 January 2026')
  expect(body).toContain('Asked to &lt;em>come&lt;/em>')
  expect(body).toContain('No referral to a programme is recorded')
  expect(body).not.toContain('/attempts/add')
})

test('A form begun by mistake is given up: it stays to be read, and nobody goes on with it', async () => {
  await finish()
  const form = await begin()
  const url = `${form}/give-up`
  await save(form, 'summary', { 'q-summary': 'Begun for the <b>wrong</b> family' })
  for (const who of everybody) {
    const works = ['practitioner@Alder', 'supervisor@Alder'].includes(who)
    expect([who, (await app.as(who).get(url)).status]).toEqual([who, works ? 200 : 404])
    if (!works) expect((await app.as(who).post(url, { why: 'Mine' })).status).toBe(404)
  }
  expect((await worker().get(form)).body).toContain(`href="${url}"`)
  expect((await app.as('lead@Alder').get(form)).body).not.toContain('give-up')
  const empty = await worker().post(url, { why: ' ' })
  expect([empty.status, empty.body.includes('Say why the form is given up')]).toEqual([422, true])
  const place = await worker().post(url, { why: 'She lives at 9 Mafeking Avenue', _wording: 'why' })
  expect([place.status, place.body.includes('looks like an address')]).toEqual([422, true])
  const sent = { why: 'Begun for <i>another</i> family', _once: idOf('given up twice') }
  const replies = await Promise.all([worker().post(url, sent), worker().post(url, sent)])
  replies.push(await worker().post(url, sent))
  expect(replies.map(({ status, to }) => `${status} ${to}`)).toEqual(Array(3).fill(`303 ${base}`))
  const id = form.split('/').at(-1)
  const { rows } = await app.operator.query('select state, version, completed_at from engagement_form where id = $1', [
    id,
  ])
  expect(rows).toEqual([{ state: 'given up', version: 2, completed_at: null }])
  const kept = await app.operator.query(
    "select reason from record_entry where act = 'family.engagement-form-given-up' and subject_id = $1",
    [family],
  )
  expect(kept.rows).toEqual([{ reason: sent.why }])
  expect((await app.as('lead@Alder').get(base)).body).toContain('Given up')
  const { body } = await app.as('lead@Alder').get(form)
  expect(body).toContain('This form was given up. It counts for nothing and stays to be read.')
  expect(body).toContain('Begun for the &lt;b>wrong&lt;/b> family')
  expect((await worker().get(url)).status).toBe(404)
  expect((await worker().post(url, { why: 'Again' })).status).toBe(404)
  const late = await worker().post(`${form}/sections/summary`, { seen: '1', 'q-summary': 'Too late' })
  expect([late.status, late.body.includes('Too late'), late.body.includes('given up')]).toEqual([422, true, true])
  expect((await worker().get(`${form}/complete`)).body).not.toContain('Complete the form')
  expect((await worker().post(`${form}/complete`, { mark: 'x' })).status).toBe(422)
  const since = await app.operator.query('select form_since from family where id = $1', [family])
  expect(since.rows).toEqual([{ form_since: null }])
  // Another may be begun.
  expect(await begin()).not.toBe(form)
})

test('A completed form is not given up', async () => {
  const form = await begin()
  await fillIn(form, ['2026', '4', '4'])
  await complete(form)
  expect((await worker().get(`${form}/give-up`)).status).toBe(404)
  expect((await worker().post(`${form}/give-up`, { why: 'Too late for that' })).status).toBe(404)
  expect((await worker().get(form)).body).toContain('Completed on')
})

test('A place in an answer is asked about once', async () => {
  await finish()
  const url = `${await begin()}/sections/summary`
  const sent = { seen: '0', 'q-summary': 'They moved to 9 Mafeking Avenue', _wording: 'q-summary' }
  const asked = await worker().post(url, sent)
  expect([asked.status, asked.body.includes('looks like an address')]).toEqual([422, true])
  const again = /name="_seen" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
  expect((await worker().post(url, { ...sent, _seen: again })).status).toBe(303)
})

test('Each page leads to the next that is not done, and the last of them to the check of the answers', async () => {
  await finish()
  const form = await begin()
  await fillIn(form, ['2026', '2', '2'])
  for (const key of ['children', 'victim-survivors', 'household', 'summary']) await save(form, key, {})
  expect((await save(form, 'perpetrators', {})).to).toBe(`${form}/sections/intersections`)
  expect((await save(form, 'intersections', {})).to).toBe(`${form}/complete`)
  expect((await save(form, 'referral', { 'q-referral': 'no', 'w-referral': 'None near' })).to).toBe(`${form}/complete`)
})

test('Who has looked at and changed the forms is in the access record', async () => {
  await begin()
  await worker().get(base)
  const { rows } = await app.operator.query(
    "select distinct act from record_entry where subject_kind = 'family' and subject_id = $1",
    [family],
  )
  const acts = rows.map(({ act }) => act)
  for (const act of [
    'family.engagement-read',
    'family.engagement-form-begun',
    'family.engagement-section-saved',
    'family.engagement-form-completed',
    'family.engagement-form-corrected',
    'family.engagement-answers-read',
  ])
    expect(acts).toContain(act)
})

test('A title, a mark in the log or an address never names anybody', async () => {
  const { body } = await worker().get(base)
  expect(/<title>(.*)<\/title>/.exec(body)?.[1]).toBe('Family record - Throughline')
  expect(app.logged.join('\n')).not.toMatch(/Ashworth|Price/)
  expect(await app.read('practitioner@Alder', (db) => readFamily(db, family))).not.toBeNull()
})
