import { z } from 'zod'

/** The list as it was copied or saved from a spreadsheet. */
export const listForm = z.strictObject({
  list: z.string('Paste the staff list').refine((text) => text.trim() !== '', 'Paste the staff list'),
})
