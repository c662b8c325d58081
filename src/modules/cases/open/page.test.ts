import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies, teamId } from '#test/cases.ts'
import { everybody, idOf } from '#test/world.ts'
import { seeFamilies, writeFamilies } from '../access.ts'
import { openRoutes } from './routes.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: openRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const north = () => teamId('Alder', 'North')
const right = () => ({ name: 'Petrov and <i>Hale', cmsId: 'CMS-77', team: north() })

describe('opening a record', () => {
  test('is for those who work with families', async () => {
    for (const who of everybody) {
      const opens = writeFamilies.roles.some((role) => role === who.split('@')[0])
      expect([who, (await app.as(who).get('/families/open')).status]).toEqual([who, opens ? 200 : 404])
      if (!opens) expect((await app.as(who).post('/families/open', right())).status).toBe(404)
    }
  })

  test('offers one’s own team first, and says what is wrong at its field', async () => {
    expect((await app.as('practitioner@Alder').get('/families/open')).body).toMatch(
      new RegExp(`<option value="${north()}" selected`),
    )
    const wrong = await app
      .as('practitioner@Alder')
      .post('/families/open', { name: '', cmsId: 'x'.repeat(101), team: teamId('Birch', 'North') })
    expect(wrong.status).toBe(422)
    for (const message of [
      'Enter a name for the record, such as the family’s surnames',
      'Number in the case system must be 100 characters or fewer',
      'Select a team, or that it has none',
    ])
      expect(wrong.body).toContain(`>${message}</a>`)
  })

  test('makes one record, of which whoever opened it is key worker, and leads to its people', async () => {
    const sent = { ...right(), _once: idOf('opened twice') }
    const [first, second] = [
      await app.as('practitioner@Alder').post('/families/open', sent),
      await app.as('practitioner@Alder').post('/families/open', sent),
    ]
    const [family, ...others] = await rows(
      "select id, reference, cms_id, team_id from family where name like 'Petrov%'",
    )
    expect(others).toEqual([])
    expect(family).toMatchObject({ cms_id: 'CMS-77', team_id: north() })
    expect(family.reference).toMatch(/^F-[2-9A-HJKMNP-Z]{8}$/)
    for (const sending of [first, second])
      expect([sending?.status, sending?.to]).toEqual([303, `/families/${family.id}/people/add`])
    expect(await rows('select kind from family_worker where family_id = $1', [family.id])).toEqual([
      { kind: 'key worker' },
    ])
    expect(
      await rows("select subject_kind from record_entry where act = 'family.opened' and subject_id = $1", [family.id]),
    ).toEqual([{ subject_kind: 'family' }])
  })

  test('takes a name of two hundred characters and not one more', async () => {
    const open = (name: string) => app.as('champion@Alder').post('/families/open', { name, cmsId: '', team: 'none' })
    expect((await open('ś'.repeat(201))).status).toBe(422)
    expect((await open('ś'.repeat(200))).status).toBe(303)
  })
})

describe('a link out of the case system', () => {
  const plain = (body: string) => body.replaceAll(/nonce="[^"]*"|value="[^"]*"|content="[^"]*"/g, '')

  test('leads to the record with its number, for those who see it', async () => {
    for (const who of everybody)
      if (!seeFamilies.roles.some((role) => role === who.split('@')[0]))
        expect([who, (await app.as(who).get('/families/case/CMS-ashworth')).status]).toEqual([who, 404])
    for (const who of ['practitioner@Alder', 'supervisor@Alder', 'lead@Alder'] as const) {
      const answer = await app.as(who).get('/families/case/CMS-ashworth')
      expect([answer.status, answer.to]).toEqual([303, `/families/${familyId('ashworth')}`])
    }
  })

  test('says the same of a number that is hidden as of one that is nobody’s', async () => {
    for (const who of [
      'practitioner@Alder',
      'supervisor@Alder',
      'lead@Alder',
      'quality@Alder',
      'champion@Birch',
    ] as const) {
      const hidden = await app.as(who).get('/families/case/CMS-sealed')
      const none = await app.as(who).get('/families/case/CMS-nobody')
      expect([hidden.status, none.status]).toEqual([200, 200])
      expect(plain(hidden.body).replaceAll('CMS-sealed', 'N')).toBe(plain(none.body).replaceAll('CMS-nobody', 'N'))
      expect(none.body).toContain('There is no record with this number that you can open.')
    }
    expect((await app.as('lead@Alder').get('/families/case/CMS-nobody')).body).not.toContain('/families/open')
  })

  test('offers to open a record with the number, which then stands in the form', async () => {
    const { body } = await app.as('practitioner@Alder').get('/families/case/A%2F1%20%22b%22')
    const href = body.match(/href="(\/families\/open\?[^"]+)"/)?.[1] ?? ''
    expect(href).toBe('/families/open?number=A%2F1%20%22b%22')
    expect((await app.as('practitioner@Alder').get(href)).body).toContain('value="A/1 &quot;b&quot;"')
  })

  test('lets one choose where several have the number', async () => {
    await app.operator.query("update family set cms_id = 'CMS-two' where id = any ($1)", [
      [familyId('ashworth'), familyId('osei')],
    ])
    const { status, body } = await app.as('lead@Alder').get('/families/case/CMS-two')
    expect([status, body.includes('Several records have this number')]).toEqual([200, true])
    for (const key of ['ashworth', 'osei'] as const) expect(body).toContain(`/families/${familyId(key)}"`)
    expect((await app.as('practitioner@Alder').get('/families/case/CMS-two')).to).toBe(
      `/families/${familyId('ashworth')}`,
    )
  })
})
