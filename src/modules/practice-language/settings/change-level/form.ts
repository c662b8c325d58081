import { z } from 'zod'
import { oneOf } from '#platform/questions.ts'
import { levels } from '../../engine/finding.ts'
import { reasonOf } from '../questions.ts'

export const changeLevelForm = z.strictObject({
  level: oneOf(levels, 'Select how the rule prompts'),
  reason: reasonOf('Enter the reason: everybody in the borough can read it'),
})
