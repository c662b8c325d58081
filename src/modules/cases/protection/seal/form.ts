import { z } from 'zod'
import { always, lineOf } from '#platform/questions.ts'
import { chosenPeople, namedPeople, wrongWithPeople } from '../named.ts'

export const sealForm = (known: readonly string[]) =>
  z
    .strictObject({
      reason: lineOf({ missing: 'Say why the record has to be sealed', name: 'Reason', max: 2000 }).refine(
        (text) => text === '' || text.length >= 10,
        'Say in a sentence why the record has to be sealed',
      ),
      ...namedPeople(known),
    })
    .superRefine((typed, context) => {
      const wrong = wrongWithPeople(typed)
      if (wrong) context.addIssue({ code: 'custom', path: [wrong.field], message: wrong.message })
    }, always)
    .transform((typed) => ({ reason: typed.reason, people: chosenPeople(typed) }))
