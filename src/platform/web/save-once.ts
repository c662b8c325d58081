import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { WriteDb } from '../db/connection.ts'
import { deleteDraft } from '../drafts/store.ts'
import type { FormSpec, Outcome } from './form-page.ts'
import { fieldsOf } from './form-state.ts'
import type { Params } from './path.ts'
import { type Asked, claimsOf, isPerson, type Subject } from './route.ts'
import { filesOf, fingerprintsOf } from './upload.ts'

/** Saves, or gives the answer that the same form got before. Fifty sendings at once wait for the first and get its answer. */
export const saveOnce = async <P extends string, F extends z.ZodType, Loaded, N extends string>(
  spec: FormSpec<P, F, Loaded, N>,
  asked: Asked,
  loaded: Loaded,
  input: z.output<F>,
): Promise<Outcome<F, N>> => {
  const { actor, services } = asked
  const given = {
    actor,
    params: asked.params as Params<P>,
    loaded,
    input,
    files: filesOf(spec.files, asked.uploads),
    services,
    asked,
  }
  if (!isPerson(actor)) return services.db.write({ role: 'r_sign_in' }, (db) => spec.save({ ...given, db }))
  const once = isOnce(asked.body['_once']) ? asked.body['_once'] : null
  return services.db
    .write(claimsOf(actor), async (db) => {
      const before = await sentBefore(db, actor.accountId, once, asked)
      if (before) return before
      const outcome = await spec.save({ ...given, db })
      // Refused: nothing of it may stay, so the transaction is rolled back.
      if (!('redirect' in outcome)) throw new Refused(outcome)
      if ('act' in spec.record) await recordSave(db, spec.record, loaded, outcome, asked.requestId)
      if (once !== null)
        await db.q
          .insertInto('submission')
          .values({ account_id: actor.accountId, once, body_sha: bodySha(asked), location: outcome.redirect })
          // sent again with other answers, from a page that the browser had kept: a sending of its own
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      if (spec.draft) await deleteDraft(db, actor.accountId, asked.url)
      return outcome
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return error.outcome as Outcome<F, N> // thrown above, a few lines up
      throw error
    })
}

class Refused extends Error {
  readonly outcome: unknown
  constructor(outcome: unknown) {
    super('refused')
    this.outcome = outcome
  }
}

const isOnce = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

const sentBefore = async (
  db: WriteDb,
  accountId: string,
  once: string | null,
  asked: Asked,
): Promise<{ redirect: string } | null> => {
  if (once === null) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${accountId} ${once}`}, 0))`.execute(db.q)
  const row = await db.q
    .selectFrom('submission')
    .select(['location', 'body_sha'])
    .where('account_id', '=', accountId)
    .where('once', '=', once)
    .executeTakeFirst()
  return row?.body_sha.equals(bodySha(asked)) ? { redirect: row.location } : null
}

const bodySha = (asked: Asked): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([asked.url, fieldsOf(asked.body), ...fingerprintsOf(asked.uploads)]))
    .digest()

const recordSave = async <Loaded>(
  db: WriteDb,
  record: { readonly act: string; readonly subject?: (loaded: Loaded) => Subject },
  loaded: Loaded,
  outcome: { readonly subject?: Subject; readonly reason?: string },
  requestId: string,
): Promise<void> => {
  const subject = outcome.subject ?? record.subject?.(loaded)
  await sql`select access.record(${record.act}, ${subject?.kind ?? ''}, ${subject?.id ?? ''}, ${outcome.reason ?? ''}, ${requestId})`.execute(
    db.q,
  )
}

// Our own fields start with an underscore and are not the form's.
