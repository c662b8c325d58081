import type { Edit, LetterStory } from './story.ts'
import type { Telling } from './telling.ts'

/** Notes, and letters to the perpetrator's side. */
export const saveWriting = (telling: Telling): void => {
  const { story, authority, family, id, at, day, staff } = telling
  for (const [n, note] of (story.notes ?? []).entries())
    telling.addKept(
      'case_note',
      {
        id: id('note', n + 1),
        authority_id: authority,
        family_id: family,
        on_date: day(note.on),
        kind: note.kind,
        text: note.text,
        location_reason: note.locationReason ?? '',
        imported_from: note.imported ?? '',
        recorded_by: staff(note.by),
        recorded_at: at(note.written ?? note.on, `note ${n}`),
      },
      note.history,
    )
  for (const [n, letter] of (story.letters ?? []).entries()) saveLetter(telling, letter, n + 1)
}

const saveLetter = (telling: Telling, letter: LetterStory, number: number) => {
  const { story, authority, family, id, at, day, staff, person } = telling
  const by = letter.by ?? story.worker
  const { sent } = letter
  const checkedAt = sent === undefined ? null : `${day(sent)}T09:20:00Z`
  // Written, checked, sent: two changes after the first.
  const steps: readonly Edit[] =
    sent === undefined
      ? []
      : [
          { on: sent, by, was: { state: 'draft', checked_at: null } },
          { on: sent, by, was: { state: 'checked', sent_on: null } },
        ]
  telling.addKept(
    'letter',
    {
      id: id('letter', number),
      authority_id: authority,
      family_id: family,
      individual_id: person(letter.who),
      subject: letter.subject,
      text: letter.text,
      with_plan: letter.withPlan ?? false,
      attachments: [],
      state: sent === undefined ? 'draft' : 'sent',
      checked_at: checkedAt,
      sent_on: sent === undefined ? null : day(sent),
      recorded_by: staff(by),
      recorded_at: at(letter.on, `letter ${number}`),
    },
    [...(letter.history ?? []), ...steps],
  )
}
