import { z } from 'zod'

/** Nothing to fill in but which plan was shown: what is confirmed is what was seen. */
export const confirmForm = z.strictObject({ plan: z.string().max(100) })
