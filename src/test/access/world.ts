import { createHash } from 'node:crypto'
import type { LocalDate } from '#platform/dates.ts'

/** One row as JSON holds it: days and moments as text, bytes as `\x…`. */
export type Row = Readonly<Record<string, string | number | boolean | null>>

/** All rows of a database, table by table, in an order in which they can be inserted. */
export type World = {
  readonly today: LocalDate
  readonly now: Date
  readonly tables: ReadonlyMap<string, readonly Row[]>
}

export type Capacity = 'authority' | 'provider' | 'delivery_partner' | 'evaluator' | 'host'

/** What a world is grown from. `starts` and `ends` are half-open days. */
export type Skeleton = {
  readonly today: LocalDate
  readonly now: Date
  readonly demonstration: boolean
  readonly partnerships: readonly string[]
  readonly organisations: readonly { readonly name: string; readonly kind: Capacity }[]
  readonly memberships: readonly {
    readonly partnership: string
    readonly organisation: string
    readonly capacity: Capacity
    readonly starts: LocalDate
    readonly ends: LocalDate | null
  }[]
  readonly terms: readonly {
    readonly partnership: string
    readonly number: number
    readonly starts: LocalDate
    readonly ends: LocalDate
    readonly publishedOn: LocalDate | null
  }[]
  readonly people: readonly SomePerson[]
}

export type SomeGrant = {
  readonly role: string
  readonly organisation: string
  readonly partnership?: string
  readonly starts: LocalDate
  readonly ends: LocalDate | null
}

export type SessionState = 'live' | 'ended' | 'idle' | 'expired' | 'incomplete'

export type SomePerson = {
  readonly name: string
  readonly organisation: string
  readonly leaves: LocalDate | null
  readonly closed: boolean
  readonly session: SessionState
  readonly grants: readonly SomeGrant[]
}

/** The id of a thing of that name: the same in every run. */
export const idOf = (kind: string, ...names: readonly (string | number)[]): string =>
  sha(`${kind}|${names.join('|')}`).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')

/** The session token of a person of that name. */
export const tokenOf = (name: string): string => `token-of-${sha(name).slice(0, 24)}`

/** The id of the n-th grant of a person of that name. */
export const grantOf = (name: string, index = 0): string => idOf('grant', name, index)

/** SHA-256 in hexadecimal. */
export const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The rows of a table. */
export const rowsOf = (world: World, table: string): readonly Row[] => world.tables.get(table) ?? []
