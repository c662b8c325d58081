import type { LocalDate } from '#platform/dates.ts'

/** Who may see a sealed family, why, and when somebody looks at it again. */
export type Seal = {
  readonly id: string
  readonly reason: string
  readonly sealedAt: Date
  readonly sealedBy: string
  readonly reviewDue: LocalDate
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly reviews: readonly {
    readonly at: Date
    readonly by: string
    readonly outcome: string
    readonly note: string
  }[]
}

/** Somebody kept out of a family: by name, or because they are or know somebody in it. */
export type KeptOut = {
  readonly id: string
  readonly person: string
  readonly why: string
  readonly setBy: string
  readonly setAt: Date
}

export type Opening = {
  readonly at: Date
  readonly name: string | null
  readonly role: string
  readonly act: string
  readonly reason: string
}

/** What a row said before each change, newest first. */
export type Revision = {
  readonly version: number
  readonly at: Date
  readonly by: string | null
  readonly was: Readonly<Record<string, unknown>>
}
