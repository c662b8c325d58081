import { z } from 'zod'
import { linesOf } from '#platform/questions.ts'

/** A signature: a box that has to be ticked, and what the signer wants to say. */
export const signatureForm = (unticked: string) =>
  z.strictObject({
    looked: z.literal('yes', unticked),
    note: linesOf({ name: 'Note', max: 2000 }),
  })

export const signForm = signatureForm('Tick the box once you have looked at the checks')
