import { z } from 'zod'

/** What the door asks. Nothing is said of the shape of an address: it is right or it is not known. */
export const signInForm = z.strictObject({
  email: z
    .string('Enter your email address')
    .trim()
    .toLowerCase()
    .min(1, 'Enter your email address')
    .max(254, 'Email address must be 254 characters or fewer'),
  passphrase: z
    .string('Enter your passphrase')
    .min(1, 'Enter your passphrase')
    .max(1000, 'Passphrase must be 200 characters or fewer'),
})
