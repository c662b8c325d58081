import { z } from 'zod'

/** Nothing but the file, which comes beside the form. */
export const importNotesForm = z.strictObject({})

export const fileLimits = { file: { maxBytes: 10 * 1024 * 1024 } } as const
