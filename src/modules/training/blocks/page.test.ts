import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody, idOf, organisationId, partnershipId } from '#test/world.ts'
import { seeBlocks, seeFigures } from '../access.ts'
import { trainingModule } from '../index.ts'

let app: TestApp

// What a reader reads, without the markup.
const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  app = await testApp({
    routes: trainingModule.routes,
    fill: async (operator) => {
      await operator.query(
        `insert into course (id, partnership_id, name, days, mode, offered_from, sort) values
          ($1, $3, 'Core <b>', 4, 'live', '2021-08-01', 1), ($2, $3, 'Later', 1, 'live', '2099-01-01', 2)`,
        [idOf('core'), idOf('later'), partnershipId],
      )
      for (let number = 1; number <= 51; number += 1)
        await operator.query(
          `insert into block (id, partnership_id, course_id, number, starts, ends, place) values ($1, $2, $3, $4, '2022-05-01', '2022-05-05', '<i>Hall</i>')`,
          [idOf(`block ${number}`), partnershipId, idOf('core'), number],
        )
      await operator.query(
        `insert into attendance (partnership_id, block_id, authority_id, completed_on)
         select $1, $2, $3, '2022-05-04' from generate_series(1, 7)`,
        [partnershipId, idOf('block 1'), organisationId('Birch')],
      )
    },
  })
})
afterAll(() => app?.close())

describe('the list of blocks', () => {
  test('opens for the roles of its permission and for nobody else', async () => {
    for (const who of everybody) {
      const role = who.split('@')[0]
      const opens = seeBlocks.roles.some((each) => each === role)
      expect([who, (await app.as(who).get('/training')).status]).toEqual([who, opens ? 200 : 404])
    }
    expect((await app.nobody.get('/training')).to).toBe('/sign-in?next=%2Ftraining')
  })

  test('counts the results and pages at 50, keeping the filters', async () => {
    const { body } = await app.as('training').get('/training?term=1&course=')
    expect(body).toContain('1 to 50 of 51 blocks')
    expect(body).toContain('href="/training?term=1&amp;page=2"')
    expect((await app.as('training').get('/training?page=2')).body).toContain('51 to 51 of 51 blocks')
    expect((await app.as('training').get('/training?page=99')).body).toContain('51 to 51 of 51 blocks')
  })

  test('escapes what people typed', async () => {
    const { body } = await app.as('training').get('/training')
    expect(body).toContain('Core &lt;b>, block')
    expect(body).not.toContain('<i>Hall')
  })

  test('takes a filter that nobody can read for none', async () => {
    const { status, body } = await app.as('lead@Alder').get("/training?term=x'&course=1&page=-3&borough=zz")
    expect(status).toBe(200)
    expect(body).toContain('of 51 blocks')
  })

  test('says what to do where nothing fits', async () => {
    expect((await app.as('lead@Alder').get('/training?term=2')).body).toContain('No block fits these filters.')
  })

  test('shows a practitioner no attendance, and the training manager which registers are missing', async () => {
    expect((await app.as('practitioner@Birch').get('/training')).body).not.toContain('Attended')
    expect((await app.as('training').get('/training')).body).toContain('Enter the register')
    expect((await app.as('lead@Birch').get('/training')).body).toContain('Attended from Birch')
    expect((await app.as('lead@Birch').get('/training')).body).not.toContain('Enter the register')
  })
})

describe('the figures', () => {
  test('open for the roles of their permission and for nobody else', async () => {
    for (const who of everybody) {
      const role = who.split('@')[0]
      const opens = seeFigures.roles.some((each) => each === role)
      expect([who, (await app.as(who).get('/training/figures')).status]).toEqual([who, opens ? 200 : 404])
    }
  })

  test('count a borough’s own people only, and tell none recorded from not offered yet', async () => {
    const birch = words((await app.as('lead@Birch').get('/training/figures')).body)
    const alder = words((await app.as('lead@Alder').get('/training/figures')).body)
    expect(birch).toContain('Core &lt;b> 7 0')
    expect(alder).toContain('Core &lt;b> none recorded 0')
    expect(alder).toContain('Later not offered yet not offered yet')
    expect(alder).toContain('Everybody in post 0 of 9')
  })

  test('give the partnership’s roles every borough', async () => {
    const { body } = await app.as('evaluator').get('/training/figures?term=1')
    const text = words(body)
    expect(text).toContain('Most people came to Core &lt;b>: 7 in Year 1')
    expect(text).toContain('Birch 7 not offered yet')
    expect(text).toContain('Alder 0 not offered yet Birch')
  })
})
