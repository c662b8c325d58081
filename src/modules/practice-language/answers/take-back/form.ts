import { z } from 'zod'

/** Nothing to fill in: sending it is the answer. */
export const takeBackForm = z.strictObject({})
