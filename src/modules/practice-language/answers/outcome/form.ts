import { z } from 'zod'
import { linesOf, oneOf } from '#platform/questions.ts'
import { outcomes } from '../answer.ts'

export const outcomeForm = z.strictObject({
  outcome: oneOf(outcomes, 'Select what came of it'),
  note: linesOf({ name: 'Sentence', max: 500 }).refine((text) => text !== '', 'Enter a sentence for whoever answered'),
})
