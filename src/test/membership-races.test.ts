import { afterAll, beforeAll, expect, test } from 'vitest'
import { peopleModule } from '#modules/people/index.ts'
import { type TestApp, testApp } from './app.ts'
import { idOf } from './world.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: peopleModule.routes })
})
afterAll(() => app.close())

const id = idOf('membership Alder')
const change = peopleModule.routes.map(({ path }) => path.pattern).find((pattern) => /membership.*:id/.test(pattern))
const url = (change ?? '').replace(':id', id)
const writers = 20
const tries = 50

type Sent = { readonly status: number; readonly body: string; readonly mine: string; readonly seen: string }

const membership = async () =>
  (
    await app.operator.query<{ note: string; version: number }>('select note, version from membership where id = $1', [
      id,
    ])
  ).rows[0]

const visible = (body: string) => body.replaceAll(/<script.*?<\/script>/gs, '')

/** Opens the form, adds one to the count that it shows, and sends it. */
const addOne = async (writer: number, n: number): Promise<Sent> => {
  const { body } = await app.as('project').get(url)
  const seen = /<textarea[^>]*name="note"[^>]*>\s*(.*?)<\/textarea>/s.exec(body)?.[1]?.trim() ?? ''
  const version = /name="_version" value="(\d+)"/.exec(body)?.[1] ?? ''
  const mine = `Count ${Number(/Count (\d+)/.exec(seen)?.[1] ?? 0) + 1} by writer ${writer} in try ${n}`
  const reply = await app.as('project').post(url, {
    _version: version,
    stage: 'implementing',
    'joined-day': '1',
    'joined-month': '8',
    'joined-year': '2021',
    'left-day': '',
    'left-month': '',
    'left-year': '',
    note: mine,
  })
  return { status: reply.status, body: reply.body, mine, seen }
}

test('A thousand changes of one membership by twenty people lose none, and whoever was second sees both', {
  timeout: 240_000,
}, async () => {
  const before = await membership()
  const sent = (
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const mine: Sent[] = []
        for (let n = 0; n < tries; n += 1) mine.push(await addOne(writer, n))
        return mine
      }),
    )
  ).flat()
  expect([...new Set(sent.map(({ status }) => status))].sort()).toEqual([303, 409])
  const kept = sent.filter(({ status }) => status === 303)
  const after = await membership()
  // Each that was kept counted on from the one before it.
  expect(after?.note).toMatch(new RegExp(`^Count ${kept.length} by`))
  expect(Number(after?.version) - Number(before?.version)).toBe(kept.length)
  expect(new Set(kept.map(({ mine }) => mine.split(' ')[1])).size).toBe(kept.length)
  for (const { body, mine } of sent.filter(({ status }) => status === 409)) {
    const page = visible(body)
    expect(page).toContain(mine)
    const others = [...page.matchAll(/Count \d+ by writer \d+ in try \d+/g)]
      .map(([text]) => text)
      .filter((text) => text !== mine)
    expect(others.length).toBeGreaterThan(0)
    expect(kept.map((each) => each.mine)).toContain(others[0])
  }
  // What was kept is in the record, and what was not is not.
  const { rowCount } = await app.operator.query("select from record_entry where act = 'membership.changed'")
  expect(rowCount).toBe(kept.length)
})
