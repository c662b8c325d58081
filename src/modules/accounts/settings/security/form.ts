import { z } from 'zod'

/** The longest that a screen of somebody who may see cases is left open, whatever an organisation would like. */
export const mostMinutesWithCases = 15
const mostMinutes = 60

/** Organisations whose people see cases, or a part of one. */
const seesCases = (kind: string): boolean => ['authority', 'provider'].includes(kind)

/** How many minutes an organisation of this kind may choose at most. */
export const mostMinutesOf = (kind: string): number => (seesCases(kind) ? mostMinutesWithCases : mostMinutes)

export const securityForm = (most: number) => {
  const minutes = `Minutes must be a whole number from 5 to ${most}`
  return z.strictObject({
    code: z.enum(['yes', 'no'], 'Choose whether everybody needs an authenticator app'),
    minutes: z
      .string('Enter the number of minutes')
      .trim()
      .min(1, 'Enter the number of minutes')
      .regex(/^\d{1,3}$/, minutes)
      .transform(Number)
      .refine((value) => value >= 5 && value <= most, minutes),
  })
}
