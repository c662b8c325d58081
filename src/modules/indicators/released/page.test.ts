import { parse } from 'csv-parse/sync'
import JsZip from 'jszip'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import * as world from '#test/world.ts'
import { everybody, organisationId, partnershipId, tokenOf, type Who } from '#test/world.ts'
import { seeReleases } from '../access.ts'
import { quarterRoutes } from '../quarters/routes.ts'
import { words } from '../versions/fixtures/taken-in.ts'
import { keptInside, putRelease } from './fixtures/releases.ts'
import { releasedActs, releasedRoutes } from './routes.ts'

const here = '/change-data'
const file = '/change-data/released/download'
const birchName = 'Birch <i>"and" Sons</i>'
let app: TestApp
let empty: TestApp

beforeAll(async () => {
  const routes = [...quarterRoutes, ...releasedRoutes]
  empty = await testApp({ routes })
  app = await testApp({
    routes,
    fill: async (operator) => {
      await operator.query('begin; set local role tl_loader')
      await putRelease(operator, world, {
        borough: 'Alder',
        number: 1,
        releasedAt: '2024-08-01',
        windows: {
          '2024-04-01': { referrals: 1203, cp_plan_starts: 40, c_new_cp_plan_dv: 12, d_not_in_cin: 0 },
          '2024-07-01': {
            referrals: 1234,
            a_new_dv_at_referral: 'not collected',
            b_new_dv_after_assessment: 361,
            cp_plan_starts: 44,
            c_new_cp_plan_dv: { maturing: 11 },
            c_unknown: 0,
            care_starts: 'withheld',
            d_taken_into_care_dv: 'withheld',
            re_referrals_12_months: 246,
          },
        },
      })
      await putRelease(operator, world, {
        borough: 'Birch',
        number: 1,
        releasedAt: '2024-05-10',
        highestWithheld: 9,
        windows: { '2024-04-01': { referrals: 777, re_referrals_12_months: 77 } },
      })
      // After it had left: nothing of it is the partnership's.
      await putRelease(operator, world, {
        borough: 'Birch',
        number: 2,
        releasedAt: '2024-07-10',
        windows: { '2024-07-01': { referrals: 888 } },
      })
      await operator.query(`update membership set ends = '2024-06-01' where organisation_id = $1`, [
        organisationId('Birch'),
      ])
      await operator.query('update organisation set name = $2 where id = $1', [organisationId('Birch'), birchName])
      await operator.query('commit')
    },
  })
})
afterAll(async () => {
  await app?.close()
  await empty?.close()
})

const page = async (who: Who = 'project', query = '') => (await app.as(who).get(`${here}${query}`)).body
const documentOf = (html: string) => parseHTML(html).document
const text = (element: { textContent: string | null } | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

/** The cells of a row of the table with this caption, by how its first cell begins. */
const rowOf = (html: string, caption: string, first: string): string[] => {
  const table = documentOf(html).getElementById(caption)?.closest('table')
  const row = [...(table?.querySelectorAll('tbody tr') ?? [])].find((each) => text(each).startsWith(first))
  return [...(row?.children ?? [])].map(text)
}
const alder = `released-${organisationId('Alder')}`
const rows = async (who: Who = 'project'): Promise<Record<string, string>[]> =>
  parse((await app.as(who).get(file)).body, { columns: true }) as Record<string, string>[] // with columns, rows are objects

test('Files of what was released are for the partnership’s roles, and for nobody else', async () => {
  for (const who of everybody) {
    const opens = seeReleases.roles.some((role) => role === who)
    expect([who, (await app.as(who).get(file)).status]).toEqual([who, opens ? 200 : 404])
  }
  expect((await app.nobody.get(file)).status).toBe(303)
})

test('Before anything was released the page says how it comes to be, and which boroughs it waits for', async () => {
  const said = words((await empty.as('evaluator').get(here)).body)
  expect(said).toContain('No borough has released figures yet.')
  expect(said).toContain('Have released nothing yet: Alder, Birch.')
  expect((await empty.as('evaluator').get(file)).body.trim().split('\r\n').length).toBe(1)
})

test('A borough’s latest twelve months have number, base, share and what is not known, each as it was released', async () => {
  const html = await page()
  expect(rowOf(html, alder, 'New child protection plans')).toEqual([
    'New child protection plans in which domestic abuse was a factor',
    '11still maturing',
    '44child protection plans that started',
    '25% (15% to 39%)',
    '0',
  ])
  expect(rowOf(html, alder, 'Children taken into care')).toEqual([
    'Children taken into care where domestic abuse was a factor',
    'withheld',
    'withheldchildren taken into care',
    'no share',
    'not computable',
  ])
  expect(rowOf(html, alder, 'New cases in which domestic abuse was identified at referral').slice(1, 4)).toEqual([
    'not collected',
    '1,234referrals',
    'no share',
  ])
  expect(rowOf(html, alder, 'New cases in which domestic abuse was identified after').slice(1, 3)).toEqual([
    '361',
    'not computableepisodes of need with an authorised assessment that has factors',
  ])
  const said = words(html)
  for (const fact of [
    '1 August 2024',
    'Withheld: numbers up to 5',
    'Withheld: numbers up to 9',
    'July 2023 to June 2024',
  ])
    expect(said).toContain(fact)
})

test('Boroughs stand by name, and one alone is never added up', async () => {
  const document = documentOf(await page())
  const names = [...document.querySelectorAll('section h2')].map(text)
  expect(names).toEqual(['Alder', birchName])
})

test('A borough that left keeps what it released as a member, and nothing of after', async () => {
  const said = words(await page())
  expect(said).toContain('Member until 31 May 2024')
  expect(said).toContain('777')
  expect(said).not.toContain('888')
  expect((await rows()).filter(({ left_on }) => left_on === '2024-06-01').map(({ period }) => period)[0]).toBe(
    'April 2023 to March 2024',
  )
})

test('Names are escaped', async () => {
  const html = await page()
  expect(html).not.toContain('<i>"and"')
  expect(text(documentOf(html).getElementById(`borough-${organisationId('Birch')}`))).toBe(birchName)
})

test('Two numbers or more over time are dots with their words, and no line joins them', async () => {
  const html = await page()
  const drawings = [...documentOf(html).querySelectorAll('svg.tl-chart__drawing')]
  const plans = drawings.find((each) => text(each.querySelector('title')).startsWith('Alder: New child protection'))
  expect(text(plans?.querySelector('desc'))).toContain('April 2023 to March 2024: 12; July 2023 to June 2024: 11.')
  expect(plans?.querySelectorAll('circle').length).toBe(2)
  expect(html).not.toContain('<polyline')
  // A single number is no course of anything.
  expect(drawings.some((each) => text(each.querySelector('title')).includes('Children taken into care'))).toBe(false)
  expect(words(html)).toContain('Neighbouring dots share nine of their months')
})

test('Filters show one borough, and one figure in all its twelve months; nonsense is as if nothing was asked', async () => {
  const one = await page('project', `?borough=${organisationId('Birch')}`)
  expect(documentOf(one).getElementById(alder)).toBeNull()
  expect(words(one)).toContain('1 release')
  const figure = await page('project', '?figure=c_new_cp_plan_dv')
  expect(rowOf(figure, alder, 'July 2023')[1]).toBe('11still maturing')
  expect(rowOf(figure, alder, 'April 2023').slice(1, 3)).toEqual(['12', '40child protection plans that started'])
  const odd = await app.as('project').get(`${here}?figure=%3Cscript%3E1&borough=nobody`)
  expect([odd.status, odd.body.includes('<script>1'), words(odd.body).includes('2 releases')]).toEqual([
    200,
    false,
    true,
  ])
})

test('What is withheld is in no byte of what is shown or downloaded, and its status has a column of its own', async () => {
  const xlsx = await app.server.inject({
    method: 'GET',
    url: `${file}?as=xlsx`,
    cookies: { s: tokenOf('project') },
  })
  const zip = await JsZip.loadAsync(xlsx.rawPayload)
  const parts = await Promise.all(Object.values(zip.files).map((part) => part.async('string')))
  expect(parts.length).toBeGreaterThan(5)
  const everything = [await page(), await page('project', '?figure=d_taken_into_care_dv'), ...parts]
  for (const body of [...everything, (await app.as('project').get(file)).body])
    expect(body.includes(String(keptInside)) || body.includes(keptInside.toLocaleString('en-GB'))).toBe(false)
  const all = await rows()
  expect(all.length).toBe(3 * 16)
  const withheld = all.find((row) => row['measure'] === 'd_taken_into_care_dv' && row['status'] === 'withheld')
  expect([withheld?.['events'], withheld?.['symbol'], withheld?.['share']]).toEqual(['withheld', 'c', 'no share'])
  for (const row of all) {
    expect(/^\d+$/.test(row['events'] ?? '')).toBe(row['status'] === 'shown')
    expect(['none', 'c', 'x']).toContain(row['symbol'])
    for (const cell of Object.values(row)) expect(cell).not.toBe('')
  }
})

test('Files are named after nobody, and downloads stand in the access record', async () => {
  const reply = await app.as('evaluator').get(`${file}?as=xlsx`)
  expect(reply.headers['content-disposition']).toContain('change-data-released.xlsx')
  const { rows: entries } = await app.operator.query(
    `select distinct act, subject_kind from record_entry where act like 'change-release.%'`,
  )
  expect(entries).toEqual([{ act: 'change-release.downloaded', subject_kind: 'change-release' }])
  expect(releasedActs['change-release.downloaded']).toBeDefined()
})

test('Members are added up to the nearest 10, and not where any of them withholds', async () => {
  await app.operator.query(`update membership set ends = null where organisation_id = $1 and partnership_id = $2`, [
    organisationId('Birch'),
    partnershipId,
  ])
  try {
    // Back as if it had never left, its later release counts: twelve months to June 2024.
    const html = await page()
    expect(rowOf(html, 'totals', 'Referrals')).toEqual(['Referrals', '2,120 rounded to 10'])
    expect(rowOf(html, 'totals', 'Children taken into care')[1]).toContain('no total: withheld in at least one borough')
    expect(rowOf(html, 'totals', 'Re-referrals')[1]).toContain('no total: not computable')
    expect(words(html)).not.toMatch(/2,122|2122/)
  } finally {
    await app.operator.query(`update membership set ends = '2024-06-01' where organisation_id = $1`, [
      organisationId('Birch'),
    ])
  }
})
