import { z } from 'zod'
import { always, oneOf, optionalLine } from '#platform/questions.ts'
import { reasonKeys } from '../entry.ts'

/** Why somebody is to be shown a protected detail. */
export const revealForm = z
  .strictObject({
    why: oneOf(reasonKeys, 'Select why you need to see it'),
    other: optionalLine({ name: 'The reason', max: 900 }).default(''),
  })
  .superRefine(({ why, other }, context) => {
    if (why === 'other' && other.length < 10)
      context.addIssue({ code: 'custom', path: ['other'], message: 'Enter the reason in a sentence' })
  }, always)
