import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type LocalDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, idOf, type Who } from '#test/world.ts'
import { peopleRoutes } from './routes.ts'

let app: TestApp
const today = londonDate(new Date())
beforeAll(async () => {
  app = await testApp({ routes: peopleRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const url = (page: string, key: 'ashworth' | 'osei' | 'sealed' | 'birch' = 'ashworth') =>
  `/families/${familyId(key)}/${page}`
const date = (name: string, day: LocalDate | string) => {
  const [year = '', month = '', of = ''] = day.split('-')
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year }
}
const worker: Who = 'practitioner@Alder'
const add = (fields: Record<string, string>, who: Who = worker, key: 'ashworth' | 'osei' | 'birch' = 'ashworth') =>
  app.as(who).post(url('people/add', key), { part: 'child', ...fields })
const called = (name: string) => rows('select * from individual where name = $1', [name])

describe('the people of a family', () => {
  test('are shown to those who see it, and the forms only to those who work with it', async () => {
    const reads: readonly Who[] = [
      'practitioner@Alder',
      'supervisor@Alder',
      'lead@Alder',
      'quality@Alder',
      'borough_lead@Alder',
    ]
    const forms = ['people/add', 'people/same', `people/${individualId('Mia Price')}`, 'relations']
    for (const who of everybody) {
      expect([who, (await app.as(who).get(url('people'))).status]).toEqual([who, reads.includes(who) ? 200 : 404])
      const writes = who === 'practitioner@Alder' || who === 'supervisor@Alder'
      for (const form of forms)
        expect([who, form, (await app.as(who).get(url(form))).status]).toEqual([who, form, writes ? 200 : 404])
    }
    expect((await app.as('lead@Alder').get(url('people'))).body).not.toMatch(/people\/add|>Change</)
    for (const key of ['osei', 'sealed', 'birch'] as const)
      for (const page of ['people', 'people/add', 'relations'])
        expect((await app.as(worker).get(url(page, key))).status).toBe(404)
    expect((await add({ _step: 'part' }, worker, 'osei')).status).toBe(404)
    expect((await add({ name: 'Nobody' }, worker, 'osei')).status).toBe(404)
    expect((await app.as(worker).get(url(`people/${individualId('Kwame Osei')}`))).status).toBe(404)
  })

  test('stand under their part with what is recorded, and say where nothing is', async () => {
    const text = words((await app.as(worker).get(url('people'))).body)
    expect(text).toMatch(
      /Children and young people Mia Price .*Age \d+, born on 2 April 2019 Number in the case system not recorded/,
    )
    expect(text).toContain('What they are to one another Not recorded.')
    expect(text).toMatch(/Perpetrators Darren Ashworth/)
  })
})

describe('adding somebody', () => {
  test('asks for their part first, keeps it out of addresses, and loses nothing when it changes', async () => {
    expect(words((await app.as(worker).get(url('people/add'))).body)).toContain('Who are they in this family?')
    expect(await add({ part: 'other', _step: 'part' })).toMatchObject({ status: 303, to: url('people/add') })
    const other = (await app.as(worker).get(url('people/add'))).body
    expect(other).not.toContain('name="housingStatus"')
    expect(other).not.toContain('name="expected-day"')
    await add({ part: 'other', name: 'Typed before', _step: 'again' })
    await add({ part: 'perpetrator', _step: 'part' })
    const perpetrator = (await app.as(worker).get(url('people/add'))).body
    expect(perpetrator).toContain('value="Typed before"')
    expect(perpetrator).toContain('name="housingStatus"')
    expect(words((await app.as(worker).post(url('people/add'), { _step: 'part' })).body)).toContain(
      'Select who they are in this family',
    )
  })

  test('records a child, escaped, once, with nothing that was not typed', async () => {
    const sent = {
      name: 'Zoë <i>Price',
      ...date('birth', '2021-02-28'),
      involvement: 'Child in need',
      _once: idOf('child once'),
    }
    expect([(await add(sent)).to, (await add(sent)).to]).toEqual([url('people'), url('people')])
    const [child, ...others] = await called('Zoë <i>Price')
    expect(others).toEqual([])
    expect(child).toMatchObject({ birth_on: '2021-02-28', gender: '', ethnicity: '' })
    const { body } = await app.as(worker).get(url('people'))
    expect(body).toContain('Zoë &lt;i>Price')
    expect(words(body)).toContain('Involvement of children’s social care Child in need')
    expect(body).toMatch(/<title>Family record - /)
  })

  test('takes an unborn child with the day it is expected', async () => {
    const expected = addDays(today, 90)
    expect((await add({ name: 'Unborn Price', ...date('expected', expected) })).status).toBe(303)
    expect((await called('Unborn Price'))[0]).toMatchObject({ birth_on: null, expected_on: expected })
    expect(words((await app.as(worker).get(url('people'))).body)).toContain('Unborn, expected on')
  })

  const tomorrow = addDays(today, 1)
  test.each([
    ['name', {}, 'Enter a name'],
    ['name', { name: 'x'.repeat(201) }, 'Name must be 200 characters or fewer'],
    ['birth-day', date('birth', tomorrow), 'Date of birth is after today: enter it as the expected date of delivery'],
    ['birth-day', { part: 'other', ...date('birth', tomorrow) }, 'Date of birth must be today or in the past'],
    ['birth-day', date('birth', '1850-01-01'), 'Date of birth is more than 120 years ago: check the year'],
    ['birth-day', date('birth', '2019-02-30'), 'Date of birth must be a real date'],
    [
      'expected-day',
      date('expected', addDays(today, -70)),
      'Expected date was more than two months ago: enter the date of birth if the child is born',
    ],
    [
      'expected-day',
      date('expected', addDays(today, 400)),
      'Expected date is more than ten months away: check the month and year',
    ],
    [
      'expected-day',
      { ...date('birth', '2020-01-01'), ...date('expected', tomorrow) },
      'Enter a date of birth or an expected date of delivery, not both',
    ],
    ['none', { part: 'other', ...date('expected', tomorrow) }, 'Only an unborn child has an expected date'],
    ['gender', { gender: 'M' }, 'Select a gender from the list'],
    [
      'name',
      { name: 'mia PRICE', ...date('birth', '2019-04-02') },
      'Mia Price, born on 2 April 2019, is in this record already: enter what tells the two apart, if they are two people',
    ],
    [
      'name',
      { part: 'perpetrator', name: 'Mia Price', ...date('birth', '2019-04-02') },
      'Mia Price, born on 2 April 2019, is in this record already as “child or young person”: one person has one part in a family',
    ],
    [
      'name',
      { name: 'Darren Ashworth', ...date('birth', '1988-11-23') },
      'Darren Ashworth, born on 23 November 1988, is in this record already as “perpetrator”: one person has one part in a family',
    ],
  ])('says at %s what is wrong with %o', async (field, fields, message) => {
    const { status, body } = await add({
      name: field === 'name' ? '' : 'Somebody',
      ...(fields as Record<string, string>),
    })
    expect(status).toBe(422)
    expect(body).toContain(field === 'none' ? `<li>${message}</li>` : `<a href="#${field}">${message}</a>`)
    if (field !== 'none') expect(body).toContain(`id="${field}"`)
  })

  test('takes a name of two hundred characters of any language', async () => {
    expect((await add({ name: '名'.repeat(200) })).status).toBe(303)
  })

  test('leaves the birth date and name of nobody in an address or the log', () => {
    expect(app.logged.join('')).not.toMatch(/Price|Ashworth|Typed/)
  })
})

describe('a perpetrator who is in another record', () => {
  // Piers Tindall is in a sealed record; Darren Ashworth in one of another team, besides this one.
  const bruno = { part: 'perpetrator', name: 'Bruno Castellanos', ...date('birth', '1982-10-03') }

  test('of another borough or a sealed record is not known: somebody new is added', async () => {
    expect((await add(bruno)).to).toBe(url('people'))
    expect((await add({ part: 'perpetrator', name: 'Piers Tindall', ...date('birth', '1984-07-21') })).to).toBe(
      url('people'),
    )
    expect(await called('Piers Tindall')).toHaveLength(2)
  })

  test('is asked about, and nothing of the other record is shown', async () => {
    await app.operator.query(
      'insert into family_worker (authority_id, family_id, person_id, kind) select authority_id, id, $2, $3 from family where id = $1',
      [
        familyId('osei'),
        (await rows('select person_id from family_worker where family_id = $1', [familyId('ashworth')]))[0].person_id,
        'co-worker',
      ],
    )
    await app.operator.query('delete from family_individual where family_id = $1 and individual_id = $2', [
      familyId('osei'),
      individualId('Darren Ashworth'),
    ])
    const darren = {
      part: 'perpetrator',
      name: 'darren ashworth',
      gender: 'Male',
      vulnerability: 'Debts',
      ...date('birth', '1988-11-23'),
    }
    expect((await add(darren, worker, 'osei')).to).toBe(url('people/same', 'osei'))
    // In an address, on the page or in the log: no other family.
    const { body } = await app.as(worker).get(url('people/same', 'osei'))
    expect(words(body)).toContain(
      'darren ashworth, born on 23 November 1988: somebody of this name and date of birth is in another record',
    )
    expect(body).not.toMatch(/Price|F-ASHW|Leanne|Mia/)
    expect(body).not.toContain(familyId('ashworth'))
    expect((await app.as(worker).post(url('people/same', 'osei'), {})).body).toContain(
      'Say whether they are the same person',
    )

    const unsure = await app.as(worker).post(url('people/same', 'osei'), { answer: 'not sure' })
    expect(unsure.to).toBe(url('people/add', 'osei'))
    expect((await app.as(worker).get(url('people/add', 'osei'))).body).toContain('value="darren ashworth"')
    expect((await add(darren, worker, 'osei')).to).toBe(url('people/same', 'osei'))

    await app.operator.query("update individual set gender = 'Another gender' where id = $1", [
      individualId('Darren Ashworth'),
    ])
    const sent = { answer: 'same', _once: idOf('same once') }
    for (let n = 0; n < 2; n += 1)
      expect((await app.as(worker).post(url('people/same', 'osei'), sent)).to).toBe(url('people', 'osei'))
    expect(
      await rows('select part from family_individual where family_id = $1 and individual_id = $2', [
        familyId('osei'),
        individualId('Darren Ashworth'),
      ]),
    ).toEqual([{ part: 'perpetrator' }])
    // What was recorded stays, what was empty is filled.
    expect(
      (
        await rows('select name, gender, vulnerability from individual where id = $1', [
          individualId('Darren Ashworth'),
        ])
      )[0],
    ).toEqual({ name: 'Darren Ashworth', gender: 'Another gender', vulnerability: 'Debts' })
    expect((await app.as(worker).get(url('people/same', 'osei'))).body).toContain('Nobody waits here to be added.')
  })

  test('may be somebody else of the same name and day', async () => {
    await app.operator.query('delete from family_individual where family_id = $1 and individual_id = $2', [
      familyId('osei'),
      individualId('Darren Ashworth'),
    ])
    expect(
      (await add({ part: 'perpetrator', name: 'Darren Ashworth', ...date('birth', '1988-11-23') }, worker, 'osei')).to,
    ).toBe(url('people/same', 'osei'))
    expect((await app.as(worker).post(url('people/same', 'osei'), { answer: 'other' })).status).toBe(303)
    expect(await called('Darren Ashworth')).toHaveLength(2)
  })

  test('is never looked for among children and victim-survivors', async () => {
    expect((await add({ part: 'victim_survivor', name: 'Abena Osei', ...date('birth', '1990-02-17') })).to).toBe(
      url('people'),
    )
    expect(await called('Abena Osei')).toHaveLength(2)
  })
})
