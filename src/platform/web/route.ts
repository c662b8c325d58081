import type { JSX } from 'preact'
import type { Actor, Permission, Person } from '../access/actor.ts'
import type { Sealer } from '../access/sealing.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/connection.ts'
import type { Recorder } from '../record/recorder.ts'
import type { TextCheck } from '../text-check.ts'
import type { System } from './api-key.ts'
import type { Path } from './path.ts'
import type { FileLimits, Uploads } from './upload.ts'

/** What every request can use. Made once at start. */
export type Services = {
  readonly db: Database
  readonly clock: Clock
  readonly recorder: Recorder
  readonly sealer: Sealer
  /** For keyed hashes: CSRF tokens, the keys of slowed attempts. Never leaves the process. */
  readonly secret: string
  /** Where people reach us, for links in mail: 'https://throughline.example'. */
  readonly baseUrl: string
  /** Where *Exit this page* leads: a site that says nothing of who was here. */
  readonly neutralSite: string
  /** Checks the wording of long texts. Absent where no pages are served. */
  readonly textCheck?: TextCheck
}

/** The session cookie of a request, before a role is taken. `pending`: the passphrase was right and the second step is still to come. */
export type SessionState = {
  readonly token: string | null
  readonly pending: boolean
  /** Whether the pending person has a code to give, or has to set one up first. */
  readonly codeSet: boolean
}

export type Subject = { readonly kind: string; readonly id: string }

/** A record of nothing must say why: it is what an inspector will ask. */
export type NotRecorded = { readonly nothing: string }
export const notRecorded = (because: string): NotRecorded => ({ nothing: because })

/** A request that has been read, whose sender is known. */
export type Asked = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly actor: Actor
  /** Who asks a route that is for keys: never set on any other. */
  readonly system?: System
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** What a form with file fields was sent; empty everywhere else. */
  readonly uploads: Uploads
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly services: Services
  readonly session: SessionState
  readonly csrf: string
  readonly requestId: string
  readonly url: string
  /** The network address, for slowing attempts only: it is never stored in clear. */
  readonly address: string
  /** 'Chrome on Windows': enough to recognise one's own session. */
  readonly device: string
}

/** What the visitor's cookies should hold after the answer. */
export type CookieChange = {
  readonly session?: string | null
  readonly acting?: string
  readonly flash?: string
  /** Where the message leads: a path of ours, with nothing in it but ids. */
  readonly flashLink?: string
}

export type PageAnswer = {
  readonly kind: 'page'
  readonly status: number
  readonly title: string
  readonly main: JSX.Element
  readonly area?: string | undefined
  readonly wide: boolean
  readonly exit: boolean
  readonly errors: boolean
  readonly cookies?: CookieChange
  /** A page whose scripts may send nothing anywhere, not even here: the browser holds to it. */
  readonly sendsNothing?: boolean
}

export type Answer =
  | PageAnswer
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies?: CookieChange; readonly clearSite?: boolean }
  | { readonly kind: 'file'; readonly type: string; readonly name: string; readonly body: Buffer | string }
  | {
      readonly kind: 'json'
      readonly status: number
      readonly body: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'html'
      readonly status: number
      readonly html: string
      readonly clearSite?: boolean
      readonly cookies?: CookieChange
    }
  | { readonly kind: 'not-found' }

/** A page, form, file or JSON route, ready to be served. Its kind, permission and record line are what the access matrix lists. */
export type Route = {
  readonly kind: 'page' | 'form' | 'file' | 'json'
  readonly methods: readonly ('GET' | 'POST' | 'PUT')[]
  readonly path: Path
  readonly permission: Permission
  readonly recorded: string
  readonly bodyLimit?: number
  /** For other systems, with a key of their own, and for nobody else: no cookie is read. Everything else is for people. */
  readonly by?: 'key'
  /** The file fields of a form: only a route that has some takes files at all. */
  readonly files?: FileLimits
  answer(asked: Asked): Promise<Answer>
}

/** The claims under which an actor's transaction runs. */
export const claimsOf = (actor: Actor) =>
  actor.kind === 'nobody'
    ? ({ role: 'r_public' } as const)
    : ({ role: `r_${actor.grant.role}`, token: actor.token, grantId: actor.grant.id } as const)

export const isPerson = (actor: Actor): actor is Person => actor.kind === 'person'
