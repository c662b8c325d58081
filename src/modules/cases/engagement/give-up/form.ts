import { z } from 'zod'
import { linesOf } from '#platform/questions.ts'

export const giveUpFormForm = z.strictObject({
  why: linesOf({ name: 'The reason', max: 500 }).refine((text) => text !== '', 'Say why the form is given up'),
})
