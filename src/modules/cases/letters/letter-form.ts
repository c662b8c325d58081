import { z } from 'zod'
import { lineOf, linesOf, oneOf } from '#platform/questions.ts'

/** What somebody writes; `files` are those of the family. */
const written = (files: readonly string[]) => ({
  subject: lineOf({ missing: 'Enter a subject', name: 'The subject', max: 200 }),
  text: linesOf({ name: 'The text', max: 100_000 }).refine((text) => text !== '', 'Enter the text of the letter'),
  plan: oneOf(['yes', 'no'], 'Select whether a copy of the plan goes with it'),
  files: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => [...new Set([sent].flat().filter((id) => id !== ''))])
    .refine((sent) => sent.every((id) => files.includes(id)), 'Select files of this family from the list'),
})

export const changeLetterForm = (files: readonly string[]) => z.strictObject(written(files))

export const addLetterForm = (perpetrators: readonly string[], files: readonly string[]) =>
  z.strictObject({ whom: oneOf(perpetrators, 'Select whom the letter is for'), ...written(files) })
