import { z } from 'zod'
import { linesOf } from '#platform/questions.ts'

export const giveUpForm = z.strictObject({
  reason: linesOf({ name: 'Reason', max: 1000 }).refine((text) => text !== '', 'Say why this version is given up'),
})
