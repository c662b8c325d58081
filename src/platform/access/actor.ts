import type { Role } from './role.ts'

/** A role in an organisation, in force today. `partnershipId` is set for the roles that serve a whole partnership. */
export type Grant = {
  readonly id: string
  readonly role: Role
  readonly organisationId: string
  readonly organisation: string
  readonly partnershipId: string | null
}

/** Somebody signed in, acting in one of their grants: the one that opens the page at hand, so that the rights of two never mix. */
export type Person = {
  readonly kind: 'person'
  readonly accountId: string
  readonly personId: string
  readonly name: string
  readonly sessionId: string
  readonly token: string
  /** Of the codes that stand in for an authenticator app, those not used yet; 0 where no app is set up. */
  readonly recoveryCodesLeft: number
  readonly grants: readonly Grant[]
  readonly grant: Grant
}

/** Nobody that we know. */
export type Nobody = { readonly kind: 'nobody' }

export type Actor = Person | Nobody

/** What may be done, and the roles that may do it. `public`: those who are not signed in too, seeing what the database shows the public. */
export type Permission = { readonly name: string; readonly roles: readonly Role[]; readonly public: boolean }

/** Declares a permission. Every page, file and JSON route names one; the access matrix lists them all. */
export const permission = (name: string, roles: readonly Role[]): Permission => ({ name, roles, public: false })

/** A page that anybody may open; people in `alsoAs` see it in their role, with what that role may see. */
export const openToAll = (name: string, alsoAs: readonly Role[] = []): Permission => ({
  name,
  roles: alsoAs,
  public: true,
})

/**
 * The grant in which a person may use a permission: the one they chose to act in where it serves, else one of the same organisation, else the first.
 * `null`: none of their grants opens it.
 */
export const grantFor = (asked: Permission, grants: readonly Grant[], chosen: string | undefined): Grant | null => {
  const serving = grants.filter((grant) => asked.roles.includes(grant.role))
  const preferred = grants.find((grant) => grant.id === chosen)
  return (
    serving.find((grant) => grant.id === chosen) ??
    serving.find((grant) => grant.organisationId === preferred?.organisationId) ??
    serving[0] ??
    null
  )
}
