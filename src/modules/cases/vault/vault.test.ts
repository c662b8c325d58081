import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, organisationId, personId, type Who } from '#test/world.ts'
import { seeFamilies } from '../access.ts'
import { paths } from '../paths.ts'
import { boroughSealer } from './borough-keys.ts'
import { readFamilySealer, takeFamilySealer } from './family-key.ts'
import { vaultActs, vaultRoutes } from './routes.ts'
import { addEntry, readEntries, readValue } from './store.ts'

let app: TestApp
const family = { id: familyId('ashworth'), authorityId: organisationId('Alder') }
const to = (entryId: string) => ({ familyId: family.id, entryId })
const list = paths.protectedDetails.to({ familyId: family.id })
const worker = () => app.as('practitioner@Alder')
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const value = 'Flat 3, Rosehaven\n14 <i>Rosebery</i> Road\nE8 4PH'
const words_of_it = ['Rosehaven', 'Rosebery', 'E8 4PH', 'E84PH']

beforeAll(async () => {
  app = await testApp({ routes: vaultRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

const add = (change: object = {}, who: Who = 'practitioner@Alder') =>
  app.as(who).post(paths.addProtected.to({ familyId: family.id }), {
    whom: individualId('Leanne Price'),
    kind: 'address',
    value,
    ...change,
  })
const entries = () => app.read('practitioner@Alder', (db) => readEntries(db, family.id))
const onlyEntry = async () => {
  const [first] = await entries()
  if (!first) throw new Error('nothing is held')
  return first.id
}

describe('A protected detail', () => {
  test('is added by those who work with the family, and by nobody else', async () => {
    for (const who of everybody) {
      const works = ['practitioner@Alder', 'supervisor@Alder'].includes(who)
      const sees = works || ['lead@Alder', 'quality@Alder', 'borough_lead@Alder'].includes(who)
      expect([who, (await app.as(who).get(list)).status]).toEqual([who, sees ? 200 : 404])
      const url = paths.addProtected.to({ familyId: family.id })
      expect([who, (await app.as(who).get(url)).status]).toEqual([who, works ? 200 : 404])
    }
    expect(seeFamilies.roles).toContain('lead')
    expect((await add({}, 'lead@Alder')).status).toBe(404)
    expect((await app.nobody.get(list)).status).not.toBe(200)
    expect(words((await worker().get(list)).body)).toContain('No protected details are recorded.')
  })

  test('is refused with everything that is wrong, at its field', async () => {
    const { status, body } = await add({
      whom: individualId('Abena Osei'),
      kind: 'shoe size',
      value: ' ',
      'starts-day': '1',
    })
    expect(status).toBe(422)
    for (const message of [
      'Select whose it is',
      'Select what it is',
      'Enter what it says',
      'From when must include a month',
    ])
      expect(body).toContain(message)
    expect((await add({ value: 'London' })).body).toContain('it could not be found again in a letter')
    expect(await entries()).toEqual([])
  })

  test('is held once however often it is sent, and leaves no hash of what was typed', async () => {
    const replies = await Promise.all([add(), add(), add({ _once: '5f0f8a52-65a8-4f4e-9d2c-0d9b4f1f2a11' })])
    expect(replies.map(({ status, to: where }) => [status, where])).toEqual([
      [303, list],
      [303, list],
      [303, list],
    ])
    expect(await entries()).toHaveLength(1)
    expect((await worker().get(paths.addProtected.to({ familyId: family.id }))).body).not.toContain('name="_once"')
  })

  test('is said to be held, and not what it is, to everybody who sees the family', async () => {
    for (const who of [
      'practitioner@Alder',
      'supervisor@Alder',
      'lead@Alder',
      'quality@Alder',
      'borough_lead@Alder',
    ] as const) {
      const { body } = await app.as(who).get(list)
      expect(words(body)).toContain('Leanne Price Address')
      for (const word of words_of_it) expect(body).not.toContain(word)
      expect([who, body.includes(paths.revealProtected.to(to(await onlyEntry())))]).toEqual([
        who,
        /pract|super/.test(who),
      ])
    }
  })
})

describe('Shown', () => {
  const show = (entryId: string, fields: Record<string, string>, who: Who = 'practitioner@Alder') =>
    app.as(who).post(paths.revealProtected.to(to(entryId)), fields)

  test('it is to nobody before a reason is given, and a reason is asked for', async () => {
    const id = await onlyEntry()
    expect((await show(id, {})).body).toContain('Select why you need to see it')
    expect((await show(id, { why: 'other', other: 'short' })).body).toContain('Enter the reason in a sentence')
    for (const who of [
      'lead@Alder',
      'quality@Alder',
      'borough_lead@Alder',
      'champion@Alder',
      'practitioner@Birch',
    ] as const)
      expect([who, (await show(id, { why: 'visit' }, who)).status]).toEqual([who, 404])
    expect(await rows('select * from vault_reveal')).toEqual([])
    expect((await worker().get(paths.revealProtected.to(to(id)))).body).not.toContain('Rosehaven')
  })

  test('it is to the one who asked, in the one answer, with who and why on record first', async () => {
    const id = await onlyEntry()
    const once = { why: 'visit', _once: '00000000-0000-4000-8000-000000000002' }
    const page = await show(id, once)
    expect(page.status).toBe(200)
    expect(await rows("select act, reason from record_entry where act = 'family.protected-detail-shown'")).toEqual([
      { act: 'family.protected-detail-shown', reason: 'To visit' },
    ])
    expect(page.body).toContain('Flat 3, Rosehaven<br/>14 &lt;i>Rosebery&lt;/i> Road<br/>E8 4PH')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toMatch(/<title>Protected details/)
    for (const [, attribute = ''] of page.body.matchAll(/="([^"]*)"/g))
      for (const word of words_of_it) expect(attribute).not.toContain(word)
    // Back, and the same form sent once more, show nothing: neither does its own address.
    const again = await show(id, once)
    expect([again.status, again.to]).toEqual([303, list])
    expect((await worker().get(paths.revealProtected.to(to(id)))).body).not.toContain('Rosehaven')
    expect(await rows('select 1 from vault_reveal')).toHaveLength(1)
    expect(words((await app.as('lead@Alder').get(list)).body)).toContain('Leanne Price Address To visit')
  })

  test('in the database it is open to whoever said why, for five minutes, and to no colleague', async () => {
    const id = await onlyEntry()
    const value = (who: Who) => app.read(who, (db) => readValue(db, testSecret, family, id))
    await app.operator.query("update vault_reveal set until = now() - interval '1 second'")
    expect(await value('practitioner@Alder')).toBeNull()
    await show(id, { why: 'visit' })
    expect(await value('practitioner@Alder')).toContain('Rosehaven')
    expect(await value('supervisor@Alder')).toBeNull()
    await app.operator.query("update vault_reveal set until = now() - interval '1 second'")
    expect(await value('practitioner@Alder')).toBeNull()
  })

  test('it stands nowhere else: no table, no log, no address', async () => {
    const tables = await rows(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    expect(tables.length).toBeGreaterThan(50)
    for (const { name } of tables) {
      const kept = JSON.stringify(await rows(`select t::text as row from "${name}" t`))
      for (const word of words_of_it) {
        expect([name, kept.includes(word)]).toEqual([name, false])
        expect([name, kept.includes(Buffer.from(word).toString('hex'))]).toEqual([name, false])
      }
    }
    for (const word of words_of_it) expect(app.logged.join()).not.toContain(word)
  })

  test('it is not where the record refuses the line', async () => {
    const id = await onlyEntry()
    await app.operator.query('alter function access.record(text, text, text, text, text) rename to record_away')
    try {
      expect((await show(id, { why: 'telephone' })).status).toBe(500)
    } finally {
      await app.operator.query('alter function access.record_away(text, text, text, text, text) rename to record')
    }
    expect(await app.read('practitioner@Alder', (db) => readValue(db, testSecret, family, id))).toBeNull()
    expect(await rows("select 1 from vault_reveal where reason = 'To telephone'")).toEqual([])
  })
})

describe('A sealed value', () => {
  test('does not open in another row, family or borough, nor does a key', async () => {
    await add({ whom: individualId('Mia Price'), value: 'Oakfield Villa\nE9 1AA' })
    const [first, second] = await entries()
    if (!first || !second) throw new Error('two are held')
    for (const id of [first.id, second.id]) await worker().post(paths.revealProtected.to(to(id)), { why: 'visit' })
    const read = (id: string) => app.read('practitioner@Alder', (db) => readValue(db, testSecret, family, id))
    expect(await read(first.id)).toBe('Oakfield Villa\nE9 1AA')
    await app.operator.query(
      'update vault_value set sealed = (select sealed from vault_value where entry_id = $1) where entry_id = $2',
      [second.id, first.id],
    )
    await expect(read(first.id)).rejects.toThrow('does not open')
    const sealer = await app.write('practitioner@Alder', (db) => takeFamilySealer(db, testSecret, family))
    const birch = { id: familyId('birch'), authorityId: organisationId('Birch') }
    const other = await app.write('practitioner@Birch', (db) => takeFamilySealer(db, testSecret, birch))
    expect(() => other.open(sealer.seal('x', 'place'), 'place')).toThrow('does not open')
    await app.operator.query(
      'update vault_key set sealed = (select sealed from vault_key where family_id = $1) where family_id = $2',
      [birch.id, family.id],
    )
    await expect(app.read('practitioner@Alder', (db) => readFamilySealer(db, testSecret, family))).rejects.toThrow(
      'does not open',
    )
  })

  test('opens after the secret was changed, while the old one is still configured', () => {
    const sealed = boroughSealer('the old secret, long enough', family.authorityId).seal('key', 'place')
    const rotated = boroughSealer(['a new secret, long enough', 'the old secret, long enough'], family.authorityId)
    expect(rotated.open(sealed, 'place').toString()).toBe('key')
    expect(() => boroughSealer('a new secret, long enough', family.authorityId).open(sealed, 'place')).toThrow(
      'does not open',
    )
    expect(() => boroughSealer('the old secret, long enough', organisationId('Birch')).open(sealed, 'place')).toThrow(
      'does not open',
    )
  })
})

test('What has ended is kept, with its day, once', async () => {
  const id = (await entries()).find(({ individualId: whose }) => whose === individualId('Leanne Price'))?.id ?? ''
  const url = paths.endProtected.to(to(id))
  expect((await worker().get(url)).body).toContain('From which day is it theirs no more?')
  const day = (year: string) => ({ 'ended-day': '1', 'ended-month': '3', 'ended-year': year })
  expect((await worker().post(url, day('2999'))).body).toContain('The day must be today or in the past')
  expect((await worker().post(url, day('2026'))).to).toBe(list)
  expect(await rows('select ended_on::text, ended_by from vault_entry where id = $1', [id])).toEqual([
    { ended_on: '2026-03-01', ended_by: personId('practitioner@Alder') },
  ])
  expect((await worker().get(url)).status).toBe(404)
  expect(words((await worker().get(list)).body)).toContain('1 March 2026')
})

test('Another family’s detail is not found under this one', async () => {
  const birch = { id: familyId('birch'), authorityId: organisationId('Birch') }
  await app.write('practitioner@Birch', (db) =>
    addEntry(db, testSecret, birch, {
      individualId: individualId('Marta Ruiz'),
      kind: 'telephone',
      value: '07700 900777',
      starts: null,
      by: personId('practitioner@Birch'),
    }),
  )
  const [held] = await app.read('practitioner@Birch', (db) => readEntries(db, birch.id))
  expect(
    (await app.as('practitioner@Birch').get(paths.revealProtected.to({ familyId: birch.id, entryId: held?.id ?? '' })))
      .status,
  ).toBe(200)
  expect((await worker().get(paths.revealProtected.to(to(held?.id ?? '')))).status).toBe(404)
  expect((await worker().get(paths.protectedDetails.to({ familyId: birch.id }))).status).toBe(404)
})

test('A detail is not shown under the address of another of the worker’s own families', async () => {
  const osei = { id: familyId('osei'), authorityId: organisationId('Alder') }
  await app.operator.query(
    "insert into family_worker (authority_id, family_id, person_id, kind, starts) values ($1, $2, $3, 'co-worker', '2026-01-05')",
    [osei.authorityId, osei.id, personId('practitioner@Alder')],
  )
  const url = paths.revealProtected.to({ familyId: osei.id, entryId: await onlyEntry() })
  expect((await worker().get(paths.protectedDetails.to({ familyId: osei.id }))).status).toBe(200)
  expect((await worker().get(url)).status).toBe(404)
  expect((await worker().post(url, { why: 'visit' })).status).toBe(404)
})

test('Each of its acts has its words', async () => {
  const acts = (await rows("select distinct act from record_entry where act like 'family.protected%'")).map(
    ({ act }) => act,
  )
  expect(acts.toSorted()).toEqual(Object.keys(vaultActs).toSorted())
})
