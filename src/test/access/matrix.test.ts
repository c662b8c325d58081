import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWords } from './cells.ts'
import { emptyFigures } from './cells-calls.ts'
import { type AccessDatabase, accessDatabase } from './database.ts'
import { runMatrix, tryOn } from './matrix.ts'
import { type Persona, personas } from './personas.ts'

let database: AccessDatabase
beforeAll(async () => {
  database = await accessDatabase('matrix')
})
afterAll(() => database.close())

const ofOperators = ['command', 'loader', 'owner', 'access', 'figures']
const ofTheDoor = ['sign_in', 'door']
const ofJobs = ['job', 'worker']

const connectionFor = ({ taken }: Persona) => {
  if (ofOperators.includes(taken)) return database.admin
  if (ofTheDoor.includes(taken)) return database.door
  return ofJobs.includes(taken) ? database.worker : database.app
}

test('Everybody sees, adds, changes and removes in every table exactly what the policy says', {
  timeout: 120_000,
}, async () => {
  const found = await runMatrix({
    ...database,
    now: database.plan.now,
    personas: personas(database.plan).filter(({ name }) => name !== 'Alder admin taking job'),
    attempt: tryOn(connectionFor),
  })
  expect(inWords(found.failures)).toEqual([])
  expect(found.cells).toBeGreaterThan(100_000)
})

test('The world holds figures to hide: each function answers something for the current term', () => {
  const thirdTerms = emptyFigures(database.figures).filter((call) => call.endsWith(', 3)') || call.includes('audits'))
  expect(thirdTerms).toEqual([])
})

test('In a demonstration the public reads the outbox, and nothing else changes', { timeout: 60_000 }, async () => {
  const shown = await accessDatabase('matrix demonstration', true)
  try {
    const found = await runMatrix({
      ...shown,
      now: shown.plan.now,
      personas: personas(shown.plan).filter(({ taken }) => ['public', 'sign_in', 'lead', 'admin'].includes(taken)),
      attempt: tryOn(({ taken }) => (taken === 'sign_in' ? shown.door : shown.app)),
      scope: { elsewhere: false },
    })
    expect(inWords(found.failures)).toEqual([])
  } finally {
    await shown.close()
  }
})

const beyondPages = ['r_sign_in', 'r_command', 'r_job', 'tl_owner', 'tl_access', 'tl_figures', 'tl_loader']

test.each([...beyondPages, 'tl_door', 'tl_worker', 'postgres'])(
  'The sign-in name of the pages cannot become %s',
  async (role) => {
    await expect(database.app.query(`select set_config('role', '${role}', false)`)).rejects.toThrow(/permission denied/)
    await expect(database.app.query(`set session authorization ${role}`)).rejects.toThrow(/permission denied/)
  },
)

test.each(['r_command', 'r_public', 'r_lead', 'r_admin', 'r_job', 'tl_owner', 'tl_loader', 'tl_login'])(
  'The sign-in name of the door cannot become %s',
  async (role) => {
    await expect(database.door.query(`select set_config('role', '${role}', false)`)).rejects.toThrow(
      /permission denied/,
    )
  },
)

test.each(['r_command', 'r_public', 'r_sign_in', 'r_admin', 'tl_owner', 'tl_loader', 'tl_login'])(
  'The sign-in name of the jobs cannot become %s',
  async (role) => {
    await expect(database.worker.query(`select set_config('role', '${role}', false)`)).rejects.toThrow(
      /permission denied/,
    )
  },
)

test('Switching row-level security off answers with an error, never with the rows', async () => {
  await database.app.query("begin; select set_config('role', 'r_lead', true); set local row_security = off")
  await expect(database.app.query('select * from referral')).rejects.toThrow(/row-level security/)
  await database.app.query('rollback')
})

test('What one transaction claimed is gone in the next', async () => {
  await database.app.query(
    "begin; select set_config('role', 'r_lead', true), set_config('app.token', 'x', true); commit",
  )
  const { rows } = await database.app.query(
    "select current_user::text as who, current_setting('app.token', true) as token",
  )
  expect(rows).toEqual([{ who: 'tl_login', token: '' }])
})
