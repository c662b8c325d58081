import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies, teamId } from '#test/cases.ts'
import { everybody, personId, type Who } from '#test/world.ts'
import { detailsRoutes } from './routes.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: detailsRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const url = (page: string, key: 'ashworth' | 'osei' | 'sealed' | 'birch' = 'ashworth') =>
  `/families/${familyId(key)}/${page}`
const version = async () =>
  String((await rows('select version from family where id = $1', [familyId('ashworth')]))[0].version)

const opens: Readonly<Record<string, readonly Who[]>> = {
  details: ['practitioner@Alder', 'supervisor@Alder'],
  close: ['practitioner@Alder', 'supervisor@Alder'],
  workers: ['practitioner@Alder', 'supervisor@Alder', 'lead@Alder', 'quality@Alder', 'borough_lead@Alder'],
}

test('Each page opens for those who may, and for everybody else is not found', async () => {
  for (const [page, allowed] of Object.entries(opens))
    for (const who of everybody) {
      expect([page, who, (await app.as(who).get(url(page))).status]).toEqual([
        page,
        who,
        allowed.includes(who) ? 200 : 404,
      ])
      for (const key of ['sealed', 'birch'] as const)
        if (who === 'practitioner@Alder') expect((await app.as(who).get(url(page, key))).status).toBe(404)
    }
})

describe('the details of a record', () => {
  const right = { name: 'Price', cmsId: '', legalStatus: 'Interim care order <b>', communicationNeeds: '' }
  const send = async (change: object) =>
    app.as('practitioner@Alder').post(url('details'), { ...right, _version: await version(), ...change })

  test('are changed, escaped, and what they said before is kept', async () => {
    expect((await send({})).status).toBe(303)
    expect((await app.as('practitioner@Alder').get(url('details'))).body).toContain('Interim care order &lt;b>')
    expect((await rows("select was ->> 'name' as name from case_revision where of_table = 'family'"))[0]).toEqual({
      name: 'Ashworth and Price',
    })
  })

  test('of two editors show the second what the first saved, and lose neither', async () => {
    const before = await version()
    expect((await send({ name: 'First', _version: before })).status).toBe(303)
    const second = await send({ name: 'Second', _version: before })
    expect(second.status).toBe(409)
    expect(words(second.body)).toContain('Name of the record First')
    expect(second.body).toContain('value="Second"')
    expect((await send({ name: 'Second' })).status).toBe(303)
  })

  test('are asked about once where they hold a place', async () => {
    const sent = { legalStatus: 'Order for 9 Mafeking Avenue', _wording: 'legalStatus' }
    const asked = await send(sent)
    expect([asked.status, asked.body.includes('looks like an address')]).toEqual([422, true])
    const seen = /name="_seen" value="([^"]+)"/.exec(asked.body)?.[1] ?? ''
    expect((await send({ ...sent, _seen: seen })).status).toBe(303)
    expect((await send({ ...sent, name: 'Price again' })).status).toBe(303)
  })

  test('keep a megabyte of any language whole, and refuse what is wrong', async () => {
    const long = 'Ω'.repeat(1_000_000)
    expect((await send({ legalStatus: long })).status).toBe(303)
    expect(
      (await rows('select legal_status = $1 as whole from family where id = $2', [long, familyId('ashworth')]))[0]
        .whole,
    ).toBe(true)
    expect((await send({ name: '' })).body).toContain('>Enter a name for the record, such as the family’s surnames</a>')
    expect((await send({ surprise: 'x' })).status).toBe(422)
    expect((await send({ legalStatus: '' })).status).toBe(303)
  })
})

describe('closing a record', () => {
  test('asks why, keeps it, and opens again with a reason in the access record', async () => {
    const send = async (reason: string, seen?: string) =>
      app.as('practitioner@Alder').post(url('close'), { reason, _version: seen ?? (await version()) })
    expect((await send(' ')).body).toContain('>Enter the reason in a few words</a>')
    expect(words((await app.as('practitioner@Alder').get(url('close'))).body)).toContain(
      'Plan asks for no change of behaviour',
    )
    const before = await version()
    expect((await send('He has moved abroad & stays there')).to).toBe('/families')
    const [closed] = await rows('select closed_on is not null as closed, close_reason from family where id = $1', [
      familyId('ashworth'),
    ])
    expect(closed).toEqual({ closed: true, close_reason: 'He has moved abroad & stays there' })
    // Sent from a page that offered to close it: it does not open what a colleague has closed.
    expect((await send('Closing, as agreed', before)).body).toContain(
      'Somebody has changed this record since you opened the page',
    )
    const reopening = await app.as('practitioner@Alder').get(url('close'))
    expect(words(reopening.body)).toContain('He has moved abroad &amp; stays there')
    expect((await send('Seen at the school again')).status).toBe(303)
    expect((await rows('select closed_on from family where id = $1', [familyId('ashworth')]))[0].closed_on).toBeNull()
    const reasons = await rows("select reason from record_entry where act = 'family.closed-or-reopened' order by seq")
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'He has moved abroad & stays there',
      'Seen at the school again',
    ])
  })
})

describe('who works with a family', () => {
  const send = async (fields: Record<string, string>, who: Who = 'supervisor@Alder') =>
    app.as(who).post(url('workers'), { ...fields, _version: await version() })

  test('is changed by the manager only', async () => {
    const fields = { work: 'add', person: personId('lead@Alder'), kind: 'co-worker' }
    for (const who of ['practitioner@Alder', 'lead@Alder', 'borough_lead@Alder'] as const) {
      expect((await send(fields, who)).status).toBe(404)
      expect((await app.as(who).get(url('workers'))).body).not.toContain('<select')
    }
    expect((await send({ ...fields, person: personId('lead@Birch') })).body).toContain('>Select a colleague</a>')
    expect((await send({ ...fields, kind: 'boss' })).body).toContain('>Select what they do for the family</a>')
    expect((await send({ work: 'team', team: teamId('Birch', 'North') })).status).toBe(422)
  })

  test('opens the record to whoever is added, from then on and not after they have ended', async () => {
    expect((await app.as('champion@Alder').get(url('details'))).status).toBe(404)
    const fields = { work: 'add', person: personId('champion@Alder'), kind: 'co-worker' }
    expect((await send(fields)).status).toBe(303)
    expect((await app.as('champion@Alder').get(url('details'))).status).toBe(200)
    expect((await send(fields)).body).toContain('They do this for the family already')
    const [worker] = await rows('select id from family_worker where person_id = $1 and family_id = $2', [
      personId('champion@Alder'),
      familyId('ashworth'),
    ])
    expect((await send({ work: 'end', worker: worker.id })).status).toBe(303)
    expect((await app.as('champion@Alder').get(url('details'))).status).toBe(404)
    expect(words((await app.as('supervisor@Alder').get(url('workers'))).body)).toContain(
      'Robin champion of Alder, co-worker',
    )
    expect((await send({ work: 'end', worker: worker.id })).body).toContain(
      '>They no longer work with the family already</a>',
    )
  })

  test('moves to another team, out of the sight of the manager of the first', async () => {
    expect((await send({ work: 'team', team: teamId('Alder', 'South') })).to).toBe('/families')
    expect((await app.as('supervisor@Alder').get(url('workers'))).status).toBe(404)
    expect((await app.as('practitioner@Alder').get(url('workers'))).body).toContain('South team')
  })
})
