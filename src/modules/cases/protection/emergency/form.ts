import { z } from 'zod'
import { lineOf } from '#platform/questions.ts'

export const emergencyForm = z.strictObject({
  reference: lineOf({ missing: 'Enter the reference or the number in the case system', name: 'Reference', max: 100 }),
  reason: z
    .string('Say why you have to open it now')
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text !== '', 'Say why you have to open it now')
    .refine(
      (text) => text === '' || text.length >= 20,
      'Say in a sentence why you have to open it now: 20 characters or more',
    )
    .refine((text) => text.length <= 1000, 'Reason must be 1,000 characters or fewer'),
})
