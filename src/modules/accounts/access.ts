import { openToAll, permission } from '#platform/access/actor.ts'
import { partnershipRoles, type Role, roles } from '#platform/access/role.ts'

/** Signing in, leaving, and taking up an invitation: open to whoever comes. */
export const door = openToAll('accounts.door')
/** Setting up an authenticator app: half-way through signing in, or any time later. */
export const setUpCode = openToAll('accounts.set-up-code', roles)
/** One's own account. */
export const ownAccount = permission('accounts.own', roles)
/** The accounts, roles, invitations and record of one's own organisation. */
export const administer = permission('accounts.administer', ['admin'])
export type Capacity = 'authority' | 'provider' | 'delivery_partner' | 'evaluator' | 'host'

/** An organisation as its administrator sees it: what it is, and what it does in which partnership today. */
export type GrantingOrganisation = {
  readonly kind: Capacity
  readonly capacities: readonly {
    readonly partnershipId: string
    readonly partnership: string
    readonly capacity: Capacity
  }[]
}

/** A role that can be granted; `partnershipId` for those that serve a whole partnership. */
export type RoleChoice = {
  readonly role: Role
  readonly partnershipId: string | null
  readonly partnership: string | null
}

const authorityRoles: readonly Role[] = [
  'practitioner',
  'supervisor',
  'champion',
  'lead',
  'quality',
  'complaints',
  'borough_lead',
  'analyst',
]

// Who may give a role that opens more than their own organisation: only who does that work in the partnership.
const servedBy: Readonly<Record<string, readonly Capacity[]>> = {
  training: ['host', 'delivery_partner'],
  project: ['host', 'delivery_partner'],
  evaluator: ['evaluator'],
}

/**
 * The roles that an administrator of this organisation can grant: those of its own kind, and those of a partnership in which it does that work.
 * A borough cannot make its own people training managers of everybody's boroughs.
 */
export const rolesOffered = ({ kind, capacities }: GrantingOrganisation): readonly RoleChoice[] => {
  const does = new Set<Capacity>([kind, ...capacities.map(({ capacity }) => capacity)])
  const own: Role[] = [
    ...(does.has('authority') ? authorityRoles : []),
    ...(does.has('provider') ? (['provider'] as const) : []),
    'admin',
  ]
  const wide = partnershipRoles.flatMap((role) =>
    capacities
      .filter(({ capacity }) => servedBy[role]?.includes(capacity))
      // once for a partnership, though it be both host and delivery partner there
      .filter(({ partnershipId }, at, all) => all.findIndex((other) => other.partnershipId === partnershipId) === at)
      .map(({ partnershipId, partnership }): RoleChoice => ({ role, partnershipId, partnership })),
  )
  return [...own.map((role): RoleChoice => ({ role, partnershipId: null, partnership: null })), ...wide]
}

/** How a choice stands in a form: `lead`, or `training:` and the partnership. */
export const choiceValue = ({ role, partnershipId }: RoleChoice): string =>
  partnershipId === null ? role : `${role}:${partnershipId}`

/** Nobody changes their own roles or closes their own account: not by mistake, and not to stay. */
export const mayChangeAccount = (
  administrator: { readonly accountId: string },
  account: { readonly id: string },
): boolean => administrator.accountId !== account.id

type Held = { readonly role: string; readonly partnership_id: string | null }

/**
 * The role that a new link for an account names: one that the account holds and that the organisation can give. The link grants nothing, but the
 * database lets nobody write an invitation to a role that they could not give. Null: there is none, and so nothing to send.
 */
export const roleForLink = (held: readonly Held[], offered: readonly RoleChoice[]): RoleChoice | null =>
  offered.find(({ role, partnershipId }) =>
    held.some((grant) => grant.role === role && grant.partnership_id === partnershipId),
  ) ?? null
