import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationSignIns } from '../src/demonstration/index.ts'
import { type House, openHouse, type Visitor } from './house.ts'
import { holdsEverywhere, lookAt, type Screen, screens } from './look.ts'

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
  path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\/\d+(?=\/|$)/g, '/:n')
    .replace(/(?<=^\/wording-rules\/)[a-z]+\.[a-z_-]+/, ':rule')
    .replace(/(?<=^\/wording-rules\/guidance\/)[a-z_]+/, ':category')

const skipped =
  /^\/(sign-out|leave|assets|api)(\/|$)|\.(docx|xlsx|pdf|json|csv)$|\/tables\/|^\/change-data\/.*(download|faults)$/

// What roles share is looked at closely once: a kind of page in one make (its elements and classes) at one screen.
const lookedAt = new Set<string>()

const makeOf = ({ page }: Visitor): Promise<string> =>
  page.evaluate(() => {
    const makes = Array.from(document.querySelectorAll('main *'), (element) =>
      [element.localName, element.getAttribute('class'), element.getAttribute('role')].join(' '),
    )
    return [...new Set(makes)].toSorted().join(', ')
  })

/** The page as it stands, at both screens: the viewport changes and the page stays, as when a window is made narrow. */
const lookAtBoth = async (visitor: Visitor, kind: string, name: string): Promise<void> => {
  const make = `${kind} ${await makeOf(visitor)}`
  const isNew = !lookedAt.has(make)
  lookedAt.add(make)
  for (const screen of ['phone', 'desk'] as Screen[]) {
    await visitor.page.setViewportSize(screens[screen])
    await visitor.page.evaluate(() => new Promise(requestAnimationFrame))
    const given = { ...visitor, screen, script: true, name: `${name}${kind.replaceAll('/', '-')}` }
    await (isNew ? lookAt(given) : holdsEverywhere(given))
  }
}

/** Opens every page that can be reached by links from here, once for each kind. */
const walk = async (visitor: Visitor, starts: readonly string[], name: string): Promise<string[]> => {
  const waiting = [...starts]
  const seen = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.add(kind)
    expect(await visitor.go(path), `${path} as ${name}`).toBe(200)
    await lookAtBoth(visitor, kind, name)
    const links = await visitor.page.$$eval('a[href^="/"]', (anchors) =>
      anchors.map((anchor) => new URL(anchor.getAttribute('href') ?? '', location.href).pathname),
    )
    waiting.push(...links.filter((link) => !skipped.test(link) && !seen.has(kindOf(link))))
  }
  return [...seen]
}

test.each(onePerRole)('Every page that $email can reach is whole at both screens', async ({ email, roles }) => {
  const visitor = await house.visitor()
  await visitor.enter(email)
  const seen = await walk(visitor, ['/'], roles[0]?.role ?? '')
  expect(seen.length).toBeGreaterThan(5)
  await visitor.close()
})

test('Every page that the public can reach is whole at both screens, that of an address without a page too', async () => {
  const visitor = await house.visitor()
  const seen = await walk(visitor, ['/', '/sign-in', '/demonstration/sign-ins'], 'public')
  expect(seen).toEqual(expect.arrayContaining(['/report/:n', '/leaving-quickly']))
  expect(await visitor.go('/no-such-page')).toBe(404)
  await lookAtBoth(visitor, '/no-such-page', 'public')
  await visitor.close()
})
