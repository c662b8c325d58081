import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, makeFamilies, teamId } from '#test/cases.ts'
import type { Who } from '#test/world.ts'
import { countFamilies, findFamilies, type ListFilter, listFamilies, readByNumber, readCursor } from './store.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [], fill: makeFamilies })
})
afterAll(() => app?.close())

const open: ListFilter = { state: 'open', team: null, own: false, due: null }
const names = (lines: readonly { name: string }[]) => lines.map(({ name }) => name).toSorted()

// Whom the world lets see which family: written from what people may do.
const seen: readonly (readonly [Who, readonly string[]])[] = [
  ['practitioner@Alder', ['Ashworth and Price']],
  ['supervisor@Alder', ['Ashworth and Price']],
  ['champion@Alder', ['Tindall']],
  ['lead@Alder', ['Ashworth and Price', 'Osei']],
  ['quality@Alder', ['Ashworth and Price', 'Osei']],
  ['borough_lead@Alder', ['Ashworth and Price', 'Osei', 'Tindall']],
  ['practitioner@Birch', ['Castellanos']],
]

describe('the families of somebody', () => {
  test.each(seen)('%s lists and counts what is theirs, and nothing of what is hidden', async (who, expected) => {
    expect(names(await app.read(who, (db) => listFamilies(db, open, null, 50)))).toEqual(expected)
    expect(await app.read(who, (db) => countFamilies(db, open))).toBe(expected.length)
  })

  test.each(seen)('%s finds by names of people only in those', async (who, expected) => {
    const found = async (words: string) => names(await app.read(who, (db) => findFamilies(db, words)))
    const only = (all: readonly string[]) => all.filter((name) => expected.includes(name))
    expect(await found('darren ash')).toEqual(only(['Ashworth and Price', 'Osei']))
    expect(await found('HELENA')).toEqual(only(['Tindall']))
    expect(await found('inés')).toEqual(only(['Castellanos']))
    expect(await found('f-seaw2345')).toEqual(only(['Tindall']))
    expect(await found('CMS-osei')).toEqual(only(['Osei']))
    expect(await found('%')).toEqual([])
    expect(names(await app.read(who, (db) => readByNumber(db, 'CMS-sealed')))).toEqual(only(['Tindall']))
  })

  test('come by what is due first, and the next page begins where this one ended', async () => {
    await app.operator.query("update family set opened_on = '2025-11-01' where id = $1", [familyId('osei')])
    const [first] = await app.read('borough_lead@Alder', (db) => listFamilies(db, open, null, 1))
    expect(first).toMatchObject({ name: 'Osei', keyWorkers: [], team: 'South team', engagementDue: '2025-11-29' })
    const rest = await app.read('borough_lead@Alder', async (db) =>
      listFamilies(db, open, await readCursor(db, familyId('osei'), 'open'), 50),
    )
    expect(names(rest)).toEqual(['Ashworth and Price', 'Tindall'])
    expect(rest.find(({ name }) => name === 'Tindall')?.sealed).toBe(true)
    expect(await app.read('lead@Alder', (db) => readCursor(db, familyId('sealed'), 'open'))).toBeNull()
  })

  test('are those of a team, of one’s own work, of a kind that is due, or closed', async () => {
    const list = async (who: Who, filter: Partial<ListFilter>) =>
      names(await app.read(who, (db) => listFamilies(db, { ...open, ...filter }, null, 50)))
    expect(await list('lead@Alder', { team: teamId('Alder', 'South') })).toEqual(['Osei'])
    expect(await list('supervisor@Alder', { own: true })).toEqual([])
    expect(await list('practitioner@Alder', { own: true })).toEqual(['Ashworth and Price'])
    expect(await list('lead@Alder', { due: 'form' })).toEqual([])
    await app.operator.query("update family set form_since = '2026-02-01', goals = 1 where id = $1", [familyId('osei')])
    expect(await list('lead@Alder', { due: 'form' })).toEqual(['Osei'])
    expect(await list('lead@Alder', { due: 'plan' })).toEqual(['Ashworth and Price'])
    await app.operator.query("update family set closed_on = '2026-03-01' where id = $1", [familyId('osei')])
    expect(await list('lead@Alder', {})).toEqual(['Ashworth and Price'])
    expect(await list('lead@Alder', { state: 'closed' })).toEqual(['Osei'])
    expect(await app.read('lead@Alder', (db) => countFamilies(db, { ...open, state: 'closed' }))).toBe(1)
  })
})
