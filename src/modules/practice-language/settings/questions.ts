/** Questions that several forms of the rules ask. */
import { z } from 'zod'
import { linesOf } from '#platform/questions.ts'

/** Why: read by everybody in the borough whom the rule prompts. */
export const reasonOf = (missing: string) =>
  linesOf({ name: 'Reason', max: 1000 }).refine((text) => text !== '', missing)

const longest = 500
const most = 40

/** Several phrases, one a line, without empty lines and doubles. */
export const phrasesOf = (name: string) =>
  linesOf({ name, max: 8000 })
    .transform((text) => [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    ])
    .refine((lines) => lines.length <= most, `${name} must be ${most} lines or fewer`)
    .refine((lines) => lines.every((line) => line.length <= longest), `A line must be ${longest} characters or fewer`)

/** An address of a page, which may be left empty. */
export const optionalAddress = (message: string, isAddress: (text: string) => boolean) =>
  z
    .string(message)
    .trim()
    .max(500, 'Address must be 500 characters or fewer')
    .refine((text) => text === '' || isAddress(text), message)
