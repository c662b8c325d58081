import type pg from 'pg'
import { idOf, sha, tokenOf } from './world.ts'

/** One call of a function that signs people in, from a known state, undone afterwards. */
export type Door = {
  readonly words: string
  /** As superuser, first. */
  readonly given?: string
  /** As `role`, or else as the role that signs people in. */
  readonly call: string
  readonly role?: string
  readonly claims?: readonly [token: string, grant: string]
  readonly want: string
  /** As superuser, afterwards. */
  readonly look?: string
  readonly shows?: string
}

export const token = (name: string): string => `'${tokenOf(name)}'`
export const account = (name: string): string => `'${idOf('account', name)}'`
export const session = (name: string): string => `'${idOf('session', name)}'`
export const bytes = (text: string): string => `'\\x${sha(text)}'::bytea`
/** Whose session is tried, where nothing else is said. */
export const lead = 'Alder lead'

export const credential = (set: string): string => `update credential set ${set} where account_id = ${account(lead)}`

const firstValue = async (client: pg.ClientBase, sql: string): Promise<string> => {
  const { rows } = await client.query<Record<string, string | null>>(sql)
  return Object.values(rows[0] ?? {})[0] ?? ''
}

const refusal = (error: unknown): string => {
  if (error instanceof Error && 'code' in error) return error.code === '42501' ? 'denied' : `error ${error.code}`
  throw error
}

/** Tries a door inside an open transaction of a superuser and undoes it. Null: it behaves; else what it did instead. */
export const tryDoor = async (admin: pg.ClientBase, door: Door): Promise<string | null> => {
  const [claimed = '', grant = ''] = door.claims ?? []
  await admin.query('savepoint door')
  try {
    if (door.given !== undefined) await admin.query(door.given)
    await admin.query(`select set_config('app.token', '${claimed}', true), set_config('app.grant', '${grant}', true)`)
    await admin.query(`set local role ${door.role ?? 'r_sign_in'}`)
    const got = await firstValue(admin, door.call).catch(refusal)
    if (got !== door.want) return `${door.words}: ${got}, not ${door.want}`
    if (door.look === undefined) return null
    await admin.query('reset role')
    const shown = await firstValue(admin, door.look)
    return shown === door.shows ? null : `${door.words}: then ${shown}, not ${door.shows}`
  } catch (error) {
    return `${door.words}: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    await admin.query('rollback to savepoint door')
  }
}
