import type { LocalDate } from '#platform/dates.ts'
import type { ProtectedKind } from '../locations/index.ts'

/** That something is held of somebody: never what. */
export type VaultEntry = {
  readonly id: string
  readonly familyId: string
  readonly individualId: string
  readonly kind: ProtectedKind
  readonly starts: LocalDate | null
  /** The first day on which it is theirs no more. It is kept, so that no letter tells of it either. */
  readonly endedOn: LocalDate | null
  readonly addedBy: string
  readonly addedAt: Date
}

/** Who was shown one, and why. */
export type Reveal = {
  readonly entryId: string
  readonly personId: string
  readonly reason: string
  readonly at: Date
}

export const kindNames: Readonly<Record<ProtectedKind, string>> = {
  address: 'Address',
  telephone: 'Telephone number',
  email: 'Email address',
  'school or nursery': 'School or nursery',
  refuge: 'Refuge',
  health: 'GP, hospital or clinic',
  work: 'Place of work',
  'safe contact': 'Safe way to make contact',
}

/** The same within a sentence. */
export const kindWords = (kind: ProtectedKind): string =>
  kind === 'health' ? kindNames[kind] : kindNames[kind].charAt(0).toLowerCase() + kindNames[kind].slice(1)

/** Why somebody asks to be shown a protected detail. */
export const reasons = {
  visit: 'To visit',
  telephone: 'To telephone',
  referral: 'To make a referral or report for the survivor’s side',
  emergency: 'Emergency',
  other: 'Another reason',
} as const
type ReasonKey = keyof typeof reasons
// the keys of the object above
export const reasonKeys = Object.keys(reasons) as ReasonKey[]
