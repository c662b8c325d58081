import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { codeAt } from '../src/platform/access/one-time-code.ts'

const period = 30_000

/** The authenticator apps and the keys to the house that people of a journey hold. */
export type Door = {
  /** The code that somebody's app shows. `secret` the first time, when it has just been read from the page. */
  code(email: string, secret?: string): Promise<string>
  /** A session of somebody who has signed in. */
  session(email: string): Promise<string>
}

/** @param operator makes the sessions: a connection behind the policies. */
export const doorOf = (operator: pg.Client): Door => {
  const apps = new Map<string, { readonly secret: string; used: number }>()
  return {
    code: async (email, secret) => {
      const app = apps.get(email) ?? { secret: secret ?? '', used: 0 }
      apps.set(email, app)
      // A time step may be used once. The next one is taken up to half a minute early: phones' clocks differ.
      const now = Math.floor(Date.now() / period)
      app.used = Math.max(now, app.used + 1)
      if (app.used > now + 1) await sleep((app.used - 1) * period - Date.now())
      return codeAt(app.secret, new Date(app.used * period))
    },
    session: async (email) => {
      const token = randomBytes(32).toString('base64url')
      const { rowCount } = await operator.query(
        `insert into session (token_sha, account_id, complete, device, idle_minutes, confirmed_at, expires_at)
         select sha256(convert_to($1, 'UTF8')), id, true, 'Chrome on Linux', 60, now(), now() + interval '12 hours'
         from account where email = $2`,
        [token, email],
      )
      if (rowCount !== 1) throw new Error(`nobody called ${email} has an account`)
      return token
    },
  }
}
