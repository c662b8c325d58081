import { z } from 'zod'

export const passphraseForm = z.strictObject({
  current: z
    .string('Enter your current passphrase')
    .min(1, 'Enter your current passphrase')
    .max(1000, 'Passphrase must be 200 characters or fewer'),
  passphrase: z
    .string('Enter a new passphrase')
    .min(1, 'Enter a new passphrase')
    .max(1000, 'Passphrase must be 200 characters or fewer'),
})
