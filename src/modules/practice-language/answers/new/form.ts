import { z } from 'zod'
import { linesOf, oneOf } from '#platform/questions.ts'

export const newAnswerForm = z.strictObject({
  reason: linesOf({ name: 'Reason', max: 1000 }).refine((text) => text !== '', 'Enter why the words are right'),
  offered: oneOf(['yes', 'no'], 'Select whether to offer your reason'),
})
