import { z } from 'zod'

/** How long and how common it may be is judged with the person's name: see `passphraseProblem`. */
export const invitationForm = z.strictObject({
  passphrase: z
    .string('Enter a passphrase')
    .min(1, 'Enter a passphrase')
    .max(1000, 'Passphrase must be 200 characters or fewer'),
})
