import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { ReadDb, WriteDb } from '../db/connection.ts'
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
      if (once !== null) {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.accountId} ${once}`}, 0))`.execute(db.q)
        const before = await readAnswer(db, actor.accountId, once, asked)
        if (before) return before
      }
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

/**
 * The answer that this same sending got before; null where there was none. For a form that is refused or not found: often it is so because the first
 * of two clicks has done what was asked.
 */
export const sentBefore = async (asked: Asked): Promise<{ readonly redirect: string } | null> => {
  const { actor, body, services } = asked
  const once = body['_once']
  if (!isPerson(actor) || !isOnce(once)) return null
  return services.db.read(claimsOf(actor), (db) => readAnswer(db, actor.accountId, once, asked))
}

const readAnswer = async (
  db: ReadDb,
  accountId: string,
  once: string,
  asked: Asked,
): Promise<{ redirect: string } | null> => {
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
