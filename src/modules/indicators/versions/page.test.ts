import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeSealer } from '#platform/access/sealing.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { accountId, everybody, idOf, organisationId, personId, type Who } from '#test/world.ts'
import { lockVersion, makeVersion, seeVersions, setWithholding } from '../access.ts'
import { filesMark } from './compute.ts'
import { type Example, takeInto, words, workedExample } from './fixtures/taken-in.ts'
import { versionLines } from './lines.ts'
import { versionActs, versionRoutes } from './routes.ts'

let app: TestApp
let example: Example[]

beforeAll(async () => {
  app = await testApp({ routes: versionRoutes })
  example = await workedExample()
})
afterAll(() => app?.close())

/** The analyst of Alder takes files in. */
const takeIn = (examples: readonly Example[]): Promise<string[]> =>
  app.write('analyst@Alder', (db) =>
    takeInto(
      db,
      {
        sealer: makeSealer(testSecret),
        authorityId: organisationId('Alder'),
        personId: personId('analyst@Alder'),
      },
      examples,
    ),
  )
beforeEach(() =>
  app.operator.query(
    'truncate change_release_cell, change_release, change_version, return_fault, return_file, return_key, disclosure_setting cascade',
  ),
)

const list = '/change-data/versions'

/** The hidden field of a form that says what was looked at. */
const markOf = async (who: Who, url: string): Promise<string> => {
  const { body } = await app.as(who).get(url)
  return /name="_version" value="([^"]*)"/.exec(body)?.[1] ?? ''
}

const compute = async (reason?: string): Promise<string> => {
  const reply = await app.as('analyst@Alder').post(`${list}/new`, {
    _version: await markOf('analyst@Alder', `${list}/new`),
    ...(reason === undefined ? {} : { reason }),
  })
  expect([reply.status, words(reply.body).slice(0, 3000)]).toEqual([303, ''])
  return reply.to ?? ''
}

const sign = (version: string, note = 'The published figures are of another window.') =>
  app.as('analyst@Alder').post(`${version}/sign`, { looked: 'yes', note })

const lock = async (version: string, who: Who = 'lead@Alder') =>
  app.as(who).post(`${version}/lock`, { looked: 'yes', note: '', _version: await markOf(who, `${version}/lock`) })

const one = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await app.operator.query(text, [...values])).rows as T[]

test('Each page opens for the roles of its permission and for nobody else', async () => {
  await takeIn(example)
  const version = await compute()
  const roles = {
    [list]: seeVersions.roles,
    [version]: seeVersions.roles,
    [`${list}/new`]: makeVersion.roles,
    [`${version}/sign`]: makeVersion.roles,
    [`${list}/withholding`]: setWithholding.roles,
  }
  for (const [url, allowed] of Object.entries(roles)) {
    for (const who of everybody) {
      const [role, place] = who.split('@')
      const opens = allowed.some((each) => each === role) && (place === 'Alder' || !url.startsWith(version))
      expect([url, who, (await app.as(who).get(url)).status]).toEqual([url, who, opens ? 200 : 404])
    }
  }
  await sign(version)
  for (const who of everybody) {
    const opens = lockVersion.roles.some((each) => `${each}@Alder` === who)
    expect([who, (await app.as(who).get(`${version}/lock`)).status]).toEqual([who, opens ? 200 : 404])
    expect([who, (await app.as(who).post(`${version}/lock`, {})).status]).toEqual([who, opens ? 422 : 404])
  }
})

test('A version is computed, signed by the analyst, locked by the lead, and leaves the borough', async () => {
  await takeIn(example)
  const version = await compute()
  const draft = words((await app.as('analyst@Alder').get(version)).body)
  expect(draft).toContain('Version 1')
  expect(draft).toContain('What would leave the borough')
  expect(await one('select 1 from change_release')).toEqual([])

  expect((await sign(version)).status).toBe(303)
  const shown = words((await app.as('lead@Alder').get(`${version}/lock`)).body)
  const sent = await lock(version)
  expect([sent.status, sent.to]).toEqual([303, version])
  const [release] = await one<{ highest_withheld: number; covers_from: string; covers_to: string }>(
    'select highest_withheld, covers_from, covers_to from change_release',
  )
  expect(release).toEqual({ highest_withheld: 5, covers_from: '2023-04-01', covers_to: '2025-04-01' })
  const cells = await one<{ measure: string; ends: string; status: string; events: number | null }>(
    'select measure, ends, status, events from change_release_cell order by ends, measure',
  )
  expect(new Set(cells.map(({ ends }) => ends))).toEqual(
    new Set(['2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01', '2025-04-01']),
  )
  expect(cells.length).toBe(16 * 5)
  for (const { status, events } of cells) {
    expect(events === null || events === 0 || events > 5).toBe(true)
    expect(events === null).toBe(status !== 'shown')
  }
  const shownCells = cells.filter(({ status }) => status === 'shown')
  expect(shownCells.length).toBeGreaterThan(20)
  for (const { events } of shownCells) expect(shown).toContain(String(events))
  expect(words((await app.as('lead@Alder').get(version)).body)).toContain('What left the borough')
})

const stateOfAll = () =>
  one<{ number: number; signed: boolean; locked: boolean; given_up: boolean }>(
    'select number, analyst_at is not null as signed, lead_at is not null as locked, given_up_at is not null as given_up from change_version order by number',
  )

const signed = async (): Promise<string> => {
  await takeIn(example)
  const version = await compute()
  expect((await sign(version)).status).toBe(303)
  return version
}

test('Both signers stand by name for all who read the borough’s versions, and the analyst is told what happens next', async () => {
  const version = await signed()
  const waiting = words((await app.as('analyst@Alder').get(version)).body)
  expect(waiting).toContain('What happens next: a lead of your borough looks at the checks')
  expect(words((await app.as('analyst@Alder').get(list)).body)).toContain('Version 1 waits for the lead')
  expect(words((await app.as('lead@Alder').get(version)).body)).not.toContain('What happens next')
  await lock(version)
  for (const who of ['analyst@Alder', 'lead@Alder', 'borough_lead@Alder'] as const)
    for (const page of [version, list]) {
      const text = words((await app.as(who).get(page)).body)
      expect([who, text]).toEqual([who, expect.stringContaining('Robin analyst of Alder,')])
      expect([who, text]).toEqual([who, expect.stringContaining('Robin lead of Alder,')])
      expect(text).not.toContain('What happens next')
    }
})

test('What the analyst has signed only the lead sends back, and the analyst is offered no other way', async () => {
  const version = await signed()
  expect((await app.as('analyst@Alder').get(version)).body).not.toContain('/give-up')
  expect((await app.as('analyst@Alder').post(`${version}/give-up`, { reason: 'A mistake' })).status).toBe(404)
  expect((await app.as('lead@Alder').get(version)).body).toContain('/give-up')
  expect(await stateOfAll()).toEqual([{ number: 1, signed: true, locked: false, given_up: false }])
})

test('On Home the analyst of a version that was given up can compute again while a file counts', async () => {
  const reader = {
    personId: personId('analyst@Alder'),
    borough: { id: organisationId('Alder'), name: 'Alder' },
    ...{ mayMake: true, mayLock: false, maySet: false },
  }
  const texts = async () => (await app.read('analyst@Alder', (db) => versionLines(db, reader))).map(({ text }) => text)
  await takeIn(example)
  expect(await texts()).toEqual([`${example.length} files have come in since change data was last computed`])
  const version = await compute()
  expect(await texts()).toEqual(['Version 1 of the change data waits for you to sign it'])
  const gone = await app.as('analyst@Alder').post(`${version}/give-up`, { reason: 'A mistake' })
  expect([gone.status, words(gone.body).slice(0, 800)]).toEqual([303, ''])
  expect(await texts()).toEqual(['Version 1 of the change data was given up: figures can be computed again'])
  await app.operator.query(
    `update return_file set extract = null, withdrawn_at = now(), withdrawn_reason = 'sent again', withdrawn_by = $1`,
    [personId('analyst@Alder')],
  )
  expect(await texts()).toEqual([])
})

test('Nobody but the lead locks, and nothing that the analyst has not signed', async () => {
  await takeIn(example)
  const version = await compute()
  const fields = { looked: 'yes', note: '', _version: 'x' }
  // No signature yet: there is no such page for a lead, and none at all for others.
  expect((await app.as('lead@Alder').post(`${version}/lock`, fields)).status).toBe(404)
  expect((await app.as('analyst@Alder').post(`${version}/lock`, fields)).status).toBe(404)
  expect((await app.as('lead@Alder').post(`${version}/sign`, fields)).status).toBe(404)
  expect((await app.as('lead@Birch').post(`${version}/lock`, fields)).status).toBe(404)
  expect((await sign(version)).status).toBe(303)
  expect((await app.as('lead@Birch').post(`${version}/lock`, fields)).status).toBe(404)
  expect((await sign(version)).status).toBe(404)
  expect(await stateOfAll()).toEqual([{ number: 1, signed: true, locked: false, given_up: false }])
  expect(await one('select 1 from change_release')).toEqual([])
})

test('Two signatures are of two people, whichever roles one of them holds', async () => {
  const version = await signed()
  await app.operator.query(
    `insert into role_grant (id, account_id, organisation_id, role, starts) values (gen_random_uuid(), $1, $2, 'lead', '2021-01-01')`,
    [accountId('analyst@Alder'), organisationId('Alder')],
  )
  const sent = await lock(version, 'analyst@Alder')
  await app.operator.query(`delete from role_grant where account_id = $1 and role = 'lead'`, [
    accountId('analyst@Alder'),
  ])
  expect(sent.status).toBe(422)
  expect(words(sent.body)).toContain('somebody else has to sign it as lead')
  expect(await one('select 1 from change_release')).toEqual([])
  // The database holds to it by itself.
  await expect(app.operator.query('update change_version set lead_by = analyst_by, lead_at = now()')).rejects.toThrow(
    /two_people/,
  )
})

test('Two leads who sign at the same moment lock it once, and one of them is told', async () => {
  const version = await signed()
  const mark = await markOf('lead@Alder', `${version}/lock`)
  const fields = { looked: 'yes', note: '', _version: mark }
  const replies = await Promise.all([
    app.as('lead@Alder').post(`${version}/lock`, fields),
    app.as('borough_lead@Alder').post(`${version}/lock`, fields),
    app.as('lead@Alder').post(`${version}/lock`, fields),
  ])
  expect(replies.filter(({ status }) => status === 303).length).toBe(1)
  for (const { status } of replies) expect([303, 404, 422]).toContain(status)
  expect(await one('select count(*)::int as n from change_release')).toEqual([{ n: 1 }])
  expect(await one('select count(*)::int as n from change_release_cell')).toEqual([{ n: 80 }])
})

test('A second click on the same form is answered as the first one was', async () => {
  const version = await signed()
  const once = '3f0f2f3e-0d5c-4d2e-9a44-111111111111'
  const fields = { looked: 'yes', note: '', _once: once, _version: await markOf('lead@Alder', `${version}/lock`) }
  const [first, second] = await Promise.all([
    app.as('lead@Alder').post(`${version}/lock`, fields),
    app.as('lead@Alder').post(`${version}/lock`, fields),
  ])
  expect([first?.status, second?.status, first?.to, second?.to]).toEqual([303, 303, version, version])
  expect(await one('select count(*)::int as n from change_release')).toEqual([{ n: 1 }])
})

test('Where the release cannot be kept, the version is not locked either', async () => {
  const version = await signed()
  await app.operator.query(`
    create function break_release() returns trigger language plpgsql as $$ begin if new.measure = 'd_unknown' then raise exception 'broken'; end if; return new; end $$;
    create trigger break_release before insert on change_release_cell for each row execute function break_release()`)
  const sent = await lock(version)
  await app.operator.query('drop function break_release cascade')
  expect(sent.status).toBe(500)
  expect(await stateOfAll()).toEqual([{ number: 1, signed: true, locked: false, given_up: false }])
  expect(await one('select 1 from change_release')).toEqual([])
  expect(
    await one(`select 1 from record_entry where act = 'change-version.locked' and subject_id = $1`, [
      version.slice(-36),
    ]),
  ).toEqual([])
  expect((await lock(version)).status).toBe(303)
})

test('What was looked at is what leaves: a setting that changed in the meantime is shown first', async () => {
  const version = await signed()
  const seen = await markOf('lead@Alder', `${version}/lock`)
  const set = await app
    .as('borough_lead@Alder')
    .post(`${list}/withholding`, { highest: '12', zeros: 'hidden', _version: '0' })
  expect([set.status, set.to]).toEqual([303, list])
  const sent = await app.as('lead@Alder').post(`${version}/lock`, { looked: 'yes', note: '', _version: seen })
  expect(sent.status).toBe(422)
  expect(words(sent.body)).toContain('What would leave has changed since you opened this page')
  expect(words(sent.body)).toContain('Withheld: 0 to 12')
  expect((await lock(version)).status).toBe(303)
  expect(await one('select highest_withheld, zeros_hidden from change_release')).toEqual([
    { highest_withheld: 12, zeros_hidden: true },
  ])
  expect(await one('select 1 from change_release_cell where events between 0 and 12')).toEqual([])
})

test('A file that was withdrawn since stops both signatures', async () => {
  const [first = ''] = await takeIn(example)
  const version = await compute()
  const withdraw = (id: string) =>
    app.operator.query(
      `update return_file set extract = null, withdrawn_at = now(), withdrawn_reason = 'wrong year', withdrawn_by = $2 where id = $1`,
      [id, personId('analyst@Alder')],
    )
  await withdraw(first)
  const refused = await sign(version)
  expect([refused.status, words(refused.body).includes('A file in this version was withdrawn since')]).toEqual([
    422,
    true,
  ])
  expect(words((await app.as('analyst@Alder').get(version)).body)).toContain('withdrawn since it was computed')
  await app.operator.query('truncate change_version cascade')
  const next = await compute()
  expect((await sign(next)).status).toBe(303)
  const mark = await markOf('lead@Alder', `${next}/lock`)
  await app.operator.query(
    `update return_file set extract = null, withdrawn_at = now(), withdrawn_reason = 'wrong year', withdrawn_by = $1 where withdrawn_at is null`,
    [personId('analyst@Alder')],
  )
  const late = await app.as('lead@Alder').post(`${next}/lock`, { looked: 'yes', note: '', _version: mark })
  expect([late.status, words(late.body).includes('withdrawn since')]).toEqual([422, true])
  expect(await one('select 1 from change_release')).toEqual([])
})

test('A signature needs its box ticked, and words for what is outside', async () => {
  await takeIn(example)
  const file = idOf('published')
  await app.operator.query(
    `insert into published_file (id, source, name, sha256) values ($1, 'c1', 'c1.csv', sha256('c1'))`,
    [file],
  )
  await app.operator.query(
    `insert into published_figure (authority_code, year, name, file_id, status, value) values ('999', 2025, 'referral_count', $1, 'shown', 90000)`,
    [file],
  )
  const version = await compute()
  await app.operator.query('truncate published_figure, published_file')
  const page = words((await app.as('analyst@Alder').get(`${version}/sign`)).body)
  expect(page).toContain('1 figure to look at before signing')
  const unticked = await app.as('analyst@Alder').post(`${version}/sign`, { note: 'x' })
  expect([unticked.status, words(unticked.body).includes('Tick the box once you have looked at the checks')]).toEqual([
    422,
    true,
  ])
  const silent = await sign(version, '')
  expect([silent.status, words(silent.body).includes('Say what explains the checks that are outside')]).toEqual([
    422,
    true,
  ])
  const hostile = '<script>alert(1)</script>'
  expect(
    (await app.as('analyst@Alder').post(`${version}/sign`, { looked: 'yes', note: hostile, lead_by: 'x' })).status,
  ).toBe(422)
  expect((await sign(version, hostile)).status).toBe(303)
  const shown = (await app.as('lead@Alder').get(version)).body
  expect(shown).not.toContain(hostile)
  expect(shown).toContain('&lt;script>')
})

test('The lead sends a version back with a reason, and the analyst computes another', async () => {
  const version = await signed()
  expect((await app.as('lead@Alder').post(`${version}/give-up`, { reason: ' ' })).status).toBe(422)
  const sent = await app.as('lead@Alder').post(`${version}/give-up`, { reason: 'The census is not the last one sent.' })
  expect([sent.status, sent.to]).toEqual([303, list])
  expect(words((await app.as('analyst@Alder').get(version)).body)).toContain('The census is not the last one sent.')
  for (const page of ['lock', 'sign', 'give-up'])
    expect(
      (await app.as('lead@Alder').post(`${version}/${page}`, { looked: 'yes', note: '', reason: 'x' })).status,
    ).toBe(404)
  await compute()
  expect(await stateOfAll()).toEqual([
    { number: 1, signed: true, locked: false, given_up: true },
    { number: 2, signed: false, locked: false, given_up: false },
  ])
  // A draft is the analyst's own.
  const draft = (await one<{ id: string }>('select id from change_version where number = 2'))[0]?.id
  expect((await app.as('lead@Alder').get(`${list}/${draft}/give-up`)).status).toBe(404)
  expect((await app.as('analyst@Alder').post(`${list}/${draft}/give-up`, { reason: 'A mistake' })).status).toBe(303)
})

test('After a locked version there is another only with a reason, and it says what is different', async () => {
  const files = await takeIn(example)
  const first = await compute()
  await sign(first)
  expect((await lock(first)).status).toBe(303)
  await app.operator.query(
    `update return_file set extract = null, withdrawn_at = now(), withdrawn_reason = 'sent again', withdrawn_by = $2 where id = $1`,
    [files[3], personId('analyst@Alder')],
  )
  const preview = words((await app.as('analyst@Alder').get(`${list}/new`)).body)
  expect(preview).toMatch(/\d+ figures differ from version 1, the last one locked/)
  const silent = await app.as('analyst@Alder').post(`${list}/new`, {
    _version: await markOf('analyst@Alder', `${list}/new`),
    reason: '',
  })
  expect([silent.status, words(silent.body).includes('Say why there is another version')]).toEqual([422, true])
  const second = await compute('The table of flags was withdrawn.')
  await sign(second)
  expect((await lock(second)).status).toBe(303)
  expect(await one('select count(*)::int as n from change_release')).toEqual([{ n: 2 }])
  expect(
    await one(
      `select distinct c.measure, c.status from change_release_cell c join change_release r on r.id = c.release_id
       join change_version v on v.id = r.version_id where v.number = 2 and c.measure like 'a\\_%' order by 1`,
    ),
  ).toEqual([
    { measure: 'a_new_dv_at_referral', status: 'not collected' },
    { measure: 'a_unknown', status: 'not collected' },
  ])
})

test('There is one open version at a time, also when two are computed at once', async () => {
  await takeIn(example)
  const mark = await markOf('analyst@Alder', `${list}/new`)
  const replies = await Promise.all(
    [1, 2, 3].map(() => app.as('analyst@Alder').post(`${list}/new`, { _version: mark })),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 422, 422])
  expect(words(replies.find(({ status }) => status === 422)?.body ?? '')).toContain('Version 1 is still open')
  expect(await stateOfAll()).toEqual([{ number: 1, signed: false, locked: false, given_up: false }])
})

test('A version that somebody else keeps at this moment is waited for, and then named', async () => {
  await takeIn(example)
  const mark = await markOf('analyst@Alder', `${list}/new`)
  const { operator } = app
  await operator.query('begin')
  await operator.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `change versions ${organisationId('Alder')}`,
  ])
  await operator.query(
    `insert into change_version (authority_id, number, definition, files, figures, checks, made_by) values ($1, 1, 'v1', '[]', '{}', '[]', $2)`,
    [organisationId('Alder'), personId('analyst@Alder')],
  )
  const sent = app.as('analyst@Alder').post(`${list}/new`, { _version: mark })
  // Until the request waits for the lock, or for the row: either shows in what the server is asked for.
  for (let waiting = 0; waiting === 0; )
    waiting = (await one<{ n: number }>('select count(*)::int as n from pg_locks where not granted'))[0]?.n ?? 0
  await operator.query('commit')
  const { status, body } = await sent
  expect([status, words(body).includes('Version 1 is still open')]).toEqual([422, true])
})

test('What was looked at is what is computed: a file that came in meanwhile is shown first', async () => {
  await takeIn(example.slice(0, 1))
  const mark = await markOf('analyst@Alder', `${list}/new`)
  await takeIn(example.slice(1))
  const late = await app.as('analyst@Alder').post(`${list}/new`, { _version: mark })
  expect([
    late.status,
    words(late.body).includes('Files were uploaded or withdrawn since you opened this page'),
  ]).toEqual([422, true])
  expect((await app.as('analyst@Alder').post(`${list}/new`, {})).status).toBe(422)
  expect(await stateOfAll()).toEqual([])
})

test('Without a file there is nothing to compute', async () => {
  expect(words((await app.as('analyst@Alder').get(`${list}/new`)).body)).toContain('No file has been uploaded.')
  const sent = await app.as('analyst@Alder').post(`${list}/new`, { _version: filesMark([]) })
  expect([sent.status, words(sent.body).includes('there is nothing to compute')]).toEqual([422, true])
})

test('Less than twelve months can be signed and locked, and nothing leaves', async () => {
  const half = example.slice(0, 1).map((each) => ({ ...each, to: '2023-10-01' }))
  await takeIn(half)
  const version = await compute()
  await sign(version)
  expect(words((await app.as('lead@Alder').get(`${version}/lock`)).body)).toContain(
    'Nothing leaves the borough with this version',
  )
  expect((await lock(version)).status).toBe(303)
  expect(await one('select 1 from change_release')).toEqual([])
})

test.each([
  [{ highest: '4', zeros: 'shown' }, 'Enter a whole number from 5 to 20'],
  [{ highest: '21', zeros: 'shown' }, 'Enter a whole number from 5 to 20'],
  [{ highest: '5.5', zeros: 'shown' }, 'Enter a whole number from 5 to 20'],
  [{ highest: '', zeros: 'shown' }, 'Enter a whole number from 5 to 20'],
  [{ highest: '6', zeros: 'x' }, 'Choose whether zeros are shown'],
  [{ highest: '6' }, 'Choose whether zeros are shown'],
  [{ highest: '6', zeros: 'shown', set_by: 'me' }, 'This page has changed since you opened it'],
])('What is withheld is set within its limits: %o', async (fields, message) => {
  const sent = await app.as('borough_lead@Alder').post(`${list}/withholding`, { ...fields, _version: '0' })
  expect([sent.status, words(sent.body).includes(message)]).toEqual([422, true])
  expect(await one('select 1 from disclosure_setting')).toEqual([])
})

test('Two who set what is withheld do not overwrite each other unseen, and a lead cannot set it', async () => {
  const set = (highest: string, seen: string) =>
    app.as('borough_lead@Alder').post(`${list}/withholding`, { highest, zeros: 'shown', _version: seen })
  expect((await set('9', '0')).status).toBe(303)
  const late = await set('7', '0')
  expect(late.status).toBe(409)
  expect(words(late.body)).toContain('Somebody else saved this')
  expect((await set('7', '1')).status).toBe(303)
  expect(
    (await app.as('lead@Alder').post(`${list}/withholding`, { highest: '5', zeros: 'shown', _version: '2' })).status,
  ).toBe(404)
  expect(await one('select highest_withheld, version from disclosure_setting')).toEqual([
    { highest_withheld: 7, version: 2 },
  ])
})

test('The access record says who computed, read, signed and locked; no title names anybody', async () => {
  const version = await signed()
  await app.as('lead@Alder').get(version)
  await lock(version)
  const acts = await one<{ act: string }>(`select distinct act from record_entry where subject_id = $1 order by act`, [
    version.slice(-36),
  ])
  expect(acts.map(({ act }) => act)).toEqual([
    'change-version.lock-opened',
    'change-version.locked',
    'change-version.made',
    'change-version.read',
    'change-version.signed',
  ])
  for (const act of acts) expect(versionActs[act.act]).toBeDefined()
  const { body } = await app.as('lead@Alder').get(version)
  expect(/<title>([^<]*)/.exec(body)?.[1]).toBe('A version of change data - Throughline')
  expect(app.logged.join('')).not.toContain('cin-2024.xml')
})
