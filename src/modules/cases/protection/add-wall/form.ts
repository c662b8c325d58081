import { z } from 'zod'
import { lineOf, oneOf } from '#platform/questions.ts'

export const wallForm = (known: readonly string[]) =>
  z.strictObject({
    person: oneOf(known, 'Select who may not see this record'),
    reason: lineOf({ missing: 'Say why', name: 'Why', max: 2000 }).refine(
      (text) => text === '' || text.length >= 10,
      'Say why in a sentence',
    ),
  })
