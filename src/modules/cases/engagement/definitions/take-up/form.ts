import { z } from 'zod'
import { longestDefinition, readDefinition } from '../../definition.ts'

/** A form of another borough, as it was exported there. */
export const takeUpForm = z.strictObject({
  json: z
    .string('Paste the form')
    .refine((text) => text.trim() !== '', { message: 'Paste the form', abort: true })
    .refine((text) => Buffer.byteLength(text) <= longestDefinition, {
      message: 'The form must be 200 kB or smaller',
      abort: true,
    })
    .superRefine((text, context) => {
      const read = readDefinition(text)
      if (read.ok) return
      const [first, ...others] = read.problems
      const more = others.length === 0 ? '' : ` (and ${others.length} more, listed below)`
      context.addIssue({ code: 'custom', message: `${first}${more}` })
    }),
})
