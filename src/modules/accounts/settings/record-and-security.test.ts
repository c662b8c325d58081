import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountsApp, actsOf, expectOnlyAdministrators } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId, organisationId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    async fill(operator) {
      const line = "select access.record_link($1, $2, 'lead', $3, $4, $5, $6, '')"
      await operator.query(line, [organisationId('Birch'), accountId('lead@Birch'), 'tests.other-borough', '', '', ''])
      await operator.query(line, [organisationId('Alder'), accountId('lead@Birch'), 'tests.visitor', '', '', ''])
      for (let at = 0; at < 60; at += 1)
        await operator.query(line, [
          organisationId('Alder'),
          accountId(at % 2 === 0 ? 'lead@Alder' : 'quality@Alder'),
          'tests.looked',
          'account',
          accountId('champion@Alder'),
          `<reason ${at}>`,
        ])
    },
  })
})
afterAll(() => app.close())

describe('the access record', () => {
  const url = '/settings/record'
  const linesOf = (body: string): number => body.split('Tests: looked</td>').length - 1

  test('is for administrators only', () => expectOnlyAdministrators(app, url))

  test('shows who did what to whom and why, newest first, of one’s own borough only', async () => {
    const { body } = await app.as('admin@Alder').get(url)
    expect(body).toContain('Robin champion of Alder')
    expect(body).toContain('&lt;reason 59>')
    expect(body.indexOf('&lt;reason 59>')).toBeLessThan(body.indexOf('&lt;reason 58>'))
    expect(body).not.toContain('other borough')
    expect(linesOf(body)).toBe(50)
  })

  test('goes on to the older lines, and back to the newest', async () => {
    const first = await app.as('admin@Alder').get(url)
    const [, href = ''] = first.body.match(/href="([^"]*before=\d+)" rel="next"/) ?? []
    const second = await app.as('admin@Alder').get(href.replaceAll('&amp;', '&'))
    expect(second.body).toContain('&lt;reason 0>')
    expect(second.body).toContain('somebody of another organisation')
    expect(second.body).toContain('Newest')
  })

  test('is filtered by person and by act, and says so', async () => {
    const { body } = await app.as('admin@Alder').get(`${url}?person=${accountId('lead@Alder')}&act=tests.looked`)
    expect(linesOf(body)).toBe(30)
    expect(body).toContain('Filtered: Robin lead of Alder, Tests: looked')
  })

  test('asked for what cannot be shows everything, and breaks nothing', async () => {
    const { status, body } = await app.as('admin@Alder').get(`${url}?person=%27%20or%201%3D1&act=%00&before=-1`)
    expect(status).toBe(200)
    expect(linesOf(body)).toBeGreaterThan(40)
  })

  test('its reading stands in it', async () => {
    expect(await actsOf(app, 'admin@Alder')).toContain('record.read')
  })
})

describe('how people sign in', () => {
  const url = '/settings/security'
  const kept = async (borough: 'Alder' | 'Birch') =>
    (
      await app.operator.query('select second_factor_required, idle_minutes from organisation where id = $1', [
        organisationId(borough),
      ])
    ).rows[0]

  test('is for administrators only', () => expectOnlyAdministrators(app, url))

  test('is changed for one’s own borough, and stands in the record with what it was changed to', async () => {
    expect((await app.as('admin@Alder').get(url)).body).toContain('value="15"')
    const reply = await app.as('admin@Alder').post(url, { code: 'yes', minutes: '10' })
    expect([reply.status, reply.to]).toEqual([303, url])
    expect(await kept('Alder')).toEqual({ second_factor_required: true, idle_minutes: 10 })
    expect(await kept('Birch')).toEqual({ second_factor_required: false, idle_minutes: 15 })
    const { rows } = await app.operator.query(
      "select reason from record_entry where act = 'organisation.security-changed'",
    )
    expect(rows).toEqual([{ reason: 'authenticator app required, 10 minutes' }])
  })

  test.each([
    [{ code: 'yes', minutes: '' }, 'minutes', 'Enter the number of minutes'],
    [{ code: 'yes', minutes: '4' }, 'minutes', 'Minutes must be a whole number from 5 to 15'],
    [{ code: 'yes', minutes: '16' }, 'minutes', 'Minutes must be a whole number from 5 to 15'],
    [{ code: 'yes', minutes: '1e1' }, 'minutes', 'Minutes must be a whole number from 5 to 15'],
    [{ minutes: '10' }, 'code', 'Choose whether everybody needs an authenticator app'],
  ])('%j is refused at its place, and nothing changes', async (typed, place, words) => {
    const before = await kept('Birch')
    const reply = await app.as('admin@Birch').post(url, typed)
    expect(reply.status).toBe(422)
    expect(reply.body).toContain(`<a href="#${place}">${words}</a>`)
    expect(await kept('Birch')).toEqual(before)
  })
})
