import { z } from 'zod'
import { lineOf } from '#platform/questions.ts'

export const correctFormForm = z.strictObject({
  why: lineOf({ missing: 'Say what is to be put right, and why', name: 'The reason', max: 2000 }),
})
