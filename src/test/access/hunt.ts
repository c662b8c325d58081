import { catalogueFaults } from './catalogue.ts'
import type { AccessDatabase } from './database.ts'
import { tryDoor } from './door.ts'
import { doors } from './doors.ts'
import { runMatrix, type Scope, tryWithin } from './matrix.ts'
import type { Mutant } from './mutants.ts'
import { personas } from './personas.ts'
import { differences, readPrivileges } from './privileges.ts'
import type { Row } from './world.ts'

/** Which gate noticed a mutant. `lives`: none did. */
export type Killer = 'matrix' | 'doors' | 'catalogue' | 'privileges' | 'lives'

const matrixNotices = async (
  { admin, world, plan, columns, figures }: AccessDatabase,
  scope: Scope,
): Promise<boolean> => {
  const everybody = personas(plan)
  const found = await runMatrix({
    world,
    now: plan.now,
    personas: everybody,
    columns,
    figures,
    attempt: tryWithin(admin),
    scope,
    failFast: true,
  })
  return found.failures.length > 0
}

const doorsNotice = async ({ admin }: AccessDatabase): Promise<boolean> => {
  for (const door of doors) if ((await tryDoor(admin, door)) !== null) return true
  return false
}

// The likely gate first: most mutants are noticed in a fraction of a second.
const scopesFor = ({ table, kind }: Mutant): readonly Scope[] => {
  const own: Scope = { tables: table === undefined ? [] : [table], functions: table === undefined, elsewhere: false }
  const all: Scope = { elsewhere: false }
  return kind === 'surplus grant' ? [own] : [own, all]
}

/** The same world in a demonstration, where the public may read the outbox. */
const shown = async (database: AccessDatabase): Promise<AccessDatabase> => {
  await database.admin.query('update installation set demonstration = true')
  const installation: readonly Row[] = [{ only_one: true, demonstration: true }]
  return {
    ...database,
    world: { ...database.world, tables: new Map([...database.world.tables, ['installation', installation]]) },
  }
}

// What these do is tried in the doors; in the matrix they are only called.
const throughDoors =
  /^access\.(open_family|seal_family|review_seal|two_working_days|break_glass|break_glass_managers|reveal|use_api_key|record_system|receive_family|keep_\w+):/

const hunt = async (database: AccessDatabase, mutant: Mutant, declared: readonly string[]): Promise<Killer> => {
  const [own, ...wider] = scopesFor(mutant)
  if (throughDoors.test(mutant.name) && (await doorsNotice(database))) return 'doors'
  if (own && (await matrixNotices(database, own))) return 'matrix'
  if ((mutant.kind === 'function' || mutant.table === 'session') && (await doorsNotice(database))) return 'doors'
  if ((await catalogueFaults(database.admin)).length > 0) return 'catalogue'
  if (differences(declared, await readPrivileges(database.admin)).length > 0) return 'privileges'
  for (const scope of wider) if (await matrixNotices(database, scope)) return 'matrix'
  return (await matrixNotices(await shown(database), { tables: ['mail'], functions: false, elsewhere: false }))
    ? 'matrix'
    : 'lives'
}

// The world was made at one moment and a hunt takes minutes: moments move along, so that what was two minutes from its limit still is.
const keepTime = async ({ admin, plan }: AccessDatabase): Promise<void> => {
  const age = `make_interval(secs => ${(Date.now() - plan.now.getTime()) / 1000})`
  for (const [table, columns] of Object.entries(moments)) {
    await admin.query(`update ${table} set ${columns.map((column) => `${column} = ${column} + ${age}`).join(', ')}`)
  }
}
const moments: Readonly<Record<string, readonly string[]>> = {
  session: ['last_seen_at', 'expires_at', 'ended_at'],
  invitation: ['expires_at'],
  draft: ['updated_at'],
  submission: ['at'],
  sign_in_failure: ['at'],
  break_glass: ['at', 'until'],
  vault_reveal: ['at', 'until'],
}

/** Plants one fault, lets the gates look for it, and undoes it. */
export const huntMutant = async (
  database: AccessDatabase,
  mutant: Mutant,
  declared: readonly string[],
): Promise<Killer> => {
  await database.admin.query('begin')
  try {
    await keepTime(database)
    await database.admin.query(mutant.sql)
    return await hunt(database, mutant, declared)
  } finally {
    await database.admin.query('rollback')
  }
}
