import { z } from 'zod'
import { oneOf } from '#platform/questions.ts'

export const sameForm = z.strictObject({
  answer: oneOf(['same', 'other', 'not sure'], 'Say whether they are the same person, or that you are not sure'),
})
