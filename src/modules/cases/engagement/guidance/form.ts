import { z } from 'zod'
import { lineOf, oneOf } from '#platform/questions.ts'
import { questionsOf } from '../definition.ts'
import { isGuidanceAddress } from '../guidance.ts'
import { standard1 } from '../standard.ts'

const title = lineOf({ missing: 'Enter what the guidance is called', name: 'Name', max: 200 })
const url = lineOf({ missing: 'Enter the address', name: 'Address', max: 500 }).refine(
  (text) => text === '' || isGuidanceAddress(text),
  'Enter an address that begins with https://',
)

export const addGuidanceForm = z.strictObject({
  question: oneOf(
    questionsOf(standard1).map(({ key }) => key),
    'Select the question',
  ),
  title,
  url,
})

/** `remove`: its button was pressed, and the rest does not matter. */
export const changeGuidanceForm = z.strictObject({ title, url, remove: z.literal('yes').optional() })
