import { createHash } from 'node:crypto'
import type { LocalDate } from '#platform/dates.ts'

/** One row as JSON holds it: days and moments as text, bytes as `\x…`, lists as `{one,two}`. Objects and lists of them only where the column is JSON. */
export type Row = Readonly<Record<string, string | number | boolean | null | Json>>
type Json = Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[]

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
  readonly families?: readonly SomeFamily[]
}

/** Somebody in relation to a family. `ended`: not any more. */
export type Tied = { readonly person: string; readonly ended?: boolean }
/** Until so many minutes from now. */
export type Timed = Tied & { readonly minutes: number }

/** A family in one of the states that make a difference. What is left out is not there. Days count from today and are half-open. */
export type SomeFamily = {
  readonly name: string
  readonly organisation: string
  readonly team?: 'first' | 'second'
  readonly closed?: boolean
  /** Somebody who is in another family too. */
  readonly perpetrator?: string
  readonly other?: string
  readonly workers?: readonly { readonly person: string; readonly starts?: number; readonly ends?: number }[]
  readonly seal?: 'open' | 'lifted'
  readonly named?: readonly Tied[]
  readonly walls?: readonly Tied[]
  /** To `other`, or else to the perpetrator. */
  readonly ties?: readonly Tied[]
  readonly glass?: readonly Timed[]
  readonly revealed?: readonly Timed[]
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
  /** Of the first team of their organisation. */
  readonly inTeam?: boolean
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

/** The token of a case management system's key of that name, as long as a real one: the door takes no other. */
export const keyTokenOf = (name: string): string => `tl_${sha(`key ${name}`).slice(0, 43)}`

/** The id of the n-th grant of a person of that name. */
export const grantOf = (name: string, index = 0): string => idOf('grant', name, index)

/** SHA-256 in hexadecimal. */
export const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The rows of a table. */
export const rowsOf = (world: World, table: string): readonly Row[] => world.tables.get(table) ?? []
