import { randomUUID } from 'node:crypto'
import type { JSX } from 'preact'
import type { z } from 'zod'
import type { Actor, Permission } from '../access/actor.ts'
import type { WriteDb } from '../db/connection.ts'
import { draftUrl, type LoadedDraft, readDraft, saveDraft, seenVersion } from '../drafts/store.ts'
import { draftOf, empty, type Field, type FormState, fieldsOf, firstErrors, read } from './form-state.ts'
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
import { saveOnce, sentBefore } from './save-once.ts'
import { choseFiles, type FileLimit, type UploadedFiles } from './upload.ts'
import { checkTyped, isToBeChecked, noticeAfterSaving, offersCheck, showsAgain } from './wording.ts'

export type { Field, FormState } from './form-state.ts'
export type { UploadedFile } from './upload.ts'

/** `N`: the names of the form's file fields. */
export type Outcome<F extends z.ZodType, N extends string = never> =
  | {
      readonly redirect: string
      readonly cookies?: CookieChange
      readonly subject?: Subject
      readonly reason?: string
      readonly clearSite?: boolean
      /** Where what was written can be changed, where that is not this form: for the notice about its wording. */
      readonly changeAt?: string
    }
  | {
      readonly errors: Partial<Record<Field<F> | N, string>>
      /** What was asked about: the form brings it back as `_seen` when it is sent again. */
      readonly seen?: string
    }
  | { readonly theirs: Partial<Record<Field<F>, string>> }

export type SaveRecord<Loaded> =
  | NotRecorded
  | { readonly act: string; readonly opened?: string; readonly subject?: (loaded: Loaded) => Subject }

export type FormSpec<P extends string, F extends z.ZodType, Loaded, N extends string = never> = {
  readonly path: Path<P>
  readonly permission: Permission
  readonly record: SaveRecord<NoInfer<Loaded>>
  readonly title: string | ((loaded: NoInfer<Loaded>) => string)
  readonly area?: string
  readonly wide?: boolean
  readonly exit?: boolean
  /** Keeps what is typed on the server while it is being typed. */
  readonly draft?: boolean
  /** Bytes of a body, its files apart; 64 KiB unless said. A form without files sends a character as up to nine bytes, an emoji as twelve. */
  readonly bodyLimit?: number
  /** Its file fields, by name, none of them in `form`. The page's `PageForm` says `upload`, and `FileField` shows them. */
  readonly files?: Readonly<Record<N, FileLimit>>
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
    /** Of each file field what was chosen: often nothing. */
    readonly files: UploadedFiles<N>
    readonly services: Services
    readonly asked: Asked
  }): Promise<Outcome<F, N>>
  view(props: { loaded: Loaded; form: FormState<F>; actor: Actor; query: URLSearchParams }): JSX.Element
}

/**
 * A form: permission, then the record it is about, then what was typed, then one transaction in which the data, the access record and the answer to
 * a second sending are saved together. What is refused is shown again with everything that was typed.
 */
export const formPage = <const P extends string, F extends z.ZodType, Loaded, N extends string = never>(
  spec: FormSpec<P, F, Loaded, N>,
): Route => ({
  kind: 'form',
  methods: ['GET', 'POST'],
  path: spec.path as Path, // the router knows paths by their pattern only
  permission: spec.permission,
  recorded: recordedAs(spec.record),
  ...(spec.bodyLimit !== undefined && { bodyLimit: spec.bodyLimit }),
  ...(spec.files !== undefined && { files: spec.files }),
  async answer(asked) {
    const found = await loadFor(asked, { load: async (given: Given<P>) => withDraft(spec, given) })
    if (found === null) return asBefore(asked)
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
    const typed = { ...read<F>(asked.body), files: asked.uploads.files }
    const again = (problem: Partial<Pick<FormState<F>, 'errors' | 'theirs' | 'secrets' | 'wording'>>, status: number) =>
      show(spec, asked, loaded, { ...state, ...typed, ...problem }, status)
    if (isToBeChecked(asked)) return again({ wording: await checkTyped(asked, typed.values) }, 200)
    if (asked.body['_save'] === 'draft') return keepDraft(asked, draftOf(typed.lists))
    const form = typeof spec.form === 'function' ? spec.form(loaded) : spec.form
    const parsed = form.safeParse(fieldsOf(asked.body))
    // A file field has its message in the same place as the others.
    const errors = {
      ...(!parsed.success && firstErrors<F>(parsed.error.issues)),
      ...asked.uploads.errors,
    } as FormState<F>['errors']
    if (!parsed.success || Object.keys(errors).length > 0) {
      // Asked after it was refused: what the same sending had changed before, and so refuses it now, is answered by then.
      const before = await sentBefore(asked)
      return before === null ? again({ errors }, 422) : afterSaving(spec, asked, loaded, typed.values, before)
    }
    const outcome = await saveOnce(spec, asked, loaded, parsed.data)
    if ('redirect' in outcome) return afterSaving(spec, asked, loaded, typed.values, outcome)
    if ('errors' in outcome) return again(refused<F>(outcome, state), 422)
    // They see the other version now, so the next sending answers that one.
    const { version: _seen, ...secrets } = state.secrets
    return again({ theirs: outcome.theirs, secrets }, 409)
  },
})

/** Not there, or no more since the same form was sent before: then the answer that it got. */
const asBefore = async (asked: Asked): Promise<Answer> => {
  const isSending = asked.method === 'POST' && !isToBeChecked(asked) && asked.body['_save'] !== 'draft'
  const before = isSending ? await sentBefore(asked) : null
  return before === null ? { kind: 'not-found' } : { kind: 'redirect', to: before.redirect }
}

const afterSaving = async <P extends string, F extends z.ZodType, Loaded>(
  spec: Pick<FormSpec<P, F, Loaded>, 'initial'>,
  asked: Asked,
  loaded: Loaded,
  typed: FormState<F>['values'],
  outcome: Extract<Outcome<F>, { redirect: string }>,
): Promise<Answer> => {
  const before = spec.initial?.(loaded)
  const changeAt = outcome.changeAt ?? (showsAgain<F>(before, asked.body) ? asked.url : undefined)
  const notice = await noticeAfterSaving(asked, {
    typed,
    before: before ?? {},
    flash: outcome.cookies?.flash,
    changeAt,
  })
  return {
    kind: 'redirect',
    to: outcome.redirect,
    cookies: { ...outcome.cookies, ...notice },
    ...(outcome.clearSite && { clearSite: true }),
  }
}

const withDraft = async <P extends string, F extends z.ZodType, Loaded>(
  spec: Pick<FormSpec<P, F, Loaded>, 'load' | 'draft'>,
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
  spec: Pick<FormSpec<P, F, Loaded>, 'initial' | 'draft'>,
  asked: Asked,
  loaded: Loaded,
  draft: LoadedDraft | null,
): FormState<F> => ({
  ...empty<F>(),
  // A draft holds this form's own fields, and all of them that had an answer: a box that is not in it was not ticked.
  values: (draft?.values ?? spec.initial?.(loaded) ?? {}) as FormState<F>['values'],
  secrets: {
    csrf: asked.csrf,
    once: typeof asked.body['_once'] === 'string' ? asked.body['_once'] : randomUUID(),
    ...versionOf(asked, draft),
  },
  draft:
    spec.draft && isPerson(asked.actor)
      ? { url: draftUrl(asked.url), version: draft?.version ?? 0, keptAt: draft?.updatedAt ?? null }
      : null,
  theirs: null,
  wording: offersCheck(asked) ? {} : null,
})

const refused = <F extends z.ZodType>(
  outcome: { readonly errors: object; readonly seen?: string },
  { secrets }: FormState<F>,
): Pick<FormState<F>, 'errors' | 'secrets'> => ({
  errors: outcome.errors as FormState<F>['errors'], // this form's own fields, or its file fields
  secrets: outcome.seen === undefined ? secrets : { ...secrets, seen: outcome.seen },
})

// Shown again with an error, a check or from a draft, the form still holds answers to what was seen first.
const versionOf = (asked: Asked, draft: LoadedDraft | null): { version?: string } => {
  const version = asked.body['_version'] ?? draft?.values[seenVersion]
  return typeof version === 'string' ? { version } : {}
}

const show = <P extends string, F extends z.ZodType, Loaded>(
  spec: Omit<FormSpec<P, F, Loaded>, 'save' | 'files'>,
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
  const version = asked.body['_version']
  const seen = typeof version === 'string' ? { [seenVersion]: version } : {}
  if (isPerson(actor))
    await services.db.write(claimsOf(actor), (db) =>
      saveDraft(db, services.sealer, actor.accountId, asked.url, { ...values, ...seen }, 'any'),
    )
  return {
    kind: 'redirect',
    to: asked.url,
    cookies: {
      flash: `Saved. It is here for you to finish when you come back.${choseFiles(asked.uploads) ? ' The file is not kept: choose it again then.' : ''}`,
    },
  }
}
