import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeModule } from '#modules/home/index.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId } from '#test/world.ts'
import { peopleModule } from '../index.ts'

let app: TestApp

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const date = (name: string, text: string) => {
  const [year = '', month = '', day = ''] = text.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows

beforeAll(async () => {
  app = await testApp({ routes: [...peopleModule.routes, ...homeModule(peopleModule.home ?? []).routes] })
})
afterAll(() => app?.close())

const urls = ['/settings/partnership', '/settings/partnership/memberships/add', '/settings/partnership/terms/add']

test.each(urls)('%s opens for the project manager and for nobody else', async (url) => {
  for (const who of everybody)
    expect([who, (await app.as(who).get(url)).status]).toEqual([who, who === 'project' ? 200 : 404])
  expect((await app.nobody.get(url)).status).toBe(303)
})

test('The page shows members by capacity and the state of the terms', async () => {
  const text = words((await app.as('project').get('/settings/partnership')).body)
  expect(text).toContain('Alder Implementing 1 August 2021 none set member none Change Alder')
  expect(text).toMatch(/Year 1 1 August 2021 31 July 2022, .* ago over published 1 December 2022 Change Year 1/)
  expect(text).toContain('Delivery partner: none entered.')
})

describe('adding a member', () => {
  const url = '/settings/partnership/memberships/add'
  const right = {
    organisation: 'new',
    name: 'Cedar',
    capacity: 'authority',
    stage: 'mobilising',
    ...date('joined', '2026-09-01'),
  }

  test('says everything that is wrong at once, keeps what was typed, and links each message to its field', async () => {
    const { status, body } = await app.as('project').post(url, {
      organisation: 'new',
      name: ' ',
      capacity: 'authority',
      stage: 'none',
      ...date('joined', '2026-02-31'),
    })
    expect(status).toBe(422)
    expect(body).toContain('Error: Add a member')
    for (const message of [
      'Enter the name of the organisation',
      'Select the stage of the borough',
      'First day of membership must be a real date',
    ])
      expect(body).toContain(`>${message}</a>`)
    for (const [, id] of body.matchAll(/href="#([\w-]+)"/g)) expect(body).toContain(`id="${id}"`)
    expect(body).toContain('value="31"')
    expect((await app.as('project').post(url, {})).body).toContain('Select in what capacity it takes part')
  })

  test('refuses a stage for what is no borough, and an organisation that is listed already', async () => {
    const wrong = async (change: object) => words((await app.as('project').post(url, { ...right, ...change })).body)
    expect(await wrong({ capacity: 'provider' })).toContain('Only a borough has a stage')
    expect(await wrong({ name: ' alder' })).toContain('Alder is listed already: select it from the list')
    expect(await wrong({ organisation: organisationId('Alder'), name: '' })).toContain(
      'Alder is a member already from 1 August 2021',
    )
    expect(await wrong({ organisation: idOf('nobody'), name: '' })).toContain(
      'Select an organisation, or say that it is not listed',
    )
  })

  test('takes the organisation in, once however often it is sent, and records it', async () => {
    const once = idOf('sent twice')
    const replies = await Promise.all(
      [1, 2, 3].map(() => app.as('project').post(url, { ...right, name: '<b>Cedar</b>', _once: once })),
    )
    expect(replies.map(({ status, to }) => [status, to])).toEqual(
      [303, 303, 303].map((status) => [status, '/settings/partnership']),
    )
    expect(
      await rows(
        "select capacity, stage, starts::text from membership m join organisation o on o.id = m.organisation_id where o.name = '<b>Cedar</b>'",
      ),
    ).toEqual([{ capacity: 'authority', stage: 'mobilising', starts: '2026-09-01' }])
    expect(await rows("select count(*)::int as n from record_entry where act = 'membership.added'")).toEqual([{ n: 1 }])
    const { body } = await app.as('project').get('/settings/partnership')
    expect(body).toContain('&lt;b>Cedar')
    expect(body).not.toContain('<b>Cedar')
  })
})

describe('changing a membership', () => {
  const url = `/settings/partnership/memberships/${idOf('membership Birch')}`
  const right = {
    stage: 'embedding',
    ...date('joined', '2021-08-01'),
    ...date('left', ''),
    note: 'Hosts the project manager',
  }

  test('keeps the last day as the day after it, and refuses one before the first', async () => {
    const before = await app.as('project').post(url, { ...right, ...date('left', '2021-07-31'), _version: '1' })
    expect(before.status).toBe(422)
    expect(before.body).toContain('Last day of membership must be the same as or after 1 August 2021, the first day')
    expect((await app.as('project').post(url, { ...right, ...date('left', '2027-07-31'), _version: '1' })).status).toBe(
      303,
    )
    expect(
      await rows('select ends::text, stage, note, version from membership where id = $1', [idOf('membership Birch')]),
    ).toEqual([{ ends: '2027-08-01', stage: 'embedding', note: 'Hosts the project manager', version: 2 }])
    expect((await app.as('project').get(url)).body).toContain('value="31"')
  })

  test('shows both versions where somebody else has saved, and loses neither', async () => {
    // Shown again before it is saved, with an error or to check its wording, it still answers what was seen first.
    const older = { ...right, note: 'My own note', _version: '1' }
    for (const again of [
      { ...older, 'left-day': '99' },
      { ...older, _check: 'note', _wording: 'note' },
    ])
      expect((await app.as('project').post(url, again)).body).toContain('name="_version" value="1"')
    const stale = await app.as('project').post(url, { ...right, note: 'My own note', _version: '1' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('Note Hosts the project manager')
    expect(stale.body).toContain('My own note</textarea>')
    expect(stale.body).toContain('name="_version" value="2"')
    expect((await app.as('project').post(url, { ...right, note: 'My own note', _version: '2' })).status).toBe(303)
  })

  test('is not found for a membership that is not there or is no id', async () => {
    for (const id of [idOf('nothing'), 'x'])
      expect((await app.as('project').get(`/settings/partnership/memberships/${id}`)).status).toBe(404)
  })
})

describe('terms', () => {
  const add = '/settings/partnership/terms/add'
  const term = (starts: string, last: string, change: object = {}) => ({
    name: 'Year 3',
    ...date('starts', starts),
    ...date('last', last),
    ...change,
  })

  test('that share a day with another are refused in words at the first day', async () => {
    const { status, body } = await app.as('project').post(add, term('2023-07-31', '2024-07-31'))
    expect(status).toBe(422)
    expect(words(body)).toContain(
      'These dates share days with Year 2, 1 August 2022 to 31 July 2023: a day belongs to one term',
    )
    expect(body).toContain('href="#starts-day"')
    expect((await app.as('project').post(add, term('2024-01-02', '2024-01-01'))).body).toContain(
      'Last day must be the same as or after 2 January 2024',
    )
    expect((await app.as('project').post(add, term('2024-01-02', '2024-01-01', { 'last-year': '24' }))).body).toContain(
      'Year must include 4 numbers',
    )
  })

  test('are kept half-open under the next number; many added at once never overlap', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => app.as('project').post(add, term('2023-08-01', '2024-07-31'))),
    )
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, ...Array.from({ length: 7 }, () => 422)])
    expect(await rows("select number, ends::text from term where name = 'Year 3'")).toEqual([
      { number: 3, ends: '2024-08-01' },
    ])
  })

  test('can be changed, with a warning where the report is published', async () => {
    const url = `/settings/partnership/terms/${idOf('term 1')}`
    expect((await app.as('project').get(url)).body).toContain('The report of this term is published.')
    const renamed = { name: 'First year', ...date('starts', '2021-08-01'), ...date('last', '2022-07-31') }
    expect((await app.as('project').post(url, { ...renamed, _version: '1' })).status).toBe(303)
    const stale = await app.as('project').post(url, { ...renamed, name: 'Mine', _version: '1' })
    expect([stale.status, words(stale.body).includes('Name First year')]).toEqual([409, true])
    expect((await app.as('evaluator').post(url, { ...renamed, _version: '2' })).status).toBe(404)
  })
})

test('Home tells the project manager that no term is running', async () => {
  expect(words((await app.as('project').get('/')).body)).toContain('Due No term is running: add the next one')
})
