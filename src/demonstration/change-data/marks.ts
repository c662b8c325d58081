import { addDays, addMonths, type LocalDate, localDate } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import type { Setting } from '../setting.ts'
import { lastYear } from './returns.ts'

type Told = {
  readonly measure: string | null
  readonly on: LocalDate
  readonly kind: string
  readonly label: string
  readonly reason: string | null
  readonly withdrawn?: LocalDate
}

/** What the people of a borough have marked on its lines. */
const marksOf = (borough: string, today: LocalDate): Told[] => {
  const end = localDate(`${lastYear(today)}-04-01`)
  if (borough === 'Hackney') {
    const form = addMonths(end, -21)
    return [
      {
        measure: null,
        on: form,
        kind: 'form in use',
        label: 'Perpetrator engagement form in the case system',
        reason: null,
      },
      {
        measure: 'b_new_dv_after_assessment',
        on: form,
        kind: 'new baseline',
        label: 'Question on domestic abuse made compulsory',
        reason:
          'From this quarter no assessment can be authorised without an answer to the question on domestic abuse. More are recorded since, which says nothing of how many there are.',
      },
    ]
  }
  if (borough === 'Waltham Forest')
    return [
      {
        measure: null,
        on: addMonths(end, -12),
        kind: 'recording changed',
        label: 'Factors 3A and 3B explained anew to assessment teams',
        reason: null,
      },
      {
        measure: null,
        on: addMonths(end, -30),
        kind: 'other',
        label: 'Move to another case system',
        reason: null,
        withdrawn: addDays(end, 80),
      },
    ]
  return []
}

/** Marks on the lines of a borough, and one that was taken off again. */
export const saveMarks = ({ world, today }: Setting, borough: string, authority: string, by: string): void => {
  for (const [index, mark] of marksOf(borough, today).entries()) {
    world.add('change_mark', {
      id: idOf('change mark', borough, index),
      authority_id: authority,
      measure: mark.measure,
      on_date: mark.on,
      kind: mark.kind,
      label: mark.label,
      reason: mark.reason,
      made_by: by,
      made_at: `${addDays(mark.on, 20) < today ? addDays(mark.on, 20) : today}T13:30:00Z`,
      withdrawn_by: mark.withdrawn === undefined ? null : by,
      withdrawn_at: mark.withdrawn === undefined ? null : `${mark.withdrawn}T11:00:00Z`,
    })
  }
}
