import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dfeRule, protect } from '#platform/disclosure/index.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody } from '#test/world.ts'
import { seeQuarters } from '../access.ts'
import { meanings } from '../definition/meaning.ts'
import { furtherMeasures, measures } from '../definition/measure.ts'
import { words } from '../versions/fixtures/taken-in.ts'
import { groups } from './groups.ts'
import { example } from './leaves.tsx'
import { meaningsRoutes } from './routes.ts'

const url = '/change-data/definitions'
let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: meaningsRoutes })
})
afterAll(() => app?.close())

test('Definitions are for those who see figures, and for nobody else', async () => {
  for (const who of everybody) {
    const [role = ''] = who.split('@')
    const opens = seeQuarters.roles.some((each) => each === role)
    expect([who, (await app.as(who).get(url)).status]).toEqual([who, opens ? 200 : 404])
  }
  expect((await app.nobody.get(url)).status).toBe(303)
})

test('Every measure stands in one group, with an anchor of its name and all that belongs to it', async () => {
  expect(groups.flatMap(({ names }) => names).toSorted()).toEqual([...measures, ...furtherMeasures].toSorted())
  const { document } = parseHTML((await app.as('lead@Alder').get(url)).body)
  for (const measure of [...measures, ...furtherMeasures]) {
    const section = document.getElementById(measure)?.closest('section')
    const said = section?.textContent ?? ''
    const { name, counted, base, sources, unknown, maturity, caveats } = meanings[measure]
    for (const part of [name, counted, base ?? 'Nothing', sources, unknown ?? 'Does not apply', maturity, ...caveats])
      expect(said, measure).toContain(part)
  }
})

test('Every link within the page leads to something that is there once', async () => {
  const { document } = parseHTML((await app.as('project').get(url)).body)
  const links = [...document.querySelectorAll('main a[href^="#"]')].map((link) => link.getAttribute('href') ?? '')
  expect(links.length).toBeGreaterThan(30)
  for (const link of links)
    expect([link, document.querySelectorAll(`[id="${link.slice(1)}"]`).length]).toEqual([link, 1])
})

test('A borough and the partnership each see their own sections', async () => {
  const [own, wide] = [(await app.as('analyst@Alder').get(url)).body, (await app.as('training').get(url)).body]
  expect(own).toContain('/change-data/files')
  expect(wide).not.toContain('/change-data/files')
  // Two boroughs of the test world: said by the check that a funnel has to pass.
  for (const body of [own, wide]) expect(words(body)).toContain('Two boroughs are too few for a funnel')
})

test('The example of what is withheld is what the rule makes of it', () => {
  const [plans = 0, factor = 0, unknown = 0] = example.map(({ is }) => Number(is))
  const result = protect(
    {
      cells: [
        { id: 'plans', state: 'count', value: plans },
        { id: 'factor', state: 'count', value: factor },
        { id: 'unknown', state: 'count', value: unknown },
        { id: 'rest', state: 'hidden', value: plans - factor - unknown },
      ],
      relations: [{ kind: 'sum', total: 'plans', parts: ['factor', 'unknown', 'rest'] }],
    },
    dfeRule,
  )
  if (result.outcome === 'refused') throw new Error('refused')
  const left = result.cells.flatMap((cell) =>
    cell.status === 'hidden' ? [] : [cell.status === 'shown' ? String(cell.value) : 'withheld'],
  )
  expect(left).toEqual(example.map(({ leaves }) => leaves))
})
