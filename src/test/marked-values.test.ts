import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../app.ts'
import { familyUrl, isOfFamily } from './access/family-urls.ts'
import { insert } from './access/probe.ts'
import { putExtracts, sealExtracts } from './access/sealed-extracts.ts'
import { putSealed, sealFamilies } from './access/sealed-families.ts'
import { skeleton } from './access/skeleton.ts'
import { unpacked } from './access/unpacked.ts'
import { idOf, keyTokenOf, rowsOf, tokenOf } from './access/world.ts'
import { grow } from './access/world-rooms.ts'
import { type TestApp, testApp, testSecret } from './app.ts'

/**
 * Every text of every row that belongs to Birch carries a mark of its own, found again in whatever anybody else is answered: pages, headers, cookies,
 * downloads, the log. The marks are put in from the catalogue, so that a new table or column is in the test without anybody thinking of it.
 */
const birch = idOf('organisation', 'Birch')

type Column = { readonly table: string; readonly name: string; readonly json?: boolean }
const nameOf = ({ table, name }: Column) => `${table}.${name}`

/** Which rows of a table are Birch's, as SQL. */
const ours: Readonly<Record<string, string | null>> = {
  programme: null, // its name is there to be read by whoever might refer to it
  organisation: `id = '${birch}'`,
  referral_step: `referral_id in (select id from referral where authority_id = '${birch}')`,
}
const byColumn: readonly (readonly [string, string])[] = [
  ['authority_id', `authority_id = '${birch}'`],
  ['organisation_id', `organisation_id = '${birch}'`],
  ['chain', `chain = '${birch}'`],
  ['account_id', `account_id in (select id from account where organisation_id = '${birch}')`],
]

const whereOurs = (table: string, columns: readonly string[]): string | null =>
  table in ours ? (ours[table] ?? null) : (byColumn.find(([column]) => columns.includes(column))?.[1] ?? null)

/** Tables that hold nothing of one authority. A new table that no rule above places belongs here, or nowhere. */
const ofNobody = [
  ...[
    'partnership',
    'term',
    'programme',
    'course',
    'block',
    'hub_page',
    'hub_page_day',
    'governance_group',
    'governance_seat',
  ],
  ...[
    'data_collection',
    'printed_report',
    'printed_figure',
    'installation',
    'sign_in_failure',
    'mail',
    'guidance_link',
  ],
  // What the Department has published of every authority.
  ...['published_file', 'published_figure'],
]

// Like a name, an e-mail address, a telephone number and a postcode, as much of it as the column takes.
const marksOf = (n: number) => [
  `'Zqm${n}n ' || row || ' zqm${n}n@marked.example 07700 900${String(n).padStart(3, '0')} ZQ1 ${n % 10}ZQ'`,
  `'zqm${n}n' || row || '@marked.example'`,
  `'Zqm${n}n' || row`,
  `array['Zqm${n}n' || row]`,
  `'https://zqm${n}n' || row || '.example/{id}'`,
]
// Any part of a mark is enough: somebody may see a telephone number whose name was left out.
const mark = /zqm(\d+)n|07700 900(\d{3})/gi

const columnsOf = async (operator: pg.Client): Promise<(Column & { ours: string | null; ofFamily: boolean })[]> => {
  const { rows } = await operator.query<Column & { columns: string[] }>(`
    select c.relname as table, a.attname as name, a.atttypid in ('jsonb'::regtype, 'json'::regtype) as json,
      array(select x.attname::text from pg_attribute x where x.attrelid = c.oid and x.attnum > 0 and not x.attisdropped) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'json'::regtype, 'text[]'::regtype)
    order by 1, a.attnum`)
  return rows.map(({ table, name, json, columns }) => ({
    table,
    name,
    json: json === true,
    ours: whereOurs(table, columns),
    ofFamily: columns.includes('family_id') || ['family', 'individual'].includes(table),
  }))
}

const marked: Column[] = []
const closedLists: string[] = []
/** Those of the marked columns that belong to families. */
const ofFamilies: string[] = []

const attempt = async (operator: pg.Client, statement: string): Promise<number | null> => {
  await operator.query('savepoint one')
  try {
    return (await operator.query(statement)).rowCount
  } catch {
    await operator.query('rollback to one')
    return null
  }
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
// Ids lead to what is marked itself; a day, nothing and a word of a closed list ("yes", "victim_survivor") are no text of anybody's.
const stays = (text: string) => /^[0-9a-f-]{36}$|^\d{4}-\d\d-\d\d$|^[a-z][a-z0-9_-]*$|^$/.test(text)

/** The same JSON with each of its texts marked, in the shape in which the pages read it. */
const markedJson = (value: Json, mark: string): Json => {
  if (typeof value === 'string') return stays(value) ? value : mark
  if (Array.isArray(value)) return value.map((each: Json) => markedJson(each, mark))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, markedJson(each, mark)]))
}

/** Marks what is JSON in Birch's rows. False: no row of it holds any text. */
const markJson = async (operator: pg.Client, { table, name }: Column, where: string): Promise<boolean> => {
  const { rows } = await operator.query<{ at: string; value: Json }>(
    `select ctid::text as at, to_jsonb(${name}) as value from ${table} where ${where} and ${name} is not null and jsonb_typeof(to_jsonb(${name})) in ('object', 'array')`,
  )
  let any = false
  for (const [row, { at, value }] of rows.entries()) {
    const json = JSON.stringify(markedJson(value, `Zqm${marked.length}n ${row}`))
    if (json === JSON.stringify(value)) continue
    any =
      (await attempt(operator, `update ${table} set ${name} = '${json}'::jsonb where ctid = '${at}'`)) !== null || any
  }
  return any
}

// No list in the table, and yet words that the application chose: another would lead nowhere.
const chosenByUs = ['attachment.type', 'case_revision.of_table']

/** Marks a column of all Birch's rows; one that takes nothing but the words of a closed list stays as it is. */
const markColumn = async (operator: pg.Client, column: Column, where: string) => {
  const { table, name } = column
  if (chosenByUs.includes(nameOf(column))) {
    closedLists.push(nameOf(column))
    return
  }
  const rows = `(select ctid as at, row_number() over () as row from ${table} where ${where}) x`
  for (const value of marksOf(marked.length)) {
    const update = `update ${table} set ${name} = ${value} from ${rows} where ${table}.ctid = x.at`
    const changed = await attempt(operator, update)
    if (changed === 0) throw new Error(`Birch has no row in ${table}: the world needs one`)
    // Some can only be said where something else was: of what was withdrawn, why.
    if (changed === null && !((await attempt(operator, `${update} and ${name} is not null`)) ?? 0)) continue
    marked.push(column)
    return
  }
  if (column.json && (await markJson(operator, column, where))) marked.push(column)
  else closedLists.push(nameOf(column))
}

const world = skeleton(new Date())
const grown = grow(world)

const fill = async (operator: pg.Client) => {
  await insert(operator, grown)
  await operator.query('begin')
  await operator.query("set local session_replication_role = 'replica'") // no trigger stands in the way of making a world
  // Sessions of the matrix end within two minutes.
  await operator.query(
    "update session set expires_at = now() + interval '12 hours', last_seen_at = now(), idle_minutes = 60 where ended_at is null and complete and expires_at > now()",
  )
  await operator.query("update vault_reveal set until = now() + interval '1 hour' where until > now()")
  for (const column of await columnsOf(operator))
    if (column.ours !== null) await markColumn(operator, column, column.ours)
  // What lies sealed is marked before it is sealed.
  for (const column of await columnsOf(operator))
    if (column.ofFamily && marked.some((each) => nameOf(each) === nameOf(column))) ofFamilies.push(nameOf(column))
  marked.push({ table: 'vault_value', name: 'sealed' })
  marked.push({ table: 'attachment', name: 'sealed' })
  marked.push({ table: 'return_file', name: 'extract' })
  ofFamilies.push('vault_value.sealed', 'attachment.sealed')
  const ofBirch = rowsOf(grown, 'family').flatMap((row) => (row['authority_id'] === birch ? [row['id']] : []))
  const [secret, inFile, print] = [
    `14 Zqm${marked.length - 3}n Road\nE8 4PH`,
    `Zqm${marked.length - 2}n`,
    `Zqm${marked.length - 1}n`,
  ]
  await putExtracts(
    operator,
    await sealExtracts(grown, testSecret, (authority) => (authority === birch ? print : 'print')),
  )
  await putSealed(
    operator,
    sealFamilies(
      grown,
      testSecret,
      (family) => (ofBirch.includes(family) ? secret : '9 Elsewhere Road\nN1 6AB'),
      (family) => (ofBirch.includes(family) ? inFile : 'Nothing'),
    ),
  )
  // Everybody else's name is marked too, by another mark: there is somebody who may see none at all.
  await operator.query(`update person set name = 'Zpm' || x.row || 'n' from (select ctid as at, row_number() over () as row from person) x
    where person.ctid = x.at and organisation_id <> '${birch}'`)
  await operator.query('commit')
}

let app: TestApp
beforeAll(async () => {
  app = await testApp({ world: false, fill })
})
afterAll(() => app.close())

type Heard = { readonly status: number; readonly text: string; readonly links: string[] }
/** Whoever asks: somebody's session, the key of a case management system, or nobody. */
type Asking = { readonly session: string } | { readonly key: string } | null

/** Everything that an answer holds: status, headers, cookies, body, and what is packed in it. */
const hear = async (url: string, asking: Asking): Promise<Heard> => {
  const reply = await app.server.inject({
    url,
    ...(asking !== null && 'session' in asking && { cookies: { s: asking.session } }),
    ...(asking !== null && 'key' in asking && { headers: { authorization: `Bearer ${asking.key}` } }),
  })
  const type = String(reply.headers['content-type'])
  const body = await unpacked(type, reply.rawPayload)
  return {
    status: reply.statusCode,
    text: `${JSON.stringify(reply.headers)}\n${body}`,
    links: type.startsWith('text/html') ? linksOf(url, body) : [],
  }
}

const plain = (text: string) => text.replaceAll('&amp;', '&')

/** What leads on from a page: its links, and every choice of its filters, with a search for the mark itself. */
const linksOf = (url: string, body: string): string[] => {
  const here = url.split('?')[0] ?? url
  const links = [...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => plain(href ?? ''))
  const choices = [...body.matchAll(/<select[^>]*name="(\w+)"[^>]*>(.*?)<\/select>/gs)].flatMap(([, name, inner]) =>
    [...(inner ?? '').matchAll(/<option[^>]*value="([^"]*)"/g)].map(
      ([, value]) => `${here}?${name}=${encodeURIComponent(plain(value ?? ''))}`,
    ),
  )
  const searches = [...body.matchAll(/<input[^>]*type="(?:search|text)"[^>]*>/g)].flatMap(([input]) => {
    const name = /name="(\w+)"/.exec(input)?.[1]
    return name === undefined || name.startsWith('_') ? [] : [`${here}?${name}=zqm`, `${here}?${name}=ZQ1`]
  })
  return [...links, ...choices, ...searches]
}

const never = /^\/(sign-out|leave|assets)/
const gets = routes.filter((route) => route.methods.includes('GET')).map((route) => route.path.pattern)

/** One id of Birch's of every kind: for asking for what one should not know of. What belongs to a family has its place in that family's pages. */
const idsOfBirch = async (): Promise<string[]> => {
  const { rows } = await app.operator.query<{ table: string; columns: string[] }>(`
    select c.relname as table, array(select x.attname::text from pg_attribute x where x.attrelid = c.oid and x.attnum > 0) as columns
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
  const ids: string[] = []
  for (const { table, columns } of rows) {
    const where = whereOurs(table, columns)
    if (where === null || !columns.includes('id') || columns.includes('family_id')) continue
    const found = await app.operator.query<{ id: string }>(`select id from ${table} where ${where} limit 1`)
    ids.push(...found.rows.map(({ id }) => id))
  }
  return ids
}

type Crawl = {
  readonly asked: number
  /** Pages that failed. */
  readonly failed: string[]
  readonly found: Map<string, string>
  readonly text: string
  readonly types: Set<string>
}

// Below it, nothing was left out.
const most = 4000

// Pages of families are alike but for their ids: a few of each kind are enough, of those that lie on the way.
const enough = 6
const kindOf = (url: string) => url.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

/** Looks for the mark among families, which is sent and no address. The answer waits at the address that is given back. */
const searched = async (session: string): Promise<string> =>
  (await app.holding(session).post('/families', { words: 'zqm' })).to ?? '/families'

/** Opens everything that somebody can reach, and everything of Birch's that they could guess. Which marks they met, and where first. */
const crawl = async (asking: Asking): Promise<Crawl> => {
  const ids = [idOf('family', 'Birch own'), ...(await idsOfBirch())]
  const waiting = gets.flatMap((pattern) => {
    if (isOfFamily(pattern)) return [familyUrl(grown, 'Birch own', pattern)]
    return pattern.includes(':')
      ? [...ids, 'zqm', '1', 'north'].map((id) => pattern.replaceAll(/:\w+/g, id))
      : [pattern]
  })
  if (asking !== null && 'session' in asking) waiting.push(await searched(asking.session))
  const seen = new Set<string>()
  const found = new Map<string, string>()
  const texts: string[] = []
  const types = new Set<string>()
  const failed: string[] = []
  const kinds = new Map<string, number>()
  while (waiting.length > 0 && seen.size < most) {
    const url = waiting.shift() ?? '/'
    if (seen.has(url) || never.test(url)) continue
    const [kind, alike] = [kindOf(url), kinds.get(kindOf(url)) ?? 0]
    if (url.startsWith('/families/') && alike >= enough) continue
    kinds.set(kind, alike + 1)
    seen.add(url)
    const { status, text, links } = await hear(url, asking)
    if (status >= 500) failed.push(`${url}: ${status} ${app.logged.slice(-3).join(' ')}`)
    types.add(/"content-type":"([^";]*)/.exec(text)?.[1] ?? '')
    for (const [, n, telephone] of text.matchAll(mark)) {
      const column = marked[Number(n ?? telephone)]
      if (column && !found.has(nameOf(column))) found.set(nameOf(column), url)
    }
    texts.push(text)
    waiting.push(...links)
  }
  return { asked: seen.size, failed, found, text: texts.join('\n'), types }
}

const everybodyElse = world.people.filter(
  ({ grants, organisation, closed, session }) =>
    organisation !== 'Birch' &&
    !closed &&
    session === 'live' &&
    !grants.some((grant) => grant.organisation === 'Birch'),
)
/** Everybody of Alder, and of the others one for each role that makes a difference: also those who left the partnership or never were in it. */
const visitors = everybodyElse.filter(
  ({ name, organisation }) =>
    (organisation === 'Alder' && /^Alder/.test(name)) ||
    ['Alder lead', 'Cedar lead', 'Fern lead', 'Larch lead', 'Dove admin', 'Elm admin', 'Nettle admin'].includes(name) ||
    /provider|training|project|evaluator/.test(name),
)

/** What may be seen of Birch by role: never a person, an account, a team, a case or a child. */
const everybodyMay = ['organisation.name']
const auditsMay = ['audit_round.period', 'audit_round.population', 'audit_round.sample', ...everybodyMay]
const may: Readonly<Record<string, readonly string[]>> = {
  training: auditsMay,
  evaluator: auditsMay,
  project: [...auditsMay, 'membership.note'],
}
const mayOf = (roles: readonly string[]) =>
  [...new Set([...everybodyMay, ...roles.flatMap((role) => may[role] ?? [])])].sort()

/** The marks of families that somebody did not meet. */
const missing = (found: ReadonlyMap<string, string>) => ofFamilies.filter((column) => !found.has(column)).sort()

/** What of a family's record no page shows, and why. */
const shownNowhere: readonly string[] = [
  // Nothing of this world is withdrawn but entries of the pattern.
  ...['complexity.withdrawn_why', 'engagement_attempt.withdrawn_why', 'protective_effort.withdrawn_why'],
  // Shown to whoever has said why, and to nobody else.
  'vault_value.sealed',
  // Of families that this supervisor does not work with.
  ...['family_seal.end_reason', 'family_seal.reason', 'family_seal_review.note', 'staff_tie.note'],
]

const closedOfFamilies = [
  ...['break_glass.outcome', 'case_note.kind', 'case_referral.answer', 'complexity.kind', 'complexity.link'],
  ...['engagement_answer.section', 'engagement_attempt.at_time', 'engagement_attempt.how', 'engagement_attempt.result'],
  ...['engagement_form.definition', 'engagement_form.state', 'family.reference', 'family_individual.part'],
  ...['family_seal_review.outcome', 'family_worker.kind', 'letter.state', 'pattern_entry.known_to', 'plan_action.kind'],
  ...['plan_action.owner', 'plan_action.status', 'plan_review.status', 'protective_effort.kind', 'staff_tie.kind'],
  ...['vault_entry.kind', ...chosenByUs],
]

describe('The world', () => {
  test('is marked in every text of Birch’s, but for those that only take words of a list', () => {
    expect(marked.map(nameOf)).toEqual(
      expect.arrayContaining([
        ...[
          'person.name',
          'person.job_role',
          'account.email',
          'team.name',
          'invitation.name',
          'invitation.email',
          'session.device',
        ],
        ...['audit_case.reference', 'change_event.child_reference', 'referral_step.reason', 'record_entry.reason'],
        ...[
          'wording_overlay.reason',
          'wording_overlay.end_reason',
          'wording_answer.reason',
          'wording_offer.reason',
          'wording_offer.outcome_note',
        ],
        ...['family.name', 'family.cms_id', 'individual.name', 'case_note.text', 'case_revision.was', 'staff_tie.note'],
        ...['return_file.name', 'return_file.facts', 'return_file.withdrawn_reason', 'return_fault.said'],
        ...['return_mapping.columns', 'change_version.files', 'change_version.figures', 'change_version.checks'],
        ...['change_version.analyst_note', 'change_version.given_up_reason', 'change_mark.label'],
        ...['pattern_entry.what', 'pattern_entry.kinds', 'pattern_entry.harms', 'engagement_answer.answers'],
        ...['engagement_form.people', 'form_definition.definition', 'cms_link.url', 'api_key.name', 'letter.text'],
      ]),
    )
    expect(closedLists.sort()).toEqual(
      [
        ...[
          'audit_round.state',
          'change_return.indicator',
          'consultation.kind',
          'consultation.theme',
          'invitation.role',
        ],
        ...[
          'membership.capacity',
          'membership.stage',
          'membership.starts_known_to',
          'organisation.kind',
          'record_entry.act',
        ],
        ...[
          'referral.ethnic_group',
          'referral.origin',
          'referral.sex',
          'referral.sexuality',
          'referral_step.step',
          'role_grant.role',
        ],
        ...['wording_answer.rule_id', 'wording_offer.outcome', 'wording_offer.rule_id'],
        ...['wording_overlay.change', 'wording_overlay.kind', 'wording_overlay.rule_id'],
        ...['change_mark.kind', 'change_mark.measure', 'change_release_cell.measure', 'change_release_cell.status'],
        ...['change_version.definition', 'return_fault.severity', 'return_file.kind'],
        ...['return_mapping.police_without_referral', 'return_mapping.set_at'],
      ]
        .concat(closedOfFamilies)
        .sort(),
    )
  })

  test('holds no table of which nobody has said whose it is', async () => {
    const unplaced = (await columnsOf(app.operator)).filter((column) => column.ours === null).map(({ table }) => table)
    expect([...new Set(unplaced)].filter((table) => !ofNobody.includes(table))).toEqual([])
  })
})

const crawlAs = (name: string | null) => crawl(name === null ? null : { session: tokenOf(name) })
const namesOfPeople = async (but: string) =>
  (
    await app.operator.query<{ name: string }>('select name from person where id <> $1', [idOf('person', but)])
  ).rows.map(({ name }) => name)

describe('Of Birch', () => {
  test('its own people see it: the marks can be found', { timeout: 120_000 }, async () => {
    const { asked, failed, found } = await crawlAs('Birch admin')
    expect(failed).toEqual([])
    expect(asked).toBeLessThan(most)
    expect([...found.keys()]).toEqual(
      expect.arrayContaining(['person.name', 'account.email', 'team.name', 'invitation.name', 'record_entry.reason']),
    )
    expect((await crawlAs('Birch quality')).found.has('audit_round.sample')).toBe(true)
  })

  test('whoever works with a family meets its marks all over its record, and nothing of what is sealed but its files', {
    timeout: 240_000,
  }, async () => {
    const supervisor = await crawlAs('Birch supervisor')
    expect([supervisor.failed, supervisor.asked < most]).toEqual([[], true])
    expect(missing(supervisor.found)).toEqual([...shownNowhere].sort())
  })

  test.each(['Birch analyst', 'Birch lead', 'Birch borough_lead'])(
    '%s meets the marks of files and versions, and nothing of what was taken out of a file',
    { timeout: 120_000 },
    async (name) => {
      const { failed, found } = await crawlAs(name)
      expect(failed).toEqual([])
      expect([...found.keys()]).toEqual(
        expect.arrayContaining([
          ...['return_file.name', 'return_file.facts', 'return_file.withdrawn_reason', 'return_fault.said'],
          ...['change_version.files', 'change_version.given_up_reason', 'change_mark.label'],
        ]),
      )
      expect(found.has('return_file.extract')).toBe(false)
    },
  )

  test.each(['Birch lead', 'Birch quality', 'Birch borough_lead'])(
    '%s reads the record and nothing that lies sealed',
    { timeout: 120_000 },
    async (name) => {
      const { failed, found } = await crawlAs(name)
      expect(failed).toEqual([])
      expect([...found.keys()]).toEqual(expect.arrayContaining(['family.name', 'pattern_entry.what', 'case_note.text']))
      expect([...found.keys()].filter((column) => column.endsWith('.sealed'))).toEqual([])
    },
  )

  test.each(['Birch admin', 'Birch complaints'])(
    '%s meets no word of any family',
    { timeout: 120_000 },
    async (name) => {
      const { failed, found } = await crawlAs(name)
      expect(failed).toEqual([])
      expect([...found].filter(([column]) => ofFamilies.includes(column))).toEqual([])
    },
  )

  test.each(visitors)(
    '$name sees what their role may see and no more, on any page, in any file or header',
    { timeout: 120_000 },
    async ({ name, grants }) => {
      const { asked, failed, found, types } = await crawlAs(name)
      expect(failed).toEqual([])
      expect(asked).toBeLessThan(most)
      const may = mayOf(grants.map(({ role }) => role))
      expect([...found].filter(([column]) => !may.includes(column))).toEqual([])
      expect(asked).toBeGreaterThan(200)
      expect([...types].join()).toMatch(/text\/csv/)
      expect([...types].join()).toMatch(/wordprocessingml/)
      expect([...types].join()).toMatch(/spreadsheetml/)
      expect([...types].join()).toMatch(/application\/json/)
    },
  )

  test('the key of its own case system finds its families, and that of another borough nothing', {
    timeout: 120_000,
  }, async () => {
    const mine = await crawl({ key: keyTokenOf('Birch working') })
    expect(mine.failed).toEqual([])
    expect([...mine.found.keys()]).toEqual(expect.arrayContaining(['family.name', 'pattern_entry.what']))
    const other = await crawl({ key: keyTokenOf('Alder working') })
    expect(other.failed).toEqual([])
    expect([...other.found.keys()]).toEqual(['organisation.name'])
  })

  test('the public sees that it took part', { timeout: 120_000 }, async () => {
    const { found } = await crawlAs(null)
    expect([...found.keys()]).toEqual(['organisation.name'])
  })
})

test.each(['Elm evaluator North', 'Elm evaluator South'])(
  '%s gets the name of no person at all but their own',
  { timeout: 120_000 },
  async (name) => {
    const { text } = await crawlAs(name)
    const names = await namesOfPeople(name)
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((each) => text.includes(each))).toEqual([])
  },
)

test('Nothing of anybody came into the log, and nobody was written to', async () => {
  expect(app.logged.length).toBeGreaterThan(1000)
  const log = app.logged.join('\n')
  expect(log.match(mark)).toBeNull()
  expect(log).not.toMatch(/Zpm\d+n/)
  expect((await app.operator.query('select from mail')).rowCount).toBe(2)
})
