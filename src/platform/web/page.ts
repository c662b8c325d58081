import type { JSX } from 'preact'
import type { Actor, Permission } from '../access/actor.ts'
import type { ReadDb } from '../db/connection.ts'
import type { Params, Path } from './path.ts'
import { type Asked, claimsOf, isPerson, type NotRecorded, type Route, type Services, type Subject } from './route.ts'

/** What a page's `load` is given: who asks, a read-only transaction in their role, and the parts of the URL. */
export type Given<P extends string> = {
  readonly actor: Actor
  readonly db: ReadDb
  readonly params: Params<P>
  readonly query: URLSearchParams
  readonly services: Services
  readonly asked: Asked
}

/** What goes into the access record when a page that shows records is read. */
export type ReadRecord<Loaded> = NotRecorded | { readonly act: string; readonly subject?: (loaded: Loaded) => Subject }

export type PageSpec<P extends string, Loaded> = {
  readonly path: Path<P>
  readonly permission: Permission
  readonly record: ReadRecord<NoInfer<Loaded>>
  /** Neutral: never a person's name, and on public pages nothing that names abuse. */
  readonly title: string | ((loaded: NoInfer<Loaded>) => string)
  readonly area?: string
  readonly wide?: boolean
  /** Offers *Exit this page*. Pages open to all do, unless they say no. */
  readonly exit?: boolean
  /** Its scripts may send nothing anywhere: what is typed into it stays in the browser. */
  readonly sendsNothing?: boolean
  /** `null`: there is no such thing, or it is not for this person to see. Nobody can tell which. */
  load(given: Given<P>): Promise<Loaded | null>
  view(props: { loaded: Loaded; actor: Actor; query: URLSearchParams; csrf: string }): JSX.Element
}

/** A page that shows something. The access record is committed before the answer leaves. */
export const page = <const P extends string, Loaded>(spec: PageSpec<P, Loaded>): Route => ({
  kind: 'page',
  methods: ['GET'],
  path: spec.path as Path, // the router knows paths by their pattern only
  permission: spec.permission,
  recorded: recordedAs(spec.record),
  async answer(asked) {
    const loaded = await loadFor(asked, spec)
    if (loaded === null) return { kind: 'not-found' }
    await recordRead(asked, spec.record, loaded)
    return {
      kind: 'page',
      status: 200,
      title: typeof spec.title === 'string' ? spec.title : spec.title(loaded),
      main: spec.view({ loaded, actor: asked.actor, query: asked.query, csrf: asked.csrf }),
      area: spec.area,
      wide: spec.wide ?? false,
      exit: spec.exit ?? spec.permission.public,
      errors: false,
      sendsNothing: spec.sendsNothing ?? false,
    }
  },
})

/** A download: the same steps, an answer that is a file. */
export const file = <const P extends string, Loaded>(spec: {
  readonly path: Path<P>
  readonly permission: Permission
  readonly record: ReadRecord<NoInfer<Loaded>>
  load(given: Given<P>): Promise<Loaded | null>
  /** `name` says nothing of a family. */
  write(loaded: NoInfer<Loaded>): Promise<{ type: string; name: string; body: Buffer | string }>
}): Route => ({
  kind: 'file',
  methods: ['GET'],
  path: spec.path as Path, // as above
  permission: spec.permission,
  recorded: recordedAs(spec.record),
  async answer(asked) {
    const loaded = await loadFor(asked, spec)
    if (loaded === null) return { kind: 'not-found' }
    await recordRead(asked, spec.record, loaded)
    return { kind: 'file', ...(await spec.write(loaded)) }
  },
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Runs a page's `load` in the reader's own transaction. An `id` that cannot be one is simply not found. */
export const loadFor = async <P extends string, Loaded>(
  asked: Asked,
  spec: { load(given: Given<P>): Promise<Loaded | null> },
): Promise<Loaded | null> => {
  if (Object.entries(asked.params).some(([name, value]) => /id$/i.test(name) && !uuid.test(value))) return null
  return asked.services.db.read(claimsOf(asked.actor), (db) =>
    // the router filled in exactly the names of the pattern
    spec.load({
      actor: asked.actor,
      db,
      params: asked.params as Params<P>,
      query: asked.query,
      services: asked.services,
      asked,
    }),
  )
}

/** Writes the line of a reading, where the page has one and somebody is signed in. */
export const recordRead = async <Loaded>(asked: Asked, record: ReadRecord<Loaded>, loaded: Loaded): Promise<void> => {
  if ('nothing' in record || !isPerson(asked.actor)) return
  const subject = record.subject?.(loaded)
  await asked.services.recorder.read({
    session_id: asked.actor.sessionId,
    grant_id: asked.actor.grant.id,
    act: record.act,
    subject_kind: subject?.kind ?? '',
    subject_id: subject?.id ?? '',
    request_id: asked.requestId,
  })
}

export const recordedAs = (record: ReadRecord<never> | { readonly act: string }): string =>
  'nothing' in record ? `nothing: ${record.nothing}` : record.act
