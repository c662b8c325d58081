import { z } from 'zod'
import { linesOf } from '#platform/questions.ts'

/** Which check was shown, and why places may stand in the notes: what is confirmed is what was seen. */
export const checkNotesForm = z.strictObject({
  plan: z.string().max(100),
  locationReason: linesOf({ name: 'Why they may stay', max: 500 }).default(''),
})
