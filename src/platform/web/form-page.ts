import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { JSX } from 'preact'
import type { z } from 'zod'
import type { Actor, Permission } from '../access/actor.ts'
import type { ReadDb, WriteDb } from '../db/connection.ts'
import { deleteDraft, draftUrl, type LoadedDraft, readDraft, saveDraft } from '../drafts/store.ts'
import { type Given, loadFor, recordedAs, recordRead } from './page.ts'
import type { Params, Path } from './path.ts'
import {
  type Answer,
  type Asked,
  type CookieChange,
  claimsOf,
  isPerson,
  type NotRecorded,
  type PageAnswer,
  type Route,
  type Services,
  type Subject,
} from './route.ts'

export type Field<F extends z.ZodType> = keyof z.input<F> & string

/** A form as it stands: what was typed, what is wrong with it, and what it must send back. */
export type FormState<F extends z.ZodType = z.ZodType> = {
  readonly values: Readonly<Partial<Record<Field<F>, string>>>
  /** The same for questions that take several answers. */
  readonly lists: Readonly<Partial<Record<Field<F>, readonly string[]>>>
  readonly errors: Readonly<Partial<Record<Field<F>, string>>>
  readonly secrets: { readonly csrf: string; readonly once: string }
  /** Where the form saves itself while it is being filled in; null where it does not. */
  readonly draft: { readonly url: string; readonly version: number; readonly keptAt: Date | null } | null
  /** Somebody else saved while this was being filled in: what they saved, beside what was typed here. */
  readonly theirs: Readonly<Partial<Record<Field<F>, string>>> | null
}

export type Outcome<F extends z.ZodType> =
  | {
      readonly redirect: string
      readonly cookies?: CookieChange
      readonly subject?: Subject
      readonly reason?: string
      readonly clearSite?: boolean
    }
  | { readonly errors: Partial<Record<Field<F>, string>> }
  | { readonly theirs: Partial<Record<Field<F>, string>> }

export type SaveRecord<Loaded> =
  | NotRecorded
  | { readonly act: string; readonly opened?: string; readonly subject?: (loaded: Loaded) => Subject }

export type FormSpec<P extends string, F extends z.ZodType, Loaded> = {
  readonly path: Path<P>
  readonly permission: Permission
  readonly record: SaveRecord<NoInfer<Loaded>>
  readonly title: string | ((loaded: NoInfer<Loaded>) => string)
  readonly area?: string
  readonly wide?: boolean
  readonly exit?: boolean
  /** Keeps what is typed on the server while it is being typed. */
  readonly draft?: boolean
  /** Bytes of a body; 64 KiB unless said. */
  readonly bodyLimit?: number
  /** Strict: a field that it does not name is refused. */
  readonly form: F | ((loaded: NoInfer<Loaded>) => F)
  load(given: Given<P>): Promise<Loaded | null>
  /** What the fields hold before anybody typed. */
  initial?(loaded: NoInfer<Loaded>): Partial<Record<Field<F>, string>>
  save(given: {
    readonly actor: Actor
    readonly db: WriteDb
    readonly params: Params<P>
    readonly loaded: NoInfer<Loaded>
    readonly input: z.output<F>
    readonly services: Services
    readonly asked: Asked
  }): Promise<Outcome<F>>
  view(props: { loaded: Loaded; form: FormState<F>; actor: Actor; query: URLSearchParams }): JSX.Element
}

/**
 * A form: permission, then the record it is about, then what was typed, then one transaction in which the data, the access record and the answer to
 * a second sending are saved together. What is refused is shown again with everything that was typed.
 */
export const formPage = <const P extends string, F extends z.ZodType, Loaded>(spec: FormSpec<P, F, Loaded>): Route => ({
  kind: 'form',
  methods: ['GET', 'POST'],
  path: spec.path as Path, // the router knows paths by their pattern only
  permission: spec.permission,
  recorded: recordedAs(spec.record),
  ...(spec.bodyLimit !== undefined && { bodyLimit: spec.bodyLimit }),
  async answer(asked) {
    const found = await loadFor(asked, { load: async (given: Given<P>) => withDraft(spec, given) })
    if (found === null) return { kind: 'not-found' }
    const { loaded, draft } = found
    const state = newState(spec, asked, loaded, draft)
    if (asked.method === 'GET') {
      if ('act' in spec.record && spec.record.opened !== undefined)
        await recordRead(
          asked,
          { act: spec.record.opened, ...(spec.record.subject && { subject: spec.record.subject }) },
          loaded,
        )
      return show(spec, asked, loaded, state, 200)
    }
    const typed = read<F>(asked.body)
    const again = (problem: Pick<FormState<F>, 'errors'> | Pick<FormState<F>, 'theirs'>, status: number) =>
      show(spec, asked, loaded, { ...state, ...typed, ...problem }, status)
    if (asked.body['_save'] === 'draft') return keepDraft(asked, typed.values)
    const form = typeof spec.form === 'function' ? spec.form(loaded) : spec.form
    const parsed = form.safeParse(fieldsOf(asked.body))
    if (!parsed.success) return again({ errors: firstErrors<F>(parsed.error.issues) }, 422)
    const outcome = await saveOnce(spec, asked, loaded, parsed.data)
    if ('redirect' in outcome)
      return {
        kind: 'redirect',
        to: outcome.redirect,
        ...(outcome.cookies && { cookies: outcome.cookies }),
        ...(outcome.clearSite && { clearSite: true }),
      }
    return 'errors' in outcome ? again({ errors: outcome.errors }, 422) : again({ theirs: outcome.theirs }, 409)
  },
})

const withDraft = async <P extends string, F extends z.ZodType, Loaded>(
  spec: FormSpec<P, F, Loaded>,
  given: Given<P>,
) => {
  const loaded = await spec.load(given)
  if (loaded === null) return null
  const { actor, asked, db, services } = given
  return {
    loaded,
    draft: spec.draft && isPerson(actor) ? await readDraft(db, services.sealer, actor.accountId, asked.url) : null,
  }
}

const newState = <P extends string, F extends z.ZodType, Loaded>(
  spec: FormSpec<P, F, Loaded>,
  asked: Asked,
  loaded: Loaded,
  draft: LoadedDraft | null,
): FormState<F> => ({
  ...empty<F>(),
  values: {
    ...spec.initial?.(loaded),
    ...(draft?.values as Partial<Record<Field<F>, string>> | undefined),
  } as FormState<F>['values'], // a draft holds this form's own fields
  secrets: { csrf: asked.csrf, once: typeof asked.body['_once'] === 'string' ? asked.body['_once'] : randomUUID() },
  draft:
    spec.draft && isPerson(asked.actor)
      ? { url: draftUrl(asked.url), version: draft?.version ?? 0, keptAt: draft?.updatedAt ?? null }
      : null,
  theirs: null,
})

// Nothing typed, nothing wrong. An empty object fits any names; TypeScript cannot see that through the generic.
const empty = <F extends z.ZodType>() =>
  ({ values: {}, lists: {}, errors: {} }) as Pick<FormState<F>, 'values' | 'lists' | 'errors'>

const show = <P extends string, F extends z.ZodType, Loaded>(
  spec: FormSpec<P, F, Loaded>,
  asked: Asked,
  loaded: Loaded,
  form: FormState<F>,
  status: number,
): PageAnswer => ({
  kind: 'page',
  status,
  title: typeof spec.title === 'string' ? spec.title : spec.title(loaded),
  main: spec.view({ loaded, form, actor: asked.actor, query: asked.query }),
  area: spec.area,
  wide: spec.wide ?? false,
  exit: spec.exit ?? spec.permission.public,
  errors: Object.keys(form.errors).length > 0,
})

const keepDraft = async (asked: Asked, values: Partial<Record<string, string>>): Promise<Answer> => {
  const { actor, services } = asked
  if (isPerson(actor))
    await services.db.write(claimsOf(actor), (db) =>
      saveDraft(db, services.sealer, actor.accountId, asked.url, values, 'any'),
    )
  return {
    kind: 'redirect',
    to: asked.url,
    cookies: { flash: 'Saved. It is here for you to finish when you come back.' },
  }
}

/** Saves, or gives the answer that the same form got before. Fifty sendings at once wait for the first and get its answer. */
const saveOnce = async <P extends string, F extends z.ZodType, Loaded>(
  spec: FormSpec<P, F, Loaded>,
  asked: Asked,
  loaded: Loaded,
  input: z.output<F>,
): Promise<Outcome<F>> => {
  const { actor, services } = asked
  const given = { actor, params: asked.params as Params<P>, loaded, input, services, asked }
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
      if (error instanceof Refused) return error.outcome as Outcome<F> // thrown above, a few lines up
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
    .update(JSON.stringify([asked.url, fieldsOf(asked.body)]))
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
const fieldsOf = (body: Asked['body']): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_')))

const read = <F extends z.ZodType>(body: Asked['body']): Pick<FormState<F>, 'values' | 'lists'> => {
  const entries = Object.entries(fieldsOf(body))
  const text = (value: unknown) => (Array.isArray(value) ? String(value[0] ?? '') : String(value ?? ''))
  return {
    // names that the form does not have are kept harmlessly: the view asks only for its own
    values: Object.fromEntries(entries.map(([name, value]) => [name, text(value)])) as FormState<F>['values'],
    lists: Object.fromEntries(
      entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : [text(value)]]),
    ) as unknown as FormState<F>['lists'], // as above
  }
}

const firstErrors = <F extends z.ZodType>(issues: readonly z.core.$ZodIssue[]): FormState<F>['errors'] => {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const name = String(issue.path[0] ?? '_form')
    errors[name] ??=
      issue.code === 'unrecognized_keys'
        ? 'This page has changed since you opened it. Check your answers and send them again.'
        : issue.message
  }
  return errors as FormState<F>['errors'] // keyed by the schema's own names
}

export type { ReadDb, WriteDb }
