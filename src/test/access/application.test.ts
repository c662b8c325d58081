import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobs, mails, routes } from '../../app.ts'
import { type TestApp, testApp } from '../app.ts'
import { everybody } from '../world.ts'
import { type DeclaredSurface, linesOf, missingLines, type Surface } from './surface.ts'

/** Every way out of the application, with its line in the access matrix: surface.json. `WRITE_SURFACE=1` writes it anew, on purpose. */
const declaredFile = new URL('surface.json', import.meta.url)

const surface: Surface = {
  routes: routes.flatMap((route) =>
    route.methods.map((method) => ({
      method,
      path: route.path.pattern,
      permission: `${route.permission.name}${route.permission.public ? ' (open to all)' : ''}`,
      // For keys: a system of a borough is no role of a person.
      roles: route.by === 'key' ? ['system'] : route.permission.roles,
      record: route.recorded,
    })),
  ),
  jobs: jobs.map((job) => job.name),
  exports: routes.filter((route) => route.kind === 'file').map((route) => route.path.pattern),
  mails: Object.keys(mails),
}

test('Every route, job, export and message has its line in the access matrix', () => {
  if (process.env['WRITE_SURFACE']) writeFileSync(declaredFile, `${JSON.stringify(linesOf(surface), null, 2)}\n`)
  const declared = JSON.parse(readFileSync(declaredFile, 'utf8')) as DeclaredSurface // written by this test
  expect(missingLines(surface, declared)).toEqual([])
})

describe('Every route, asked by everybody', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp()
  })
  afterAll(() => app.close())

  const withoutNonce = (body: string) => body.replaceAll(/nonce="[^"]*"/g, '')
  const filled = (pattern: string) =>
    pattern.replaceAll(/:\w*id\b/gi, '00000000-0000-4000-8000-000000000000').replaceAll(/:\w+/g, '1')

  test.each(everybody)('%s learns nothing of what their role does not open', async (who) => {
    const role = who.split('@')[0] ?? ''
    const missing = withoutNonce((await app.as(who).get('/no-such-page')).body)
    const closed = routes.filter(
      ({ permission }) => !permission.public && !permission.roles.some((each) => each === role),
    )
    for (const route of closed) {
      const replies = [
        ...(route.methods.includes('GET') ? [await app.as(who).get(filled(route.path.pattern))] : []),
        ...(route.methods.includes('POST') ? [await app.as(who).post(filled(route.path.pattern), { name: 'x' })] : []),
      ]
      for (const reply of replies) {
        // What is for keys reads no cookie: whoever is signed in is nobody there.
        expect(reply.status, `${route.path.pattern} as ${who}`).toBe(route.by === 'key' ? 401 : 404)
        if (route.kind !== 'json') expect(withoutNonce(reply.body), route.path.pattern).toBe(missing)
      }
    }
  })

  test('nobody who is not signed in gets past the door', async () => {
    for (const route of routes.filter(({ permission }) => !permission.public)) {
      const replies = [
        ...(route.methods.includes('GET') ? [await app.nobody.get(filled(route.path.pattern))] : []),
        ...(route.methods.includes('POST') ? [await app.nobody.post(filled(route.path.pattern))] : []),
      ]
      for (const reply of replies)
        expect(
          [401, 303].includes(reply.status) && !(reply.to ?? '/sign-in').includes('//'),
          `${route.path.pattern}: ${reply.status}`,
        ).toBe(true)
    }
  })
})
