import { z } from 'zod'
import { lineOf, oneOf } from '#platform/questions.ts'

/** As the table checks them. */
export const emergencyOutcomes = ['right', 'not needed', 'to be looked into'] as const

export const reviewEmergencyForm = z.strictObject({
  outcome: oneOf(emergencyOutcomes, 'Select what you found'),
  note: lineOf({ missing: 'Say what you looked at', name: 'What you looked at', max: 2000 }),
})
