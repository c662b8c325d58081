import { join } from 'node:path'
import pg from 'pg'
import { roleNames } from '#platform/access/role.ts'
import { systemClock } from '#platform/clock.ts'
import type { Installation } from '#platform/db/open.ts'
import { demonstrationSignIns, loadDemonstration } from './index.ts'

/** Loads the demonstration into a database that holds nothing yet. */
export const loadIfEmpty = async (
  { operator }: Installation,
  home: string,
  secret: string,
  say: (line: string) => void,
): Promise<void> => {
  if (operator === null)
    throw new Error('DEMO=1 needs an operator’s connection: set MIGRATE_DATABASE_URL, or leave DEMO out.')
  if (!(await isEmpty(operator))) return
  say('Loading the demonstration: a partnership with its published year, all people invented')
  const folder = join(home, 'src/demonstration/published')
  await loadDemonstration({ connection: operator, today: systemClock.today(), secret, folder, log: say })
}

/** The same, and says who can sign in to it. */
export const prepareDemonstration = async (
  installation: Installation,
  home: string,
  secret: string,
  say: (line: string) => void,
): Promise<void> => {
  await loadIfEmpty(installation, home, secret, say)
  say('')
  say('Sign in as anybody in the demonstration:')
  for (const line of signInLines()) say(`  ${line}`)
  say('')
}

const isEmpty = async (operator: pg.ClientConfig): Promise<boolean> => {
  const client = new pg.Client(operator)
  await client.connect()
  try {
    await client.query('set role tl_loader')
    return (await client.query('select from partnership limit 1')).rowCount === 0
  } finally {
    await client.end()
  }
}

const signInLines = (): string[] => {
  const width = Math.max(...demonstrationSignIns.map(({ email }) => email.length))
  const passphrase = demonstrationSignIns[0]?.passphrase ?? ''
  return [
    ...demonstrationSignIns.map(
      ({ email, roles }) =>
        `${email.padEnd(width)}  ${roles.map(({ role, organisation }) => `${roleNames[role]}, ${organisation}`).join('; ')}`,
    ),
    `The passphrase of each: ${passphrase}`,
  ]
}
