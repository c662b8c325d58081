import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, organisationId, partnershipId } from '#test/world.ts'
import { evaluationModule } from '../index.ts'
import { reportJson } from '../report/json.ts'

let app: TestApp

beforeAll(async () => {
  app = await testApp({
    routes: evaluationModule.routes,
    fill: async (operator) => {
      await operator.query(
        `insert into consultation (partnership_id, authority_id, held_on, kind, theme)
         select $1, $2, '2022-01-10', 'group', 'pattern' from generate_series(1, 12)`,
        [partnershipId, organisationId('Alder')],
      )
      await operator.query(
        `insert into activity_return (partnership_id, authority_id, month) values ($1, $2, '2022-01-01'), ($1, $2, '2022-02-01')`,
        [partnershipId, organisationId('Alder')],
      )
      await operator.query(
        `insert into data_collection (partnership_id, term_number, name, what, sort) values ($1, 1, 'Data <b>about</b> "change"', 'Counted', 1)`,
        [partnershipId],
      )
    },
  })
})
afterAll(() => app?.close())

const insiders = ['project', 'evaluator', 'training'] as const
const files = ['', '/document.docx', '/tables.xlsx', '/report.json', '/tables/table-4']

const pageOf = (html: string) => parseHTML(html).document

describe('a published report', () => {
  it('leads from Table 6 to what boroughs released, for who may read that and for nobody else', async () => {
    const leadsOn = async (visitor: { get(url: string): Promise<{ body: string }> }) => {
      const links = [...pageOf((await visitor.get('/report/1')).body).querySelectorAll('main a')]
      return links.some((link) => link.getAttribute('href') === '/change-data')
    }
    for (const who of insiders) expect([who, await leadsOn(app.as(who))]).toEqual([who, true])
    for (const visitor of [app.nobody, app.as('practitioner@Alder'), app.as('lead@Alder'), app.as('provider@Hazel')])
      expect(await leadsOn(visitor)).toBe(false)
  })

  it.each(files)('is for everybody: /report/1%s', async (ending) => {
    for (const visitor of [app.nobody, app.as('practitioner@Alder'), app.as('provider@Hazel'), app.as('evaluator')])
      expect((await visitor.get(`/report/1${ending}`)).status).toBe(200)
  })

  it('has every table and figure with its number, base, period and definition', async () => {
    const document = pageOf((await app.nobody.get('/report/1')).body)
    const sections = [...document.querySelectorAll('section[aria-labelledby]')]
    expect(sections.map((section) => section.querySelector('h2')?.textContent?.split(':')[0])).toEqual([
      'Table 1',
      'Table 2',
      'Table 4',
      'Table 5',
      'Figure 5',
      'Table 6',
      'Appendix 1',
    ])
    for (const section of sections) {
      expect(section.querySelector('p')?.textContent).toContain('Period:')
      expect(section.querySelector('details')?.textContent).toContain('What is counted')
    }
    for (const link of document.querySelectorAll('nav[aria-labelledby=contents] a'))
      expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull()
  })

  it('prints the rate per month beside the count, and what a borough did not send in as missing', async () => {
    const document = pageOf((await app.nobody.get('/report/1')).body)
    const rows = [...document.querySelectorAll('section[aria-labelledby=table-4] tbody tr')]
    const cells = rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim()))
    expect(cells).toEqual([
      ['Alder', '12', '2', '6.0 (3.1 to 10.5)'],
      ['Birch', 'missing', 'missing', 'missing'],
      ['All', '12', '2', '6.0 (3.1 to 10.5)'],
    ])
  })

  it('says nothing of abuse in its title, and prints names as text', async () => {
    const { body } = await app.nobody.get('/report/1')
    expect(pageOf(body).querySelector('title')?.textContent).toBe('Report - Throughline')
    expect(body).not.toContain('<b>about</b>')
    expect(body).toContain('Data &lt;b>about')
  })

  it('is the same in JSON at both addresses, as its schema says', async () => {
    const [file, api] = [await app.nobody.get('/report/1/report.json'), await app.nobody.get('/api/v1/report/1')]
    expect(reportJson.parse(JSON.parse(file.body))).toEqual(JSON.parse(api.body))
    expect(JSON.parse(api.body).tables[2].rows).toEqual([{ borough: 'Alder', year: 1, consultations: 12, months: 2 }])
  })

  it('gives each table as CSV under the names of its published file', async () => {
    const { body, headers } = await app.nobody.get('/report/1/tables/table-4')
    expect(headers['content-type']).toContain('text/csv')
    expect(body).toBe('borough,year,consultations,months\r\nAlder,1,12,2\r\n')
    expect((await app.nobody.get('/report/1/tables/table-9')).status).toBe(404)
  })
})

describe('a report that is not published', () => {
  it.each(files)('is for those who run and evaluate the partnership alone: /report/2%s', async (ending) => {
    for (const who of insiders) expect((await app.as(who).get(`/report/2${ending}`)).status).toBe(200)
    const others = everybody.filter((who) => !insiders.some((insider) => insider === who))
    for (const visitor of [app.nobody, ...others.map((who) => app.as(who))])
      expect((await visitor.get(`/report/2${ending}`)).status).toBe(404)
  })

  it('answers exactly as a term that is not there', async () => {
    const [hidden, absent] = [await app.nobody.get('/api/v1/report/2'), await app.nobody.get('/api/v1/report/77')]
    expect([hidden.status, hidden.body]).toEqual([absent.status, absent.body])
  })
})

it.each(['0', '1.5', 'abc', '100', '1%27', '-1'])('there is no term “%s”', async (term) => {
  expect((await app.as('evaluator').get(`/report/${term}`)).status).toBe(404)
})

describe('the list of reports', () => {
  const namesFor = async (visitor: TestApp['nobody']) =>
    [...pageOf((await visitor.get('/report')).body).querySelectorAll('tbody th')].map((cell) => cell.textContent)

  it('shows the public what is published, and insiders every term, the latest first', async () => {
    expect(await namesFor(app.nobody)).toEqual(['Year 1'])
    expect(await namesFor(app.as('lead@Birch'))).toEqual(['Year 1'])
    for (const who of insiders) expect(await namesFor(app.as(who))).toEqual(['Year 2', 'Year 1'])
  })
})
