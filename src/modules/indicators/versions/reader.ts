import type { Actor } from '#platform/access/actor.ts'
import { isPerson } from '#platform/web/route.ts'
import { lockVersion, makeVersion, setWithholding } from '../access.ts'
import { type Signed, stateOf } from './version.ts'

/** Who reads, for which borough, and what they may do with a version. */
export type Reader = {
  readonly personId: string
  readonly borough: { readonly id: string; readonly name: string }
  readonly mayMake: boolean
  readonly mayLock: boolean
  /** Sets which numbers are withheld. */
  readonly maySet: boolean
}

/** Null for somebody who is not signed in. */
export const readerOf = (actor: Actor): Reader | null => {
  if (!isPerson(actor)) return null
  const { organisationId, organisation, role } = actor.grant
  return {
    personId: actor.personId,
    borough: { id: organisationId, name: organisation },
    mayMake: makeVersion.roles.includes(role),
    mayLock: lockVersion.roles.includes(role),
    maySet: setWithholding.roles.includes(role),
  }
}

/** A draft is the analyst's own; what waits for the lead only the lead sends back, as the database has it too. */
export const mayGiveUp = ({ mayMake, mayLock }: Pick<Reader, 'mayMake' | 'mayLock'>, version: Signed): boolean =>
  stateOf(version) === 'draft' ? mayMake : stateOf(version) === 'with the lead' && mayLock
