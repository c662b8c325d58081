import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '#platform/access/actor.ts'
import { londonDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { accountId, everybody, organisationId, type Who } from '#test/world.ts'
import { practiceLanguageModule } from '../index.ts'
import { byRule } from './answer.ts'
import { readOffers, readOwnAnswers, saveAnswer, saveOutcome, takeBack } from './store.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: practiceLanguageModule.routes })
})
afterAll(() => app?.close())

const today = londonDate(new Date())
const alder = organisationId('Alder')
const birch = organisationId('Birch')

/** As much of a person as an answer needs. */
const writer = (who: Who): Person => {
  const organisation = organisationId(who.split('@')[1] ?? 'Juniper')
  return { accountId: accountId(who), grant: { organisationId: organisation } } as Person // the rest is not asked for
}

const answer = (who: Who, reason: string, offered: boolean) =>
  app.write(who, (db) => saveAnswer(db, writer(who), { ruleId: 'mu.da-between', reason, offered }))

const own = (who: Who) => app.read(who, (db) => readOwnAnswers(db, accountId(who)))
const offersFor = (who: Who, of = alder) => app.read(who, (db) => readOffers(db, of))

test('Everybody can answer, and only they read it', async () => {
  for (const who of everybody) await answer(who, `By ${who}`, false)
  for (const who of everybody) {
    expect((await own(who)).map(({ reason }) => reason)).toEqual([`By ${who}`])
    const everything = await app.read(who, (db) => db.q.selectFrom('wording_answer').select('account_id').execute())
    expect(everything).toEqual([{ account_id: accountId(who) }])
  }
})

test('An offered answer is read by the lead of the borough, without its writer, team or day, and by nobody else', async () => {
  await answer('practitioner@Alder', 'Quoted from the court order', true)
  const readers = everybody.filter((who) => who !== 'practitioner@Alder')
  for (const who of readers) expect([who, (await offersFor(who)).length]).toEqual([who, who === 'lead@Alder' ? 1 : 0])
  const [offer] = await offersFor('lead@Alder')
  expect(Object.keys(offer ?? {}).sort()).toEqual(['id', 'lookedAt', 'reason', 'ruleId'])
})

test('No role reads who wrote an offer, in which order or when it came', async () => {
  for (const column of ['account_id', 'given_on', 'xmin', 'ctid'])
    await expect(
      app.read('lead@Alder', (db) =>
        db.q
          .selectFrom('wording_offer')
          .select(db.q.fn.count<number>(column as 'reason').as('n')) // columns that the types do not have
          .execute(),
      ),
    ).rejects.toThrow(/permission denied|does not exist/)
  // By way of the answer, a lead reads their own only.
  const joined = await app.read('lead@Alder', (db) =>
    db.q
      .selectFrom('wording_offer as o')
      .innerJoin('wording_answer as a', 'a.id', 'o.answer_id')
      .select('a.account_id')
      .execute(),
  )
  expect(joined).toEqual([])
})

test('Nobody answers in another’s name or for another organisation, and nobody offers another’s answer', async () => {
  const asOther = (person: Person) =>
    app.write('practitioner@Alder', (db) =>
      saveAnswer(db, person, { ruleId: 'mu.x', reason: 'Not mine', offered: false }),
    )
  const mine = writer('practitioner@Alder')
  await expect(asOther(writer('champion@Alder'))).rejects.toThrow(/row-level security/)
  await expect(asOther({ ...mine, grant: { ...mine.grant, organisationId: birch } })).rejects.toThrow(
    /row-level security/,
  )
  const [kept] = await own('champion@Alder')
  await expect(
    app.write('practitioner@Alder', (db) =>
      db.q
        .insertInto('wording_offer')
        .values({ answer_id: kept?.id ?? '', organisation_id: alder, rule_id: 'mu.x', reason: 'Taken' })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('What a lead says of it reaches the writer, and only the lead of the borough may say it', async () => {
  const [offer] = await offersFor('lead@Alder')
  const looked = { outcome: 'kept', note: 'The rule now lets court orders pass.' } as const
  const say = (who: Who) => app.write(who, (db) => saveOutcome(db, offer?.id ?? '', looked, today))
  expect(await say('lead@Birch')).toBe(false)
  for (const who of ['supervisor@Alder', 'borough_lead@Alder', 'practitioner@Alder', 'project'] as const)
    await expect(say(who)).rejects.toThrow(/permission denied/)
  expect(await say('lead@Alder')).toBe(true)
  const told = (await own('practitioner@Alder')).map(({ offered, lookedAt }) => [offered, lookedAt])
  expect(told).toEqual(
    expect.arrayContaining([
      [true, looked],
      [false, null],
    ]),
  )
})

test('An answer is taken back by its writer alone, and what was offered of it goes with it', async () => {
  const offered = (await own('practitioner@Alder')).find((each) => each.offered)
  const take = (who: Who) => app.write(who, (db) => takeBack(db, accountId(who), offered?.id ?? ''))
  expect(await take('lead@Alder')).toBe(false)
  expect(await offersFor('lead@Alder')).toHaveLength(1)
  expect(await take('practitioner@Alder')).toBe(true)
  expect(await offersFor('lead@Alder')).toEqual([])
})

test('No line of the access record counts anybody’s answers', async () => {
  await answer('practitioner@Alder', 'Again', true)
  const { rowCount } = await app.operator.query("select from record_entry where act like '%answer%'")
  expect(rowCount).toBe(0)
})

test('Offers stand by rule, those with most waiting first, and not in the order in which they came', () => {
  const offer = (ruleId: string, reason: string, done = false) => ({
    id: reason,
    ruleId,
    reason,
    lookedAt: done ? ({ outcome: 'kept', note: 'x' } as const) : null,
  })
  const rules = byRule([
    offer('a.done', 'Done', true),
    offer('b.two', 'Zebra'),
    offer('b.two', 'Apple', true),
    offer('b.two', 'Mango'),
  ])
  expect(rules.map(({ ruleId, waiting }) => [ruleId, waiting])).toEqual([
    ['b.two', 2],
    ['a.done', 0],
  ])
  expect(rules[0]?.offers.map(({ reason }) => reason)).toEqual(['Mango', 'Zebra', 'Apple'])
})
