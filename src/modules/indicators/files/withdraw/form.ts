import { z } from 'zod'
import { lineOf } from '#platform/questions.ts'

export const withdrawFileForm = z.strictObject({
  reason: lineOf({ missing: 'Enter why it is withdrawn', name: 'Reason', max: 500 }),
})
