import { z } from 'zod'
import { lineOf } from '#platform/questions.ts'

/** `mark`: what was shown is what is taken up. */
export const checkForm = z.strictObject({
  mark: z.string().max(100),
  note: lineOf({ missing: 'Say whose form this is, and why you take it up', name: 'The reason', max: 1000 }),
})
