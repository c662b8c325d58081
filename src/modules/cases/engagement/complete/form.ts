import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Revision } from '../answer.ts'

/** Nothing to fill in but which answers were shown: what is completed is what was seen. */
export const completeFormForm = z.strictObject({ mark: z.string().max(100) })

/** Stands for the answers as they were shown. */
export const markOf = (latest: readonly Revision[]): string =>
  createHash('sha256')
    .update(JSON.stringify(latest.map(({ section, revision }) => [section, revision]).toSorted()))
    .digest('base64url')
