import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type LocalDate, localDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { idOf, type Who } from '#test/world.ts'
import { peopleRoutes } from './routes.ts'
import { updatePerson } from './store.ts'

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

describe('changing what is recorded of somebody', () => {
  const mia = () => url(`people/${individualId('Mia Price')}`)
  const version = async () => (await app.as(worker).get(mia())).body.match(/name="_version" value="([^"]+)"/)?.[1] ?? ''
  const send = async (change: Record<string, string>, seen?: string) =>
    app.as(worker).post(mia(), {
      part: 'child',
      name: 'Mia Price',
      ...date('birth', '2019-04-02'),
      _version: seen ?? (await version()),
      ...change,
    })

  test('shows the second of two editors what the first saved, and loses neither', async () => {
    const before = await version()
    expect((await send({ religion: 'Sikh' }, before)).status).toBe(303)
    const second = await send({ religion: 'Hindu', ethnicity: 'White: Irish' }, before)
    expect(second.status).toBe(409)
    expect(words(second.body)).toContain('Religion Sikh')
    expect(second.body).toMatch(/<option value="Hindu" selected/)
    expect((await send({ religion: 'Hindu' }, await version())).status).toBe(303)
    expect(
      (
        await rows(
          "select was ->> 'religion' as was from case_revision where of_table = 'individual' and was ->> 'name' = 'Mia Price' order by version",
        )
      )[1],
    ).toEqual({ was: 'Sikh' })
  })

  test('of one person, while somebody changes what they are in the family, is refused as well', async () => {
    const before = await version()
    await app.operator.query('update family_individual set version = version + 1 where individual_id = $1', [
      individualId('Mia Price'),
    ])
    expect((await send({ religion: 'Jewish' }, before)).status).toBe(409)
    expect((await rows('select religion from individual where id = $1', [individualId('Mia Price')]))[0].religion).toBe(
      'Hindu',
    )
  })

  test('is refused at the last moment too, as a whole', async () => {
    const [ofPerson = '', inFamily = ''] = (await version()).split('.')
    const input = { part: 'child', name: 'Late', birthOn: null, expectedOn: null, leftOn: null, fields: {} } as const
    for (const stale of [`${Number(ofPerson) - 1}.${inFamily}`, `${ofPerson}.${Number(inFamily) - 1}`])
      await expect(
        app.write(worker, async (db) => {
          const ids = { familyId: familyId('ashworth'), individualId: individualId('Mia Price') }
          // As a form does with what is refused: nothing of it stays.
          throw new Error((await updatePerson(db, { ...ids, version: stale }, input)) ? 'saved' : 'refused')
        }),
      ).rejects.toThrow('refused')
  })

  test('keeps a choice that came from elsewhere, and takes no other that is on no list', async () => {
    await app.operator.query("update individual set gender = 'F (from the case system)' where id = $1", [
      individualId('Mia Price'),
    ])
    expect((await app.as(worker).get(mia())).body).toMatch(/<option value="F \(from the case system\)" selected/)
    expect((await send({ gender: 'F (from the case system)' })).status).toBe(303)
    expect((await send({ gender: 'G' })).status).toBe(422)
    expect((await send({ part: 'perpetrator' })).body).toContain('Select who they are in this family')
  })

  test('leaves what another part is asked as it was', async () => {
    await app.operator.query("update individual set vulnerability = 'Kept' where id = $1", [individualId('Mia Price')])
    expect((await send({ vulnerability: 'Not asked of a child' })).status).toBe(303)
    expect(
      (await rows('select vulnerability from individual where id = $1', [individualId('Mia Price')]))[0].vulnerability,
    ).toBe('Kept')
  })

  test('lets somebody leave the family from a day, and come back', async () => {
    expect((await send(date('left', addDays(today, 1)))).body).toContain('The day must be today or in the past')
    expect((await send(date('left', '2026-03-03'))).status).toBe(303)
    expect(words((await app.as(worker).get(url('people'))).body)).toContain(
      'No longer in this family Mia Price, child or young person: not in it since 3 March 2026',
    )
    expect((await add({ name: 'Mia Price', ...date('birth', '2019-04-02') })).body).toContain(
      'has left the family: change that entry',
    )
    expect((await send({})).status).toBe(303)
    expect(
      (await rows('select left_on from family_individual where individual_id = $1', [individualId('Mia Price')]))[0]
        .left_on,
    ).toBeNull()
    expect(localDate('2026-03-03') < today).toBe(true)
  })

  test('and adding somebody, asks once about a place in a long text', async () => {
    const sent = { communicationNeeds: 'Interpreter comes to 9 Mafeking Avenue', _wording: 'communicationNeeds' }
    for (const way of [
      (more: object) => send({ ...sent, ...more }),
      (more: object) => add({ name: 'Ada Price', ...sent, ...more }),
    ]) {
      const asked = await way({})
      expect([asked.status, asked.body.includes('looks like an address')]).toEqual([422, true])
      const _seen = /name="_seen" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
      expect((await way({ _seen })).status).toBe(303)
    }
    await send({ communicationNeeds: '' })
  })
})

describe('what people are to one another', () => {
  const send = (fields: Record<string, string>) => app.as(worker).post(url('relations'), { work: 'add', ...fields })
  const mother = { from: individualId('Leanne Price'), kind: 'mother', to: individualId('Mia Price') }

  test('is recorded in words, and once', async () => {
    expect((await send({ ...mother, note: 'Full <b> responsibility' })).status).toBe(303)
    expect(words((await app.as('lead@Alder').get(url('people'))).body)).toContain(
      'Leanne Price is the mother of Mia Price: Full &lt;b> responsibility',
    )
    expect((await send({ ...mother, kind: 'parent' })).body).toContain('is recorded already: end that first')
  })

  test('is refused where it cannot be', async () => {
    const wrong = await send({ from: individualId('Kwame Osei'), kind: 'king', to: '' })
    for (const message of ['Select who it is about', 'Select what they are', 'Select whose'])
      expect(wrong.body).toContain(`>${message}</a>`)
    expect((await send({ ...mother, to: mother.from })).body).toContain('Select somebody else')
    expect((await send({ from: mother.to, kind: 'mother', to: mother.from })).body).toContain(
      'it cannot be so both ways',
    )
    expect((await send({ work: 'end', relation: idOf('nothing') })).body).toContain('Select what is no longer so')
  })

  test('ends, stays to be read, and can be recorded again', async () => {
    const [relation] = await rows('select id from relation')
    expect((await send({ work: 'end', relation: relation.id })).status).toBe(303)
    expect(words((await app.as(worker).get(url('relations'))).body)).toContain(
      'No longer so Leanne Price is the mother of Mia Price',
    )
    expect((await send({ ...mother, kind: 'foster carer' })).status).toBe(303)
    expect(await rows('select kind, ended_on, version from relation')).toEqual([
      { kind: 'foster carer', ended_on: null, version: 3 },
    ])
  })
})
