import { parseArgs } from 'node:util'
import { z } from 'zod'
import { partnershipRoles, type Role, roles } from '#platform/access/role.ts'
import type { Capacity } from '../access.ts'

const kinds = ['authority', 'provider', 'delivery_partner', 'evaluator', 'host'] as const satisfies readonly Capacity[]

export type InviteOptions = {
  readonly partnership: string
  readonly organisation: string
  readonly kind: Capacity
  readonly name: string
  readonly email: string
  readonly role: Role
}

const text = (option: string) =>
  z
    .string(`--${option} is missing`)
    .trim()
    .min(1, `--${option} is empty`)
    .max(200, `--${option} must be 200 characters or fewer`)

const schema = z.strictObject({
  partnership: text('partnership'),
  organisation: text('organisation'),
  kind: z.enum(kinds, `--kind must be one of ${kinds.join(', ')}`).default('authority'),
  name: text('name'),
  email: text('email').toLowerCase().pipe(z.email('--email must be an email address, such as name@example.com')),
  role: z.enum(roles, `--role must be one of ${roles.join(', ')}`).default('admin'),
})

/** What was asked for, or a sentence for each thing that is wrong with it. */
export const readInviteOptions = (
  args: readonly string[],
): { readonly options: InviteOptions } | { readonly problems: readonly string[] } => {
  const option = { type: 'string' } as const
  const names = { partnership: option, organisation: option, kind: option, name: option, email: option, role: option }
  try {
    const parsed = schema.safeParse({
      ...parseArgs({ args: [...args], options: names, allowPositionals: false }).values,
    })
    return parsed.success ? { options: parsed.data } : { problems: parsed.error.issues.map(({ message }) => message) }
  } catch (error) {
    // parseArgs names the option that it does not know; nothing secret is among them.
    return { problems: [error instanceof Error ? error.message : 'the options cannot be read'] }
  }
}

/** Roles over a whole partnership are kept with it. */
export const servesPartnership = (role: Role): boolean => partnershipRoles.includes(role)
