import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { familyId, individualId, makeFamilies } from '#test/cases.ts'
import { idOf, organisationId, personId, type Who } from '#test/world.ts'
import { seeFamilies } from './access.ts'
import { paths } from './paths.ts'

let app: TestApp
const ashworth = familyId('ashworth')
const [darren, leanne, mia] = ['Darren Ashworth', 'Leanne Price', 'Mia Price'].map(individualId)

/** One of each, changed once: by the record's own rule what it said before is kept. */
const rows: readonly (readonly [table: string, change: string, row: Record<string, unknown>])[] = [
  [
    'pattern_entry',
    "what = 'Took the car keys'",
    { perpetrator_id: darren, kinds: ['threats'], what: 'Took keys', known_to: 'not known' },
  ],
  [
    'protective_effort',
    "withdrawn_at = now(), withdrawn_why = 'Twice'",
    { survivor_id: leanne, kind: 'safety', what: 'x' },
  ],
  [
    'complexity',
    "withdrawn_at = now(), withdrawn_why = 'Not so'",
    { individual_id: leanne, kind: 'money', link: 'outcome of the abuse', what: 'x' },
  ],
  [
    'engagement_attempt',
    "what = 'He hung up'",
    {
      perpetrator_id: darren,
      on_date: '2026-02-02',
      how: 'telephone',
      result: 'spoke',
      made_by: personId('practitioner@Alder'),
    },
  ],
  [
    'plan_action',
    "what = 'Gives them back'",
    {
      number: 1,
      owner: 'perpetrator',
      individual_id: darren,
      kind: 'change',
      what: 'Gives back the keys',
      measure: 'm',
      due_on: '2026-12-01',
    },
  ],
  ['supervision', "pattern = 'Again'", { held_on: '2026-02-03', pattern: 'He waits' }],
  ['case_note', "text = 'He came twice'", { on_date: '2026-02-04', kind: 'visit', text: 'He came' }],
  ['letter', "subject = 'Come'", { individual_id: darren, subject: 'Meeting', text: 'Come' }],
]
const rowId = (table: string) => idOf(`dead end ${table}`)
/** What a letter and a note said before is read on pages of their own, or not at all. */
const withHistory = rows.map(([table]) => table).filter((table) => !['letter', 'case_note'].includes(table))

beforeAll(async () => {
  app = await testApp({ fill: makeFamilies })
  const both = {
    authority_id: organisationId('Alder'),
    family_id: ashworth,
    recorded_by: personId('practitioner@Alder'),
  }
  for (const [table, change, row] of rows) {
    const all = { id: rowId(table), ...both, ...row }
    const names = Object.keys(all)
    await app.operator.query(
      `insert into ${table} (${names.join()}) values (${names.map((_, index) => `$${index + 1}`).join()})`,
      Object.values(all),
    )
    await app.operator.query(`update ${table} set ${change}, version = version + 1 where id = $1`, [rowId(table)])
  }
  await app.operator.query("update individual set religion = 'None', version = version + 1 where id = $1", [mia])
  await app.operator.query("update family set legal_status = 'None', version = version + 1 where id = $1", [ashworth])
  await app.operator.query(
    "insert into cms_link (organisation_id, url, set_by) values ($1, 'https://cms.example/{id}', $2)",
    [organisationId('Alder'), personId('admin@Alder')],
  )
  await app.as('practitioner@Alder').post(paths.startForm.to({ familyId: ashworth }))
})
afterAll(() => app?.close())

const linksIn = (body: string): string[] =>
  [...parseHTML(body).document.querySelectorAll('main a[href]')].flatMap((link) => {
    const href = link.getAttribute('href') ?? ''
    const path = href.split(/[?#]/)[0] ?? ''
    return path.startsWith('/families') ? [path] : []
  })

/** Every address that somebody comes to from the list of families by its links, and what they find there. */
const walk = async (who: Who): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>()
  const next = [paths.families.to()]
  for (let url = next.shift(); url !== undefined; url = next.shift()) {
    if (found.has(url)) continue
    const { status, body, headers } = await app.as(who).get(url)
    found.set(url, status)
    if (String(headers['content-type']).includes('html')) next.push(...linksIn(body))
  }
  return found
}

const at = { familyId: ashworth }
const everywhere = [
  ...[paths.worklists, paths.families].map((path) => path.to()),
  ...[paths.family, paths.patternTable, paths.efforts, paths.complexities, paths.documents, paths.opened].map((path) =>
    path.to(at),
  ),
  ...[paths.people, paths.protectedDetails, paths.workers, paths.engagement, paths.letters].map((path) => path.to(at)),
  ...[paths.plan, paths.supervision, paths.notes].map((path) => path.to(at)),
  ...[...withHistory.map(rowId), mia ?? '', ashworth].map((entryId) => paths.history.to({ ...at, entryId })),
]
const forWorkers = [
  ...[paths.open, paths.importFamily].map((path) => path.to()),
  ...[paths.addPerson, paths.relations, paths.changeFamily, paths.closeFamily, paths.addProtected].map((path) =>
    path.to(at),
  ),
  ...[paths.attempt, paths.addReferral, paths.addLetter, paths.addAction, paths.planPdf].map((path) => path.to(at)),
  ...[paths.addNote, paths.importNotes, paths.addPattern, paths.addEffort, paths.addComplexity].map((path) =>
    path.to(at),
  ),
  ...[paths.addTie].map((path) => path.to(at)),
  paths.safetyPlan.to({ ...at, individualId: darren ?? '' }),
  paths.letter.to({ ...at, entryId: rowId('letter') }),
]
const forSupervisors = [
  ...[paths.emergency, paths.emergencies].map((path) => path.to()),
  ...[paths.addSupervision, paths.protection].map((path) => path.to(at)),
  paths.changeSupervision.to({ ...at, entryId: rowId('supervision') }),
]
const readers: readonly (readonly [Who, readonly string[]])[] = [
  ['practitioner@Alder', [...everywhere, ...forWorkers]],
  ['supervisor@Alder', [...everywhere, ...forWorkers, ...forSupervisors]],
  ['lead@Alder', everywhere],
  ['quality@Alder', everywhere],
  ['borough_lead@Alder', [...everywhere, paths.emergencies.to(), paths.protection.to(at)]],
]

describe('From the list of families, by links alone,', () => {
  test.each(readers)(
    '%s comes to every page that is for that role, and to none that is not',
    async (who, wanted) => {
      const found = await walk(who)
      const dead = [...found].filter(([, status]) => status === 404 || status >= 500)
      expect(dead).toEqual([])
      expect(wanted.filter((url) => !found.has(url))).toEqual([])
      const forOthers = [...forWorkers, ...forSupervisors].filter((url) => !wanted.includes(url))
      expect(forOthers.filter((url) => found.has(url))).toEqual([])
    },
    60_000,
  )

  test('the case system is one link away, in the same window', async () => {
    for (const [who] of readers) {
      const { body } = await app.as(who).get(paths.family.to(at))
      const link = parseHTML(body).document.querySelector('a[href="https://cms.example/CMS-ashworth"]')
      expect([who, link?.textContent?.trim(), link?.getAttribute('target') ?? null]).toEqual([
        who,
        'Open in the case system',
        null,
      ])
    }
    expect(readers.map(([who]) => who.split('@')[0]).toSorted()).toEqual(
      seeFamilies.roles.filter((role) => role !== 'champion').toSorted(),
    )
  })

  test('what was withdrawn is shown as withdrawn, with the reason', async () => {
    for (const [url, why] of [
      [paths.efforts.to(at), 'Twice'],
      [paths.complexities.to(at), 'Not so'],
    ] as const) {
      const { body } = await app.as('lead@Alder').get(url)
      expect(body.slice(body.indexOf('Withdrawn'))).toContain(why)
    }
  })
})
