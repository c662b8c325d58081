import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody } from '#test/world.ts'
import { routes } from '../../../app.ts'
import { manageStaff, seeSettings } from '../access.ts'
import { peopleModule } from '../index.ts'
import { settingsFor } from './links.ts'

let app: TestApp

beforeAll(async () => {
  app = await testApp({ routes: peopleModule.routes })
})
afterAll(() => app?.close())

test('Settings open for the roles of its permission and for nobody else, with what each can look after', async () => {
  for (const who of everybody) {
    const opens = seeSettings.roles.some((role) => role === who.split('@')[0])
    expect([who, (await app.as(who).get('/settings')).status]).toEqual([who, opens ? 200 : 404])
  }
  expect((await app.as('project').get('/settings')).body).toContain('href="/settings/partnership"')
  expect((await app.as('lead@Alder').get('/settings')).body).not.toContain('/settings/teams')
})

test('Every link of settings leads to a page that the role may open', () => {
  const all = [...peopleModule.routes, ...routes]
  for (const role of seeSettings.roles)
    for (const { href } of settingsFor(role)) {
      const route = all.find(({ path }) => path.pattern === href)
      expect([href, role, route?.permission.roles.includes(role)]).toEqual([href, role, true])
    }
})

test('Only administrators change staff and teams, and nobody changes them by sending a form to a page that is not theirs', async () => {
  const forms = peopleModule.routes.filter(({ permission, kind }) => permission === manageStaff && kind === 'form')
  expect(forms.length).toBeGreaterThan(5)
  for (const { path } of forms) {
    const url = path.pattern.replace(':id', '00000000-0000-4000-8000-000000000000')
    for (const who of ['lead@Alder', 'supervisor@Alder', 'project', 'practitioner@Alder'] as const)
      expect([url, who, (await app.as(who).post(url, { name: 'x' })).status]).toEqual([url, who, 404])
  }
})
