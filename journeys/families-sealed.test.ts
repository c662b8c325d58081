import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../src/platform/clock.ts'
import { addDays } from '../src/platform/dates.ts'
import { addPerson, fillDate, openFamily, said, send, where } from './family-pages.ts'
import { type House, openHouse, type Screen, screens, type Visitor } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const bothScreens = Object.keys(screens) as Screen[] // the keys that it was made with
const nowhere = '00000000-0000-4000-8000-000000000000'

const enter = async (screen: Screen, email: string): Promise<Visitor> => {
  const visitor = await house.visitor({ screen })
  await visitor.enter(email)
  return visitor
}

/** The page without what differs between any two: the number of the request and the proof that a form is ours. */
const wordsAt = async (visitor: Visitor, path: string): Promise<{ status: number; page: string }> => {
  const answer = await visitor.context.request.get(new URL(path, visitor.page.url()).href, { maxRedirects: 0 })
  const body = await answer.text()
  return {
    status: answer.status(),
    page: body
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'an id')
      .replaceAll(/(name="_(?:csrf|once)" value=")[^"]*/g, '$1')
      .replaceAll(/nonce(-|=")[\w+/=-]+/g, 'nonce'),
  }
}

/** Every page of a family, one below it for each room, and its files. */
const belowFamily = [
  ...['', '/pattern', '/people', '/people/add', '/engagement', '/attempts/add', '/plan', '/plan/add', '/notes'],
  ...['/notes/add', '/efforts', '/complexity', '/supervision', '/protected', '/letters', '/documents', '/details'],
  ...['/documents/plan.pdf', '/documents/pattern.pdf', '/documents/conference.docx', '/documents/record.json'],
  ...['/protection', '/opened', '/workers', '/close'],
]

const expectNothingAt = async (visitor: Visitor, family: string) => {
  for (const below of belowFamily) {
    const [there, never] = [
      await wordsAt(visitor, `${family}${below}`),
      await wordsAt(visitor, `/families/${nowhere}${below}`),
    ]
    expect(there.status, below).toBe(404)
    expect(there, `${below || 'the family'} answers as one that never was`).toEqual(never)
  }
}

const search = async (visitor: Visitor, words: string): Promise<string> => {
  await visitor.go('/families')
  await visitor.page.fill('input[name=words]', words)
  await visitor.press('main form button:has-text("Search")')
  return (await said(visitor)).replaceAll(/\s+/g, ' ')
}

/** What Home says of families: its numbers. */
const homeNumbers = async (visitor: Visitor): Promise<string> => {
  await visitor.go('/')
  return (await said(visitor)).replaceAll(/\s+/g, ' ')
}

type Made = { family: string; name: string; number: string; perpetrator: string; reference: string }

const makeFamily = async (worker: Visitor, screen: Screen): Promise<Made> => {
  const [name, number, perpetrator] = [`Quillon ${screen}`, `CS-90210-${screen}`, `Ossian Quillon ${screen}`]
  const family = await openFamily(worker, name, number)
  await addPerson(worker, family, { part: 'perpetrator', name: perpetrator })
  await worker.go(family)
  const caption = (await worker.page.textContent('h1')) ?? ''
  const [reference] = /F-[0-9A-Z]{8}/.exec(caption + (await said(worker))) ?? []
  if (reference === undefined) throw new Error(`no reference on the family's page: ${caption}`)
  return { family, name, number, perpetrator, reference }
}

/** The manager seals it for two people, and is none of them. */
const seal = async (manager: Visitor, { family }: Made) => {
  await manager.go(family)
  await manager.press('main a:has-text("Who has opened this record")')
  await manager.look('families-sealed-opened')
  await manager.press('main a[href$="/protection"]')
  await manager.look('families-sealed-protection')
  await manager.press('main a:has-text("Seal the record")')
  await manager.look('families-sealed-form')
  await manager.page.fill('textarea[name=reason]', 'A colleague of this team is a relative of the perpetrator.')
  const option = (name: string) => manager.page.locator('select[name=person1] option', { hasText: name }).first()
  await manager.page.selectOption(
    'select[name=person1]',
    (await option('Nasima Chowdhury').getAttribute('value')) ?? '',
  )
  await manager.press(send)
  expect(await said(manager)).toContain('Select two people at least')
  await manager.look('families-sealed-form-wrong')
  await manager.page.selectOption('select[name=person2]', (await option('Miriam Goldberg').getAttribute('value')) ?? '')
  await manager.press(send)
  expect(where(manager)).toBe('/families')
}

/** In the list, in search by name, person, reference and number, in worklists, on Home, and by the number of the case system. */
const expectNoTrace = async (visitor: Visitor, made: Made) => {
  const traces = [made.name, made.reference, made.perpetrator]
  const expectNone = async (where: string) => {
    for (const trace of traces) expect(await said(visitor), where).not.toContain(trace)
  }
  await visitor.go('/families')
  await expectNone('the list')
  for (const words of [made.name, made.perpetrator, made.reference, made.number]) {
    const found = await search(visitor, words)
    expect(found, words).toContain('Nothing that you can open was found.')
    expect(found.replaceAll(words, ''), words).toBe((await search(visitor, 'Zzyzx')).replaceAll('Zzyzx', ''))
  }
  for (const list of ['engagement', 'referral', 'form', 'plan', 'efforts']) {
    await visitor.go(`/families/worklists?list=${list}`)
    await expectNone(`the worklist ${list}`)
  }
  const byNumber = await wordsAt(visitor, `/families/case/${made.number}`)
  const byNone = await wordsAt(visitor, '/families/case/CS-00000')
  expect(byNumber.status).toBe(200)
  expect(byNumber.page.replaceAll(made.number, 'a number')).toBe(byNone.page.replaceAll('CS-00000', 'a number'))
}

/** What the borough's own system is answered with a key. */
const expectNothingByKey = async (screen: Screen, { family, number }: Made) => {
  const admin = await enter(screen, 'tariq.mahmood@hackney.example')
  await admin.go('/settings/case-system/keys/add')
  await admin.look('families-sealed-add-key')
  await admin.page.fill('input[name=name]', `Case system, ${screen}`)
  await fillDate(admin, 'until', addDays(systemClock.today(), 30))
  await Promise.all([admin.page.waitForNavigation({ waitUntil: 'load' }), admin.page.click(send)])
  await admin.look('families-sealed-key')
  const key = ((await admin.page.textContent('.tl-code')) ?? '').trim()
  const ask = async (path: string) => {
    const answer = await admin.context.request.get(house.url + path, { headers: { authorization: `Bearer ${key}` } })
    return { status: answer.status(), body: await answer.text() }
  }
  const id = family.replace('/families/', '')
  const [there, never] = [await ask(`/api/v1/families/${id}`), await ask(`/api/v1/families/${nowhere}`)]
  expect(there.status).toBe(404)
  expect(there).toEqual(never)
  expect(await ask(`/api/v1/families?caseNumber=${number}`)).toEqual({ status: 200, body: '{"families":[]}' })
  await admin.close()
}

test.each(bothScreens)(
  'A worker without the right to a sealed record learns nothing, on a %s',
  async (screen) => {
    const worker = await enter(screen, 'amara.okafor@hackney.example')
    const before = await homeNumbers(worker)
    const made = await makeFamily(worker, screen)
    expect(await homeNumbers(worker), 'a family more is seen on Home').not.toBe(before)
    // Kept in the browser's history, one step back.
    await worker.go(made.family)
    expect(await said(worker)).toContain(made.perpetrator)
    await worker.go('/families')
    expect(await said(worker)).toContain(made.name)

    const manager = await enter(screen, 'delroy.campbell@hackney.example')
    await seal(manager, made)
    await manager.look('families-sealed-done')

    await worker.page.goBack({ waitUntil: 'load' })
    expect(where(worker)).toBe(made.family)
    expect(await worker.page.content(), 'Back shows nothing').not.toContain('Quillon')
    await worker.look('families-sealed-not-found')
    await expectNothingAt(worker, made.family)
    await expectNoTrace(worker, made)
    expect(await homeNumbers(worker), 'Home counts as before').toBe(before)

    await expectNothingAt(manager, made.family)
    await expectNoTrace(manager, made)
    await breakNoGlass(manager, made)
    await expectNothingByKey(screen, made)

    const named = await enter(screen, 'nasima.chowdhury@hackney.example')
    expect(await named.go(made.family)).toBe(200)
    expect(await said(named)).toContain(made.perpetrator)
    await named.look('families-sealed-named')
    await Promise.all([worker.close(), manager.close(), named.close()])
  },
  300_000,
)

/** Neither by its reference nor by its number: the words are those for a reference that never was. */
const breakNoGlass = async (manager: Visitor, { reference, number }: Made) => {
  const tries: string[] = []
  for (const typed of [reference, number, 'F-22222222']) {
    await manager.go('/families/emergency')
    await manager.page.fill('input[name=reference]', typed)
    await manager.page.fill('textarea[name=reason]', 'The police ask about the children tonight.')
    await manager.press(send)
    expect(where(manager)).toBe('/families/emergency')
    tries.push((await said(manager)).replaceAll(/\s+/g, ' '))
  }
  await manager.look('families-sealed-no-emergency')
  expect(tries[0]).toContain('There is no record with this reference that you can open')
  expect(new Set(tries).size, 'all three are told the same').toBe(1)
}
