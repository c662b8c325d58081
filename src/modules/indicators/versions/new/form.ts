import { z } from 'zod'
import { linesOf } from '#platform/questions.ts'

/** Computing a version. The first one needs no reason. */
export const newVersionForm = z.strictObject({ reason: linesOf({ name: 'Reason', max: 1000 }).default('') })
