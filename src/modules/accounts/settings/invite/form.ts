import { z } from 'zod'

const one = (allowed: readonly string[], message: string) =>
  z.string(message).refine((value) => allowed.includes(value), message)

/** `offered`: the roles that can be given; `staff`: ids of staff without an account. */
export const inviteForm = (offered: readonly string[], staff: readonly string[]) =>
  z.strictObject({
    name: z
      .string('Enter their full name')
      .trim()
      .min(1, 'Enter their full name')
      .max(200, 'Full name must be 200 characters or fewer'),
    email: z
      .string('Enter their work email address')
      .trim()
      .toLowerCase()
      .min(1, 'Enter their work email address')
      .max(254, 'Email address must be 254 characters or fewer')
      .pipe(z.email('Enter an email address in the correct format, like name@example.com')),
    role: one(offered, 'Choose a role'),
    person: one(['', ...staff], 'Choose somebody from the list of staff, or leave it empty').default(''),
  })
