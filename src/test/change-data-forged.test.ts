import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { indicatorsModule } from '#modules/indicators/index.ts'
import { paths } from '#modules/indicators/paths.ts'
import { csrfFor } from '#platform/web/csrf.ts'
import { type TestApp, testApp, testSecret } from './app.ts'
import { exampleFiles, takeInExamples } from './change-data/example-borough.ts'
import { census } from './change-data/marked-files.ts'
import { computeVersion, lockVersion, signVersion } from './change-data/taking-in.ts'
import { multipart } from './multipart.ts'
import { accountId, everybody, organisationId, tokenOf, type Who } from './world.ts'

/** Requests that no page of ours sends: every form of the room, by everybody, with the ids of one's own borough and of another. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

type Place = { readonly file: string; readonly draft: string; readonly mark: string }
let app: TestApp
const places: Partial<Record<'Alder' | 'Birch', Place>> = {}

beforeAll(async () => {
  app = await testApp()
  for (const borough of ['Alder', 'Birch'] as const) {
    const [file = ''] = await takeInExamples(app, borough, exampleFiles.slice(0, 1))
    const draft = await computeVersion(app, `analyst@${borough}`)
    // Alder's waits for its lead, Birch's for its analyst.
    if (borough === 'Alder') expect((await signVersion(app, draft)).status).toBe(303)
    const lead = borough === 'Alder' ? 'lead@Alder' : 'lead@Birch'
    expect((await app.as(lead).post(paths.addMark.to(), markFields)).status).toBe(303)
    const { rows } = await app.operator.query<{ id: string }>('select id from change_mark where authority_id = $1', [
      organisationId(borough),
    ])
    places[borough] = { file, draft: draft.split('/').at(-1) ?? '', mark: rows[0]?.id ?? '' }
  }
})
afterAll(() => app?.close())

const markFields = {
  ...{ kind: 'other', measure: 'every', label: 'A new team', reason: '' },
  ...{ 'on-day': '1', 'on-month': '7', 'on-year': '2024' },
}
const signature = { looked: 'yes', note: 'x', _version: 'x' }
const fieldsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [paths.addMark.pattern]: markFields,
  [paths.withdrawMark.pattern]: {},
  [paths.addFile.pattern]: { kind: 'cin', covers: 'itself' },
  [paths.mapping.pattern]: {},
  [paths.withdrawFile.pattern]: { reason: 'The wrong year' },
  [paths.newVersion.pattern]: { reason: 'x', _version: 'x' },
  [paths.setting.pattern]: { highest: '9', zeros: 'hidden', _version: '0' },
  [paths.signVersion.pattern]: signature,
  [paths.lockVersion.pattern]: signature,
  [paths.giveUpVersion.pattern]: { reason: 'The wrong year' },
}
const all = ['analyst', 'lead', 'borough_lead']
/** Who may send what, said here once more: a permission that was widened is noticed. */
const mayOf: Readonly<Record<string, readonly string[]>> = {
  [paths.addMark.pattern]: all,
  [paths.withdrawMark.pattern]: all,
  [paths.addFile.pattern]: ['analyst'],
  [paths.mapping.pattern]: ['analyst'],
  [paths.withdrawFile.pattern]: ['analyst'],
  [paths.newVersion.pattern]: ['analyst'],
  [paths.setting.pattern]: ['borough_lead'],
  [paths.signVersion.pattern]: ['analyst'],
  [paths.lockVersion.pattern]: ['lead', 'borough_lead'],
  [paths.giveUpVersion.pattern]: all,
}
const withFiles: Readonly<Record<string, string>> = {
  [paths.addFile.pattern]: 'files',
  [paths.mapping.pattern]: 'file',
}

const forms = indicatorsModule.routes.filter(({ methods }) => methods.includes('POST'))

const addressIn = (pattern: string, borough: 'Alder' | 'Birch'): string => {
  const { file = '', draft = '', mark = '' } = places[borough] ?? {}
  return pattern.replace(':fileId', file).replace(':versionId', draft).replace(':markId', mark)
}

/** As raw as it can be: the cookie, a form token, and the fields. */
const send = async (
  who: Who,
  pattern: string,
  borough: 'Alder' | 'Birch',
  token = csrfFor(testSecret, tokenOf(who)),
) => {
  const fields = { _csrf: token, ...fieldsOf[pattern] }
  const field = withFiles[pattern]
  const body =
    field === undefined
      ? {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(fields).toString(),
        }
      : multipart(Object.entries(fields), [{ field, ...census }])
  return app.server.inject({ method: 'POST', url: addressIn(pattern, borough), cookies: { s: tokenOf(who) }, ...body })
}

// What a request leaves whatever comes of it: when somebody was here, and that they asked.
const apart = ['session', 'record_entry', 'record_head']

/** Every row of every other table. */
const everything = async (): Promise<string> => {
  const { rows: tables } = await app.operator.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ($1) order by 1`,
    [apart],
  )
  const said: string[] = []
  for (const { name } of tables) {
    const { rows } = await app.operator.query<{ all: string }>(
      `select coalesce(json_agg(x order by x::text), '[]')::text as all from "${name}" x`,
    )
    said.push(name, rows[0]?.all ?? '')
  }
  return said.join('\n')
}

const withoutNonce = (body: string) => body.replaceAll(/nonce="[^"]*"/g, '')

test('Every form of the room is tried here', () => {
  expect(forms.map(({ path }) => path.pattern).toSorted()).toEqual(Object.keys(fieldsOf).toSorted())
  expect(forms.length).toBeGreaterThan(8)
})

test.each(everybody)(
  '%s, sending what their role does not send, or to another borough, meets a page that is not there',
  async (who) => {
    const [role, own] = who.split('@')
    const missing = withoutNonce((await app.as(who).get('/no-such-page')).body)
    const before = await everything()
    let tried = 0
    for (const { path } of forms)
      for (const borough of ['Alder', 'Birch'] as const) {
        const allowed = mayOf[path.pattern]?.some((each) => each === role)
        // What one may do in one's own borough is for the room's own tests; a form without an id is always one's own.
        if (allowed && (borough === own || !path.pattern.includes(':'))) continue
        const reply = await send(who, path.pattern, borough)
        expect([path.pattern, reply.statusCode]).toEqual([path.pattern, 404])
        expect(withoutNonce(reply.body)).toBe(missing)
        tried += 1
      }
    expect(tried).toBeGreaterThan(6)
    expect(await everything()).toBe(before)
  },
)

test.each(['analyst@Alder', 'lead@Alder', 'borough_lead@Alder', 'lead@Birch'] as const)(
  '%s without a form token of their own writes nothing',
  async (who) => {
    const before = await everything()
    for (const token of ['', 'x', csrfFor(testSecret, tokenOf('practitioner@Alder'))])
      for (const { path } of forms) {
        const { statusCode } = await send(who, path.pattern, 'Alder', token)
        expect([path.pattern, statusCode >= 400 && statusCode < 500]).toEqual([path.pattern, true])
      }
    expect(await everything()).toBe(before)
  },
)

test('Nobody who is not signed in writes anything', async () => {
  const before = await everything()
  for (const { path } of forms) {
    const reply = await app.nobody.post(addressIn(path.pattern, 'Alder'), fieldsOf[path.pattern] ?? {})
    expect([path.pattern, [303, 401, 403, 415].includes(reply.status)]).toEqual([path.pattern, true])
    expect(reply.to ?? '/sign-in').toMatch(/^\/sign-in/)
  }
  expect(await everything()).toBe(before)
})

test('Whoever signed first does not lock, though they hold the lead’s role too; somebody else does', async () => {
  const version = `/change-data/versions/${places.Alder?.draft}`
  await app.operator.query(
    `insert into role_grant (id, account_id, organisation_id, role, starts) values (gen_random_uuid(), $1, $2, 'lead', '2021-01-01')`,
    [accountId('analyst@Alder'), organisationId('Alder')],
  )
  const before = await everything()
  const refused = await lockVersion(app, version, 'analyst@Alder')
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('somebody else has to sign it as lead')
  expect(await everything()).toBe(before)
  expect((await lockVersion(app, version, 'lead@Alder')).status).toBe(303)
  expect(await everything()).not.toBe(before)
})
