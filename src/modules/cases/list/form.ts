import { z } from 'zod'
import { lineOf } from '#platform/questions.ts'

/** What somebody looks for. It is sent, never put into an address. */
export const searchForm = z.strictObject({
  words: lineOf({ missing: 'Enter a name or a reference to look for', name: 'What you look for', max: 200 }),
})
