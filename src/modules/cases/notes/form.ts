import { z } from 'zod'
import type { LocalDate } from '#platform/dates.ts'
import { always, dateBoxes, dayOf, linesOf, oneOf } from '#platform/questions.ts'
import { checkPastDay } from '../attempts/answers.ts'
import { longestNote, type NoteInput, noteKindKeys, withPlainLines } from './note.ts'

/** Bytes of a form with a note in it: sent without files, a character takes up to nine. */
export const noteLimit = 10 * 1024 * 1024
export const fileLimits = { files: { maxBytes: 10 * 1024 * 1024, most: 5 } } as const

// What is written is kept as it is: no trimming, no composing of marks, no changing of spaces.
const wholeText = z
  .string('Enter the note')
  .transform(withPlainLines)
  .refine((text) => text.trim() !== '', 'Enter the note')
  .refine(
    (text) => text.length <= longestNote,
    `The note must be ${longestNote.toLocaleString('en-GB')} characters or fewer`,
  )
  .refine((text) => text.isWellFormed(), 'The note has half a character in it, which cannot be kept: type it again')

/** A note of a family, on a day that has come. */
export const noteForm = ({ today }: { readonly today: LocalDate }) =>
  z
    .strictObject({
      ...dateBoxes('on'),
      kind: oneOf(noteKindKeys, 'Select what kind of note it is'),
      text: wholeText,
      locationReason: linesOf({ name: 'Why it may stay', max: 500 }).default(''),
    })
    .superRefine((typed, context) => {
      checkPastDay(typed, context, { name: 'on', label: 'Date of the note', today })
    }, always)
    .transform(
      (typed): NoteInput => ({
        onDate: dayOf(typed, 'on'),
        kind: typed.kind,
        text: typed.text,
        locationReason: typed.locationReason,
      }),
    )
