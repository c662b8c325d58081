import { z } from 'zod'
import { always, lineOf, oneOf } from '#platform/questions.ts'
import { chosenPeople, namedPeople, wrongWithPeople } from '../named.ts'

export const reviewSealForm = (known: readonly string[]) =>
  z
    .strictObject({
      outcome: oneOf(['kept', 'lifted'], 'Select whether the seal stays'),
      note: lineOf({ missing: 'Say why', name: 'Why', max: 2000 }).refine(
        (text) => text === '' || text.length >= 10,
        'Say why in a sentence',
      ),
      ...namedPeople(known),
    })
    .superRefine((typed, context) => {
      const wrong = typed.outcome === 'kept' ? wrongWithPeople(typed) : null
      if (wrong) context.addIssue({ code: 'custom', path: [wrong.field], message: wrong.message })
    }, always)
    .transform((typed) => ({ outcome: typed.outcome, note: typed.note, people: chosenPeople(typed) }))
