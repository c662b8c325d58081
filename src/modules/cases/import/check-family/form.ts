import { z } from 'zod'

/** Which check was shown: what is confirmed is what was seen. `same`: the rows of those who are in another record already. */
export const checkFamilyForm = z.strictObject({
  plan: z.string().max(100),
  same: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => [sent].flat().filter((value) => value !== '')),
})
