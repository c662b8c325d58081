import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, localDate, londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, organisationId, personId, type Who } from '#test/world.ts'
import { practiceLanguageModule } from '../index.ts'
import { checkerOf, overlaysFor } from './checker.ts'
import { decide, endDecision, readHistory, readInForce, readOwnRuleIds } from './store.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: practiceLanguageModule.routes })
})
afterAll(() => app?.close())

const today = londonDate(new Date())
const alder = organisationId('Alder')
const birch = organisationId('Birch')

const off = (who: Who, ruleId: string, over: Partial<Parameters<typeof decide>[1]> = {}) =>
  app.write(who, (db) =>
    decide(db, {
      organisationId: who.endsWith('Birch') ? birch : alder,
      ruleId,
      change: { kind: 'off', data: {} },
      reason: 'The board decided',
      today,
      ends: null,
      decidedBy: personId(who),
      ...over,
    }),
  )

const inForce = async (who: Who, of = who.endsWith('Birch') ? birch : alder) =>
  (await app.read(who, (db) => readInForce(db, of, today))).map(({ ruleId }) => ruleId)

test('What a lead decides counts for everybody of their borough and for nobody else', async () => {
  await off('lead@Alder', 'mu.da-between')
  for (const who of everybody)
    expect([who, await inForce(who, alder)]).toEqual([who, who.endsWith('@Alder') ? ['mu.da-between'] : []])
})

test('Nobody but a lead decides, nobody for another borough, in another’s name or for another day', async () => {
  for (const who of everybody.filter((each) => !each.startsWith('lead@')))
    await expect(off(who, 'mu.x', { organisationId: alder })).rejects.toThrow(/permission denied/)
  const refused = /row-level security/
  await expect(off('lead@Alder', 'mu.x', { organisationId: birch })).rejects.toThrow(refused)
  await expect(off('lead@Alder', 'mu.x', { decidedBy: personId('lead@Birch') })).rejects.toThrow(refused)
  await expect(off('lead@Alder', 'mu.x', { today: addDays(today, -1) })).rejects.toThrow(refused)
  expect(await inForce('lead@Birch')).toEqual([])
})

test('Another decision ends the one before, and both stay in the history with who decided', async () => {
  await off('lead@Birch', 'vb.minimises', { reason: 'First' })
  await off('lead@Birch', 'vb.minimises', { reason: 'Second', ends: addDays(today, 10) })
  expect(await inForce('practitioner@Birch')).toEqual(['vb.minimises'])
  const history = await app.read('lead@Birch', (db) => readHistory(db, birch, 'vb.minimises'))
  expect(history.map(({ reason }) => reason).sort()).toEqual(['First', 'Second'])
  expect(history.every(({ decidedBy }) => decidedBy === 'Robin lead of Birch')).toBe(true)
  // Who decided is for those who keep the rules.
  await expect(app.read('supervisor@Birch', (db) => readHistory(db, birch, 'vb.minimises'))).rejects.toThrow(
    /permission denied/,
  )
})

test('One kind of change leaves the others of a rule as they are', async () => {
  await off('lead@Birch', 'lb.disguised-compliance')
  await off('lead@Birch', 'lb.disguised-compliance', { change: { kind: 'level', data: { level: 'prompt' } } })
  const kinds = (await app.read('lead@Birch', (db) => readInForce(db, birch, today)))
    .filter(({ ruleId }) => ruleId === 'lb.disguised-compliance')
    .map(({ kind }) => kind)
  expect(kinds).toEqual(['level', 'off'])
})

test('A change that is to come does not count yet, for its lead neither', async () => {
  await app.operator.query(
    `insert into wording_overlay (organisation_id, rule_id, kind, reason, starts, decided_by) values ($1, 'mu.to-come', 'off', 'Soon', $3, $2)`,
    [birch, personId('lead@Birch'), addDays(today, 1)],
  )
  expect(await inForce('lead@Birch')).not.toContain('mu.to-come')
})

test('A change that is ended counts no more, and what has ended stays as it was', async () => {
  await off('lead@Alder', 'rs.stop-letting-in')
  const find = () => app.read('lead@Alder', (db) => readHistory(db, alder, 'rs.stop-letting-in'))
  const id = (await find())[0]?.id ?? ''
  expect(await app.write('lead@Birch', (db) => endDecision(db, id, today, 'Not mine'))).toBe(false)
  expect(await app.write('lead@Alder', (db) => endDecision(db, id, today, 'It helps after all'))).toBe(true)
  expect(await inForce('lead@Alder')).toEqual(['mu.da-between'])
  expect(await app.write('lead@Alder', (db) => endDecision(db, id, today, 'Again'))).toBe(false)
  expect(await find()).toMatchObject([{ reason: 'The board decided', endReason: 'It helps after all' }])
})

test('A change does not end on a day that is over', async () => {
  await app.operator.query(
    `insert into wording_overlay (organisation_id, rule_id, kind, reason, starts, decided_by) values ($1, 'mu.old', 'off', 'Old', '2024-01-01', $2)`,
    [alder, personId('lead@Alder')],
  )
  const [old] = await app.read('lead@Alder', (db) => readHistory(db, alder, 'mu.old'))
  await expect(
    app.write('lead@Alder', (db) => endDecision(db, old?.id ?? '', localDate('2024-06-01'), 'Then')),
  ).rejects.toThrow(/row-level security/)
})

test('Nothing is deleted, by nobody', async () => {
  for (const who of everybody)
    await expect(app.write(who, (db) => db.q.deleteFrom('wording_overlay').execute())).rejects.toThrow(
      /permission denied/,
    )
})

test('What is kept wrongly is skipped and named, and the checker goes on', async () => {
  await app.operator.query(
    `insert into wording_overlay (organisation_id, rule_id, kind, change, reason, starts, decided_by) values
      ($1, 'mu.couple-argue', 'level', '{"level": "forbidden"}', 'Broken', $3, $2), ($1, 'own.gone', 'own', '{}', 'Broken', $3, $2)`,
    [birch, personId('lead@Birch'), today],
  )
  const overlays = await app.read('practitioner@Birch', (db) => overlaysFor(db, birch, today))
  expect(overlays.skipped.map(({ decision: { ruleId } }) => ruleId).sort()).toEqual(['mu.couple-argue', 'own.gone'])
  expect(checkerOf(overlays).check('The parents argue most nights.')).not.toEqual([])
  expect(await app.read('lead@Birch', (db) => readOwnRuleIds(db, birch))).toEqual(['own.gone'])
})

test('A checker is made once for each state of the rules', async () => {
  const read = (who: Who, of: string) => app.read(who, (db) => overlaysFor(db, of, today))
  const [one, again, other] = [
    await read('practitioner@Alder', alder),
    await read('quality@Alder', alder),
    await read('practitioner@Birch', birch),
  ]
  expect(checkerOf(one)).toBe(checkerOf(again))
  expect(checkerOf(one)).not.toBe(checkerOf(other))
  await off('lead@Alder', 'mi.substance-excuse')
  expect(checkerOf(await read('practitioner@Alder', alder))).not.toBe(checkerOf(one))
})
