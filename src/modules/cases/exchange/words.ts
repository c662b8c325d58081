import { z } from 'zod'

/** The kinds of value in a record that leaves, each with what it says. */
export const text = (description: string) => z.string().describe(description)
export const day = (description: string) => z.iso.date().describe(description)
export const instant = (description: string) => z.iso.datetime().describe(description)
export const personId = (description: string) => z.guid().describe(`${description}: the id of one of the people`)
export const id = z.guid().describe('Its id here, which never changes')
export const version = z.int().min(1).describe('Counts its changes')
export const withdrawal = z
  .strictObject({ at: instant('When it was withdrawn'), why: text('Why') })
  .nullable()
  .describe('Taken back, with the reason; null where it stands')
