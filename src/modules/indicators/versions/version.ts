import { z } from 'zod'
import type { Check } from '../checks/index.ts'
import type { Figures } from '../definition/figures-shape.ts'
import { fileKinds } from '../readers/extract.ts'

/** A file that a version was computed from, as it was then: nothing of a child. Days are the first and the last, both counted. */
export const versionFile = z.strictObject({
  id: z.uuid(),
  kind: z.enum(fileKinds),
  name: z.string(),
  first: z.iso.date(),
  last: z.iso.date(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mappingVersion: z.int().nullable(),
})
export type VersionFile = Readonly<z.infer<typeof versionFile>>

/** Somebody who did something with a version. Null: they are no colleague of the reader. */
export type Who = { readonly id: string; readonly name: string | null }

export type Signature = { readonly by: Who; readonly at: Date; readonly note: string }

export type VersionState = 'draft' | 'with the lead' | 'locked' | 'given up'

/** A version without its figures: a line of the list. */
export type VersionLine = {
  readonly id: string
  readonly number: number
  /** Why there is another after one that was locked; null for those before. */
  readonly reason: string | null
  readonly made: { readonly by: Who; readonly at: Date }
  readonly analyst: Signature | null
  readonly lead: Signature | null
  readonly givenUp: { readonly by: Who; readonly at: Date; readonly reason: string } | null
}

export type Version = VersionLine & {
  readonly files: readonly VersionFile[]
  readonly figures: Figures
  readonly checks: readonly Check[]
}

/** Who has signed or ended a version. */
export type Signed = Pick<VersionLine, 'analyst' | 'lead' | 'givenUp'>

/** Where a version stands. */
export const stateOf = ({ analyst, lead, givenUp }: Signed): VersionState => {
  if (givenUp !== null) return 'given up'
  if (lead !== null) return 'locked'
  return analyst === null ? 'draft' : 'with the lead'
}

/** Whether anything can still be done with it. There is at most one such version at a time. */
export const isOpen = (version: Signed): boolean => version.lead === null && version.givenUp === null

/** The newest that is locked. `versions` may come in any order. */
export const lastLocked = <V extends VersionLine>(versions: readonly V[]): V | null =>
  versions.filter(({ lead }) => lead !== null).reduce<V | null>(newer, null)

/** The one that is open. */
export const openOne = <V extends VersionLine>(versions: readonly V[]): V | null => versions.find(isOpen) ?? null

const newer = <V extends VersionLine>(known: V | null, each: V): V =>
  known === null || each.number > known.number ? each : known
