import { z } from 'zod'

const minutes = 'Minutes must be a whole number from 5 to 60'

export const securityForm = z.strictObject({
  code: z.enum(['yes', 'no'], 'Choose whether everybody needs an authenticator app'),
  minutes: z
    .string('Enter the number of minutes')
    .trim()
    .min(1, 'Enter the number of minutes')
    .regex(/^\d{1,3}$/, minutes)
    .transform(Number)
    .refine((value) => value >= 5 && value <= 60, minutes),
})
