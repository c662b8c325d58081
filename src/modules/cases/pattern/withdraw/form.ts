import { z } from 'zod'
import { linesOf } from '#platform/questions.ts'

/** Why an entry does not belong in the record. */
export const withdrawForm = z.strictObject({
  why: linesOf({ name: 'The reason', max: 2000 }).refine((text) => text !== '', 'Enter why it is withdrawn'),
})
