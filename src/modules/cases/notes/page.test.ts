import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatDate, type LocalDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp, testSecret } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { everybody, idOf, organisationId, personId, type Who } from '#test/world.ts'
import { addEntry } from '../vault/store.ts'
import { notesRoutes } from './routes.ts'

let app: TestApp
const today = londonDate(new Date())
const ashworth = familyId('ashworth')
const listUrl = `/families/${ashworth}/notes`
const addUrl = `${listUrl}/add`
const worker = () => app.as('practitioner@Alder')
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const rows = async (query: string, values: unknown[] = []) => (await app.operator.query(query, values)).rows
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

const date = (day: LocalDate | '') => {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  return { 'on-day': ofMonth, 'on-month': month, 'on-year': year }
}
const right = () => ({ ...date(today), kind: 'visit', text: 'Darren shouted at Leanne.', locationReason: '' })
const add = (change: Record<string, string> = {}) => worker().post(addUrl, { ...right(), ...change })
const newest = async () =>
  (await rows('select * from case_note where family_id = $1 order by recorded_at desc limit 1', [ashworth]))[0]
const count = async () => Number((await rows('select count(*) from case_note'))[0].count)
const readers: readonly Who[] = [
  'practitioner@Alder',
  'supervisor@Alder',
  'lead@Alder',
  'quality@Alder',
  'borough_lead@Alder',
]
const writers: readonly Who[] = ['practitioner@Alder', 'supervisor@Alder']

beforeAll(async () => {
  app = await testApp({ routes: notesRoutes, fill: makeFamilies })
})
afterAll(() => app?.close())

describe('writing a note', () => {
  test('is for those who work with the family; readers of the borough read; everybody else finds nothing', async () => {
    const [{ id }] = await rows(
      `insert into case_note (authority_id, family_id, on_date, kind, text, recorded_by) values ($1, $2, '2026-01-01', 'visit', 'x', $3) returning id`,
      [organisationId('Alder'), ashworth, personId('practitioner@Alder')],
    )
    for (const who of everybody) {
      const [reads, writes] = [readers.includes(who) ? 200 : 404, writers.includes(who) ? 200 : 404]
      for (const url of [listUrl, `${listUrl}/${id}`])
        expect([who, (await app.as(who).get(url)).status]).toEqual([who, reads])
      for (const url of [addUrl, `${listUrl}/${id}/change`]) {
        expect([who, (await app.as(who).get(url)).status]).toEqual([who, writes])
        if (writes === 404) expect([who, (await app.as(who).post(url, right())).status]).toEqual([who, 404])
      }
    }
    expect((await worker().get(`/families/${familyId('osei')}/notes/${id}`)).status).toBe(404)
    expect(await count()).toBe(1)
    expect(words((await app.as('lead@Alder').get(listUrl)).body)).not.toContain('Write a note')
  })

  test('begins with today, sent twice is kept once, and is in the access record', async () => {
    const { document } = parseHTML((await worker().get(addUrl)).body)
    expect(document.querySelector('#on-year')?.getAttribute('value')).toBe(today.slice(0, 4))
    const once = idOf('a note sent twice')
    const sent = await Promise.all([add({ _once: once }), add({ _once: once })])
    expect(sent.map(({ status, to }) => [status, to])).toEqual([
      [303, listUrl],
      [303, listUrl],
    ])
    expect(await count()).toBe(2)
    expect(await newest()).toMatchObject({ kind: 'visit', on_date: today, text: right().text, version: 1 })
    expect(await rows("select act, subject_id from record_entry where act = 'family.note-added'")).toEqual([
      { act: 'family.note-added', subject_id: ashworth },
    ])
  })

  test.each([
    [{ text: ' \n ' }, 'Enter the note', '#text'],
    [{ kind: 'rumour' }, 'Select what kind of note it is', '#kind'],
    [date('2999-01-01' as LocalDate), 'Date of the note must be today or in the past', '#on-day'],
    [{ text: 'x'.repeat(1024 * 1024 + 1) }, 'The note must be 1,048,576 characters or fewer', '#text'],
    [{ surprise: 'x' }, 'This page has changed since you opened it.', ''],
  ])('is refused at its field: %#', async (change, message, href) => {
    const before = await count()
    const { status, body } = await add({ text: 'He <i>laughed</i>', ...change })
    expect(status).toBe(422)
    expect(words(body)).toContain(message)
    if (href) expect(body).toContain(`href="${href}"`)
    expect(body).not.toContain('He <i>')
    expect(await count()).toBe(before)
  })

  test.each([
    ['Bengali', 'সে ছয়টায় আবার দরজার বাইরে ছিল। '],
    ['Arabic', 'كان أمام الباب مرة أخرى '],
    ['emoji', '🧕🏽👩‍👧🏴󠁧󠁢󠁷󠁬󠁳󠁿 '],
    ['combining marks that have a composed form as well', 'cafe\u0301 A\u030angstro\u0308m \u1e9b\u0323 '],
    ['tabs, double spaces and an end of spaces', 'a\t b  c\u00a0\n\n\n  '],
  ])('a megabyte of %s is kept as it was written, and can be read', async (_language, sample) => {
    const text = sample
      .repeat(Math.ceil((1024 * 1024) / sample.length))
      .slice(0, 1024 * 1024 - 2)
      .replace(/[\ud800-\udbff]$/, '')
    expect((await add({ text })).status).toBe(303)
    const kept = await newest()
    expect([kept.text.length, sha(kept.text)]).toEqual([text.length, sha(text)])
    const { document } = parseHTML((await worker().get(`${listUrl}/${kept.id}`)).body)
    expect(sha(document.querySelector('[data-note]')?.textContent ?? '')).toBe(sha(text))
  })

  test('only the ends of lines become plain', async () => {
    await add({ text: '\r\n  one\r\ntwo\rthree\n' })
    expect((await newest()).text).toBe('\n  one\ntwo\nthree\n')
  })
})

describe('a place or a number in a note', () => {
  const text = 'He followed Leanne.\nShe is at 14 Marigold Road, SE15 4QX.\nRing 020 7946 0123.'

  test('is asked about once, at the field, with its kind and line and not its words', async () => {
    const before = await count()
    const { status, body } = await add({ text })
    expect(status).toBe(422)
    const { document } = parseHTML(body)
    const summary = words(document.querySelector('.govuk-error-summary')?.innerHTML ?? '')
    expect(summary).toMatch(/This looks like it holds an address \(line 2\).* telephone number \(line 3\)/)
    const said = [...document.querySelectorAll('.govuk-error-summary, .govuk-error-message, .govuk-inset-text')]
    for (const each of said) expect(each.textContent).not.toMatch(/Marigold|SE15|7946/)
    expect(document.querySelector('textarea[name=text]')?.textContent).toContain('Marigold')
    const link = document.querySelector(`a[href="/families/${ashworth}/protected/add"]`)
    expect([link?.getAttribute('target'), link?.textContent]).toEqual([
      '_blank',
      'Move it to the protected details (opens in a new tab)',
    ])
    expect(document.querySelector('textarea[name=locationReason]')).not.toBeNull()
    expect(await count()).toBe(before)
  })

  test('is kept with a reason, which stands with the note', async () => {
    const reason = 'It is the number of the <b>solicitor</b> of Darren Ashworth'
    expect((await add({ text: 'Ring 020 7946 0123.', locationReason: reason })).status).toBe(303)
    const kept = await newest()
    expect(kept.location_reason).toBe(reason)
    expect((await worker().get(`${listUrl}/${kept.id}`)).body).toContain('&lt;b>solicitor')
    expect((await add({ text: 'Nothing of the kind.' })).status).toBe(303)
  })

  test('a protected name without the shape of a place is found by what the family keeps sealed', async () => {
    const quiet = { text: 'He waited outside Larkspur Willowbrook again.' }
    expect((await add(quiet)).status).toBe(303)
    await app.write('practitioner@Alder', (db) =>
      addEntry(
        db,
        testSecret,
        { id: ashworth, authorityId: organisationId('Alder') },
        {
          individualId: individualId('Leanne Price'),
          kind: 'refuge',
          value: 'Larkspur Willowbrook',
          starts: null,
          by: personId('practitioner@Alder'),
        },
      ),
    )
    const { status, body } = await add(quiet)
    expect([status, words(body).includes('a protected refuge (line 1)')]).toEqual([422, true])
  })

  test('added to a note later is asked about again: the old reason does not answer for it', async () => {
    await add({ text: 'Ring 020 7946 0123.', locationReason: 'The solicitor' })
    const { id } = await newest()
    const url = `${listUrl}/${id}/change`
    const change = (fields: Record<string, string>) =>
      worker().post(url, { ...right(), locationReason: 'The solicitor', _version: '1', ...fields })
    const refused = await change({ text: 'Ring 020 7946 0123.\nHe was seen at 14 Marigold Road.' })
    expect(refused.status).toBe(422)
    expect(words(refused.body)).toContain('The reason was written before this was in the note')
    expect((await change({ text: 'Rang 020 7946 0123 today.' })).status).toBe(303)
  })
})

describe('changing a note', () => {
  test('keeps what it said before, and the second of two editors sees both texts', async () => {
    await add({ text: 'First\nwords <i>' })
    const { id } = await newest()
    const [url, read] = [`${listUrl}/${id}/change`, `${listUrl}/${id}`]
    const { document } = parseHTML((await worker().get(url)).body)
    expect(document.querySelector('textarea[name=text]')?.textContent).toContain('First\nwords &lt;i>')
    expect(document.querySelector('input[name=_version]')?.getAttribute('value')).toBe('1')
    const mine = await worker().post(url, { ...right(), kind: 'meeting', text: 'Second words', _version: '1' })
    expect([mine.status, mine.to]).toEqual([303, read])
    const stale = await app.as('supervisor@Alder').post(url, { ...right(), text: 'Third words', _version: '1' })
    expect(stale.status).toBe(409)
    expect(words(stale.body)).toContain('What happened Second words')
    expect(stale.body).toMatch(/>\s*Third words<\/textarea>/)
    expect(stale.body).toContain('name="_version" value="2"')
    expect((await newest()).text).toBe('Second words')
    expect(words((await worker().get(read)).body)).toContain(
      `Version 1 , changed by Robin practitioner of Alder on ${formatDate(today)}`,
    )
    const before = (await worker().get(`${read}?version=1`)).body
    expect(before).toContain('First\nwords &lt;i>')
    expect(words(before)).toContain('This is version 1')
    expect((await worker().get(`${read}?version=7`)).status).toBe(404)
    expect((await app.as('practitioner@Birch').get(`${read}?version=1`)).status).toBe(404)
  })
})

describe('the list', () => {
  test('shows fifty notes to a page, newest first, by kind, with their first lines and who wrote them', async () => {
    await app.operator.query('delete from attachment; delete from case_revision; delete from case_note')
    const empty = words((await worker().get(listUrl)).body)
    expect(empty).toContain('No notes are recorded yet.')
    await app.operator.query(
      `insert into case_note (authority_id, family_id, on_date, kind, text, recorded_by)
       select $1, $2, date '2020-01-01' + n, case when n % 10 = 0 then 'conference' else 'visit' end, 'Note number ' || n || E' <b>\\nsecond line\\nthird\\nfourth line', $3
       from generate_series(1, 120) n`,
      [organisationId('Alder'), ashworth, personId('practitioner@Alder')],
    )
    const pages = await Promise.all(['', '?page=2', '?page=3', '?page=4'].map((query) => worker().get(listUrl + query)))
    const numbers = pages.map(({ body }) => [...body.matchAll(/Note number (\d+)/g)].map(([, n]) => Number(n)))
    const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => from - n)
    expect(numbers).toEqual([down(120, 71), down(70, 21), down(20, 1), []])
    const [first] = pages
    expect(words(first?.body ?? '')).toContain('1 to 50 of 120 notes')
    expect(first?.body).toContain('&lt;b>')
    expect(first?.body).not.toContain('fourth line')
    expect(words(first?.body ?? '')).toContain('Written by Robin practitioner of Alder')
    const some = (await worker().get(`${listUrl}?kind=conference`)).body
    expect([...some.matchAll(/Note number (\d+)/g)].map(([, n]) => Number(n) % 10)).toEqual(Array(12).fill(0))
    expect(/<title>(.*?)<\/title>/.exec(some)?.[1]).not.toMatch(/Ashworth|Price/)
  })
})
