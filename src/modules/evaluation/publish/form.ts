import { z } from 'zod'

/** `version` is the term’s as the person saw it, so that two decisions do not overwrite each other. */
export const publishForm = z.strictObject({
  decision: z.enum(['publish', 'take back'], 'Choose whether to publish the report or to take it back'),
  version: z
    .string()
    .regex(/^\d{1,9}$/, 'Load this page again and decide then')
    .transform(Number),
})
