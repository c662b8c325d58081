import { z } from 'zod'

/** The secret travels with the form, so that opening the page keeps nothing; it is kept, sealed, when a right code shows that the app has it. */
export const setUpCodeForm = z.strictObject({
  secret: z.string().regex(/^[A-Z2-7]{32}$/, 'This page has changed since you opened it. Load it again'),
  code: z
    .string('Enter the code from your app')
    .trim()
    .min(1, 'Enter the code from your app')
    .regex(/^(\d[\s-]*){6}$/, 'Code must be 6 numbers'),
})
