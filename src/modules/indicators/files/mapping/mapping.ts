import { z } from 'zod'
import { type FlagMapping, flagMapping } from '../../readers/flags/index.ts'

/** When a borough's workers say that there is domestic abuse: the biggest source of difference between boroughs. */
export const setAtAnswers = ['contact', 'referral'] as const
export type SetAt = (typeof setAtAnswers)[number]

/** Whether notifications of the police that led to no referral are rows of the table. */
export const policeAnswers = ['included', 'excluded', 'not known'] as const
export type Police = (typeof policeAnswers)[number]

/** How a table of domestic abuse at referral is to be read, and what its flag means. */
export type NewMapping = {
  readonly columns: FlagMapping
  readonly setAt: SetAt
  readonly police: Police
}

/** As it was saved: every version is kept. */
export type Mapping = NewMapping & {
  readonly version: number
  readonly savedBy: string
  readonly savedAt: Date
}

/** The same as JSON, while it waits to be confirmed. */
export const newMapping = z.strictObject({
  columns: flagMapping,
  setAt: z.enum(setAtAnswers),
  police: z.enum(policeAnswers),
})
