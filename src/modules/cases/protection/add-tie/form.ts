import { z } from 'zod'
import { oneOf, optionalLine } from '#platform/questions.ts'

/** `people`: those of the family; `staff`: those of the borough. */
export const tieForm = (people: readonly string[], staff: readonly string[]) =>
  z.strictObject({
    person: oneOf(staff, 'Select the member of staff'),
    kind: oneOf(['is', 'knows'], 'Select whether they are this person or know them'),
    individual: oneOf(people, 'Select whom they are or know'),
    note: optionalLine({ name: 'Note', max: 500 }).default(''),
  })
