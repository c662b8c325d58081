import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountsApp, actsOf, expectOnlyAdministrators } from '#test/accounts.ts'
import type { TestApp } from '#test/app.ts'
import { accountId, idOf, organisationId } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await accountsApp({
    fill: async (operator) => {
      await operator.query('update installation set demonstration = true')
      await operator.query('insert into installation (demonstration) values (true) on conflict do nothing')
    },
  })
})
afterAll(() => app.close())

const list = '/settings/invitations'
const url = `${list}/invite`
const sam = { name: 'Sam Okafor', email: ' Sam.Okafor@grove.example ', role: 'practitioner', person: '' }
const admin = () => app.as('admin@Alder')
const invitation = async (email: string) =>
  (
    await app.operator.query(
      'select id, role, name, invited_by, person_id, organisation_id, expires_at - created_at as lives from invitation where email = $1',
      [email],
    )
  ).rows[0]
test('inviting is for administrators only', async () => {
  await expectOnlyAdministrators(app, list)
  await expectOnlyAdministrators(app, url)
})

describe('an invitation', () => {
  test('goes out as a message that says nothing, with a link that works', async () => {
    const reply = await admin().post(url, sam)
    expect([reply.status, reply.to]).toEqual([303, list])
    const kept = await invitation('sam.okafor@grove.example')
    expect(kept).toMatchObject({
      role: 'practitioner',
      name: 'Sam Okafor',
      invited_by: accountId('admin@Alder'),
      organisation_id: organisationId('Alder'),
      lives: { days: 7 },
    })
    expect(await actsOf(app, 'admin@Alder')).toContain('invitation.sent')

    const mail = await app.nobody.get('/demonstration/mail')
    expect(mail.body).toContain('You have a new message')
    const [link = ''] = mail.body.match(/\/invitation\/[\w-]{43}/) ?? []
    expect((await app.nobody.get(link)).body).toContain('Sam Okafor')
    for (const word of ['Alder', 'domestic', 'abuse', 'programme', 'borough'])
      expect(mail.body).not.toContain(`${word} `)
  })

  test('lies in the outbox sealed, and its link nowhere in clear', async () => {
    const mails = await app.operator.query<{ sealed: Buffer }>('select sealed from mail')
    expect(mails.rows[0]?.sealed.toString('latin1')).not.toContain('grove.example')
    const { rows } = await app.operator.query("select encode(token_sha, 'hex') as kept from invitation")
    expect(rows[0].kept).toMatch(/^[0-9a-f]{64}$/)
  })

  test('sent twice by a double click is one', async () => {
    const once = 'f3b0c442-98fc-4c14-9afb-f4c8996fb924'
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => admin().post(url, { ...sam, email: 'once@grove.example', _once: once })),
    )
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    const { rowCount } = await app.operator.query("select from invitation where email = 'once@grove.example'")
    expect(rowCount).toBe(1)
  })

  test('to somebody invited already, or with an account here, is refused in words', async () => {
    expect((await admin().post(url, sam)).body).toContain('Somebody with this email address is invited already')
    expect((await admin().post(url, { ...sam, email: 'lead.alder@grove.example' })).body).toContain(
      'Somebody with this email address has an account here',
    )
  })

  test('to an address of another borough says nothing of that borough', async () => {
    expect((await admin().post(url, { ...sam, email: 'lead.birch@grove.example' })).status).toBe(303)
  })

  test('takes a member of staff who has no account, of one’s own borough only', async () => {
    for (const [name, borough] of [
      ['Mine', 'Alder'],
      ['Theirs', 'Birch'],
    ] as const)
      await app.operator.query(
        "insert into person (id, organisation_id, name, starts) values ($1, $2, $3, '2021-01-01')",
        [idOf(name), organisationId(borough), `${name} to invite`],
      )
    const page = await admin().get(url)
    expect(page.body).toContain('Mine to invite')
    expect(page.body).not.toContain('Theirs to invite')
    expect((await admin().post(url, { ...sam, email: 'mine@grove.example', person: idOf('Mine') })).status).toBe(303)
    expect(await invitation('mine@grove.example')).toMatchObject({ person_id: idOf('Mine') })
    expect((await admin().post(url, { ...sam, email: 'theirs@grove.example', person: idOf('Theirs') })).status).toBe(
      422,
    )
  })

  test.each([
    [{ name: ' ' }, 'name', 'Enter their full name'],
    [{ email: '' }, 'email', 'Enter their work email address'],
    [{ email: 'sam at grove' }, 'email', 'Enter an email address in the correct format, like name@example.com'],
    [
      { email: 'sam@grove.example\r\nBcc: all@grove.example' },
      'email',
      'Enter an email address in the correct format, like name@example.com',
    ],
    [{ role: 'evaluator' }, 'role', 'Choose a role'],
    [{ role: '' }, 'role', 'Choose a role'],
  ])('with %j is refused at its place, and what was typed is kept', async (change, place, words) => {
    const reply = await admin().post(url, { ...sam, name: 'Kept Name', email: 'kept@grove.example', ...change })
    expect(reply.status).toBe(422)
    expect(reply.body).toContain(`<a href="#${place}">${words}</a>`)
    if (place !== 'name') expect(reply.body).toContain('value="Kept Name"')
  })
})

test('a link that is withdrawn stops working, once, and for one’s own borough only', async () => {
  const { id } = await invitation('sam.okafor@grove.example')
  const withdraw = `${list}/${id}/withdraw`
  await expectOnlyAdministrators(app, withdraw)
  expect((await app.as('admin@Birch').post(withdraw)).status).toBe(404)
  expect((await admin().get(withdraw)).body).toContain('sam.okafor@grove.example')
  expect((await admin().post(withdraw)).to).toBe(list)
  expect((await admin().get(list)).body).toContain('Withdrawn on')
  expect((await admin().post(withdraw)).status).toBe(404)
})

test('each borough sees its own invitations', async () => {
  expect((await app.as('admin@Birch').get(list)).body).toContain('Nobody has been invited yet')
})
