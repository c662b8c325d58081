import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openExtracts } from '#modules/indicators/files/extract-store.ts'
import { paths } from '#modules/indicators/paths.ts'
import { dayOf } from '#modules/indicators/readers/extract.ts'
import { frameHead } from '#modules/indicators/readers/process/frame.ts'
import { makeSealer } from '#platform/access/sealing.ts'
import { routes } from '../app.ts'
import { unpacked } from './access/unpacked.ts'
import { type TestApp, testApp, testSecret } from './app.ts'
import {
  annexA,
  broken,
  care,
  census,
  earlierCensus,
  example,
  flags,
  inCode,
  inFileName,
  ownDays,
  somebody,
} from './change-data/marked-files.ts'
import { found, inTheDatabase, writings } from './change-data/searching.ts'
import {
  computeVersion,
  lockVersion,
  ofDays,
  ofYear,
  sayHowItIsRead,
  signVersion,
  takeInFiles,
} from './change-data/taking-in.ts'
import { everybody, organisationId, personId, tokenOf, type Who } from './world.ts'

/**
 * A borough takes in returns in which every field that says who a child is holds something that can be found again, and does with them all that can be done.
 * Then it is looked for wherever anybody could meet it: in pages, downloads, headers, the log, every column of the database, and what the readers print.
 */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const alder = organisationId('Alder')
const keyOf = (borough: string) => `tl_${borough.slice(0, 1).repeat(43)}`
const ofCodes = new RegExp(`${inCode}\\w*`, 'g')
const nameOfFile = new RegExp(inFileName, 'g')

let app: TestApp
/** What was answered while files were uploaded. */
const answered: string[] = []
let taken: string[] = []
let version = ''

const fill: Parameters<typeof testApp>[0] = {
  fill: async (operator) => {
    for (const borough of ['Alder', 'Birch'] as const)
      await operator.query(
        `insert into api_key (organisation_id, name, token_sha, made_by, expires_on) values ($1, 'Reports', $2, $3, current_date + 9)`,
        [organisationId(borough), createHash('sha256').update(keyOf(borough)).digest(), personId(`admin@${borough}`)],
      )
  },
}

const mostOf = async (): Promise<string[]> => {
  const sent = [
    await takeInFiles(app, [earlierCensus], { kind: 'cin', covers: 'itself' }),
    await takeInFiles(app, [census], { kind: 'cin', covers: 'itself' }),
    await takeInFiles(app, care, ofDays('ssda903', ['2023-04-01', '2025-03-31'])),
    await takeInFiles(app, [annexA], ofYear('annex-a', '2026')),
  ]
  const read = await sayHowItIsRead(app, flags)
  sent.push(await takeInFiles(app, [flags], ofDays('referral-flags', ['2023-04-01', '2025-03-31'])))
  answered.push(...[...sent, ...read.answers].map(({ headers, body }) => `${headers}\n${body}`))
  answered.push(...read.pages.map(({ headers, body }) => `${JSON.stringify(headers)}\n${body}`))
  expect([...sent, ...read.answers].map(({ status, body }) => (status === 303 ? '' : body))).toEqual(Array(9).fill(''))
  return sent.map(({ to }) => to)
}

const mark = { measure: 'every', 'on-day': '1', 'on-month': '7', 'on-year': '2024', reason: '' }

beforeAll(async () => {
  app = await testApp(fill)
  for (const file of broken) {
    const reply = await takeInFiles(app, [file], { kind: 'cin', covers: 'itself' })
    expect([reply.status, file.bytes.length > 0]).toEqual([422, true])
    answered.push(`${reply.headers}\n${reply.body}`)
  }
  taken = await mostOf()
  // Uploaded and then withdrawn: its facts and faults stay.
  const again = {
    ...census,
    bytes: String(census.bytes).replace('<Year>2025', '<Year>2022').replace('2025-03-31', '2022-03-31'),
  }
  const withdrawn = await takeInFiles(app, [again], { kind: 'cin', covers: 'itself' })
  expect((await app.as('analyst@Alder').post(`${withdrawn.to}/withdraw`, { reason: 'The wrong year' })).status).toBe(
    303,
  )
  taken.push(withdrawn.to)
  version = await computeVersion(app)
  expect((await signVersion(app, version)).status).toBe(303)
  expect((await lockVersion(app, version)).status).toBe(303)
  expect(
    (await app.as('lead@Alder').post(paths.addMark.to(), { ...mark, kind: 'other', label: 'A new team' })).status,
  ).toBe(303)
})
afterAll(() => app?.close())

const everyWriting = (text: string | Buffer) => found(text, somebody)

describe('The search', () => {
  test('finds somebody as they are, and in base 64, hexadecimal and packed', async () => {
    const { gzipSync } = await import('node:zlib')
    const secret = 'a ZQMARKEDCHILD1 b'
    const packed = gzipSync(secret.repeat(3))
    for (const written of [
      secret,
      Buffer.from(secret),
      Buffer.from(secret).toString('base64'),
      `{"a":"${Buffer.from(secret).toString('hex')}"}`,
      packed,
      packed.toString('base64'),
      `\\x${packed.toString('hex')}`,
    ])
      expect(everyWriting(written)).toEqual(['ZQMARKEDCHILD1'])
    expect(everyWriting('born 23 November 2009 at ZQ7 9QZ, 99917000123')).toHaveLength(3)
    expect(everyWriting('reference 0a1b2c3d')).toEqual([])
  })

  test('finds them in the database wherever they stood', async () => {
    const { operator } = app
    await operator.query(`begin; set local session_replication_role = 'replica'`)
    try {
      await operator.query(`update return_fault set said = 'Look at ZQMARKEDCHILD1' where number = 1`)
      await operator.query(`update organisation set name = encode('ZQMARKEDCHILD1', 'base64') where name = 'Hazel'`)
      await operator.query(
        `update return_file set extract = convert_to('x ZQMARKEDCHILD1', 'utf8') where withdrawn_at is null`,
      )
      expect(Object.keys(await inTheDatabase(operator, somebody)).toSorted()).toEqual([
        'organisation.name',
        'return_fault.said',
        'return_file.extract',
      ])
    } finally {
      await operator.query('rollback')
    }
  })

  test('has something to find: each file was read, and had faults where somebody stands', async () => {
    const { rows } = await app.operator.query<{ kind: string; faults: number; rules: string }>(
      `select kind, count(*)::int as faults, string_agg(distinct t.rule, ' ' order by t.rule) as rules
       from return_file f join return_fault t on t.file_id = f.id group by f.id, kind order by kind, f.id`,
    )
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['annex-a', 'cin', 'referral-flags', 'ssda903']),
    )
    const rules = rows.map((row) => `${row.kind}: ${row.rules}`).join('\n')
    for (const rule of [
      '8500',
      'stray-text',
      'element',
      'twice',
      'child-number',
      'child-long',
      'child-missing',
      'child-error',
      'date',
    ])
      expect(rules).toContain(rule)
    for (const { faults } of rows) expect(faults).toBeGreaterThan(3)
  })
})

describe('Nothing of a child', () => {
  test('was answered to whoever took the files in, or tried to', () => {
    expect(answered).toHaveLength(17)
    expect(answered.flatMap(everyWriting)).toEqual([])
  })

  test('stands in any column of any table', async () => {
    expect(await inTheDatabase(app.operator, somebody)).toEqual({})
  })

  test('lies in an extract that is opened: a child is a print, and no day of birth or death is kept', async () => {
    const opened = await app.read('analyst@Alder', (db) => openExtracts(db, makeSealer(testSecret), alder))
    expect(opened.map(({ extract }) => extract.kind).toSorted()).toEqual([
      'annex-a',
      'cin',
      'cin',
      'referral-flags',
      'ssda903',
    ])
    const own = new Set(ownDays.map(dayOf))
    const children = new Set<string>()
    for (const { extract } of opened) {
      const json = JSON.stringify(extract, (key, value: unknown) => {
        if (typeof value === 'number' && own.has(value)) throw new Error(`a day of birth or death is kept as ${key}`)
        if (key === 'child' && typeof value === 'string') children.add(value)
        return value
      })
      expect(everyWriting(json)).toEqual([])
      expect(json.match(ofCodes)).toBeNull()
      expect(json.match(nameOfFile)).toBeNull()
    }
    expect(children.size).toBeGreaterThan(300)
    expect([...children].filter((child) => !/^[\w-]{16}$/.test(child))).toEqual([])
  })

  test('is in the log, or in what any address was', () => {
    expect(app.logged.length).toBeGreaterThan(20)
    expect(everyWriting(app.logged.join('\n'))).toEqual([])
    expect(app.logged.join('\n').match(nameOfFile)).toBeNull()
    expect(app.logged.join('\n').match(ofCodes)).toBeNull()
  })
})

/** Somebody signed in, a borough's own system, or nobody. */
type Asking = Who | 'nobody' | 'the key of Alder' | 'the key of Birch'
const askings: readonly Asking[] = [...everybody, 'nobody', 'the key of Alder', 'the key of Birch']

const tokens = (asking: Asking) => {
  if (asking === 'nobody') return {}
  if (asking.startsWith('the key'))
    return { headers: { authorization: `Bearer ${keyOf(asking.slice('the key of '.length))}` } }
  return { cookies: { s: tokenOf(asking) } }
}

const never = /^\/(sign-out|leave|assets|practice-language|sign-in)/
const most = 600

type Met = {
  readonly asked: number
  readonly failed: string[]
  readonly somebody: string[]
  readonly named: Set<string>
  readonly codes: Set<string>
  readonly types: Set<string>
  readonly titles: string[]
}

const kindOf = (url: string) => (url.split('?')[0] ?? '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

/** What is asked for first: every page of the application, and those of the room with every id there is. */
const everyPage = async (): Promise<string[]> => {
  const { rows } = await app.operator.query<{ id: string }>(
    'select id from return_file union select id from change_version union select id from change_mark',
  )
  return routes
    .filter(
      (route) =>
        route.methods.includes('GET') &&
        (route.path.pattern.includes('change-data') || !route.path.pattern.includes(':')),
    )
    .flatMap(({ path: { pattern } }) =>
      pattern.includes(':') ? rows.map(({ id }) => pattern.replaceAll(/:\w+/g, id)) : [pattern],
    )
    .flatMap((url) => (/download/.test(url) ? [url, `${url}?as=xlsx`] : [url]))
}

const crawl = async (asking: Asking): Promise<Met> => {
  const waiting = await everyPage()
  const seen = new Set<string>()
  const met: Met = {
    asked: 0,
    failed: [],
    somebody: [],
    named: new Set(),
    codes: new Set(),
    types: new Set(),
    titles: [],
  }
  while (waiting.length > 0) {
    const url = waiting.shift() ?? '/'
    if (seen.has(url) || never.test(url) || seen.size > most) continue
    seen.add(url)
    const reply = await app.server.inject({ url, ...tokens(asking) })
    const type = String(reply.headers['content-type'])
    const body = await unpacked(type, reply.rawPayload)
    const headers = JSON.stringify(reply.headers)
    met.types.add(type.split(';')[0] ?? '')
    if (reply.statusCode >= 500) met.failed.push(url)
    const hits = [...everyWriting(headers), ...everyWriting(body), ...everyWriting(url)]
    if (hits.length > 0) met.somebody.push(`${url}: ${hits.join(' ')}`)
    if (nameOfFile.test(body)) met.named.add(kindOf(url))
    nameOfFile.lastIndex = 0
    if (body.match(ofCodes) !== null) met.codes.add(kindOf(url))
    for (const text of [headers, url, /<title>[^<]*/.exec(body)?.[0] ?? ''])
      if (text.includes(inFileName)) met.titles.push(url)
    if (type.startsWith('text/html'))
      for (const [, href] of body.matchAll(/href="(\/[^"#]*)"/g)) {
        const link = (href ?? '').replaceAll('&amp;', '&')
        if (link.includes('change-data')) waiting.push(link)
      }
  }
  return { ...met, asked: seen.size }
}

// Where a borough's own people see what a file was called. Its sender's words, and needed to tell one from another.
const ownPlaces: readonly string[] = [
  '/change-data',
  '/change-data/download',
  '/change-data/files/:id',
  '/change-data/files/:id/faults',
  '/change-data/versions/:id',
]
const alsoOfAnalyst = '/change-data/versions/new'
const ownRoles = ['analyst@Alder', 'lead@Alder', 'borough_lead@Alder']

test.each(askings)('%s meets nothing of a child on any page, in any file, header or address', async (asking) => {
  const { asked, failed, somebody: hits, named, codes, types, titles } = await crawl(asking)
  expect([failed, hits, titles]).toEqual([[], [], []])
  expect(asked).toBeGreaterThan(20)
  expect(asked).toBeLessThan(most)
  if (!ownRoles.includes(asking)) {
    expect([[...named], [...codes]]).toEqual([[], []])
    return
  }
  expect([...named].toSorted()).toEqual(asking === 'analyst@Alder' ? [...ownPlaces, alsoOfAnalyst] : ownPlaces)
  // Not even here: only what looks like a code is repeated, and a column may have shifted.
  expect([...codes]).toEqual([])
  expect([...types]).toEqual(
    expect.arrayContaining([
      'text/html',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]),
  )
})

describe('The process that reads', () => {
  const entry = fileURLToPath(new URL('../modules/indicators/readers/process/entry.ts', import.meta.url))
  const read = (kind: 'cin' | 'ssda903' | 'annex-a', files: readonly { name: string; bytes: Buffer | string }[]) =>
    new Promise<{ printed: string; answers: number }>((resolve, reject) => {
      const child = spawn(process.execPath, [entry], {
        stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
        serialization: 'advanced',
      })
      const printed: string[] = []
      let answers = 0
      child.stdout?.on('data', (text) => printed.push(String(text)))
      child.stderr?.on('data', (text) => printed.push(String(text)))
      child.on('message', () => {
        answers += 1
      })
      child.once('error', reject)
      child.once('close', () => resolve({ printed: printed.join(''), answers }))
      const bytes = files.map((file) => Buffer.from(file.bytes))
      const head = {
        task: 'read' as const,
        kind,
        files: files.map(({ name }, index) => ({ name, size: bytes[index]?.length ?? 0 })),
        mapping: null,
        key: Buffer.alloc(32).toString('base64'),
      }
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(Buffer.concat([frameHead(head), ...bytes]))
    })

  test('prints nothing of what it reads, also where a file breaks', async () => {
    const all = await Promise.all([
      read('cin', [census]),
      read('ssda903', care),
      read('annex-a', [annexA]),
      ...broken.slice(0, 3).map((file) => read('cin', [file])),
      // A workbook where a census is expected.
      read('cin', [annexA]),
    ])
    for (const { printed, answers } of all) {
      expect(everyWriting(printed)).toEqual([])
      expect(answers).toBeGreaterThan(0)
    }
  })
})

test('The marks are in the files, so that all of this could fail', () => {
  for (const file of [census, ...care, flags]) expect(found(file.bytes, somebody).length).toBeGreaterThan(5)
  expect(writings(annexA.bytes).length).toBeGreaterThan(0)
  for (const name of ['cin-2024.xml', 'cin-2025.xml'])
    expect(found(example(name), somebody).length).toBeGreaterThan(100)
})
