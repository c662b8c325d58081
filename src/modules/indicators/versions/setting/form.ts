import { z } from 'zod'

const range = 'Enter a whole number from 5 to 20'

/** From which number on a borough shows what leaves it. Never laxer than the Department's rule, 1 to 5. */
export const settingForm = z.strictObject({
  highest: z
    .string(range)
    .trim()
    .regex(/^\d{1,2}$/, range)
    .transform(Number)
    .refine((value) => value >= 5 && value <= 20, range),
  zeros: z.enum(['shown', 'hidden'], 'Choose whether zeros are shown'),
})
