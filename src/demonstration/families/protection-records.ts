import { addDays, type LocalDate } from '#platform/dates.ts'
import { weekday } from '../calendar.ts'
import type { BreakGlassStory, SealStory } from './story.ts'
import type { Telling } from './telling.ts'

/** Seals, walls, ties, and records opened in an emergency. */
export const saveProtection = (telling: Telling): void => {
  const { story, authority, family, id, at, staff, person } = telling
  if (story.seal) saveSeal(telling, story.seal)
  const place = { authority_id: authority, family_id: family }
  for (const [n, wall] of (story.walls ?? []).entries())
    telling.add('family_wall', {
      id: id('wall', n),
      ...place,
      person_id: staff(wall.who),
      reason: wall.reason,
      set_by: staff(wall.by),
      set_at: at(wall.on, `wall ${n}`),
      ended_at: null,
      ended_by: null,
    })
  for (const [n, tie] of (story.ties ?? []).entries())
    telling.add('staff_tie', {
      id: id('tie', n),
      ...place,
      individual_id: person(tie.individual),
      person_id: staff(tie.who),
      kind: tie.kind,
      note: tie.note,
      set_by: staff(tie.by),
      set_at: at(tie.on, `tie ${n}`),
      ended_at: null,
      ended_by: null,
    })
  for (const [n, opened] of (story.emergencies ?? []).entries()) saveEmergency(telling, opened, n)
}

// Days between two looks at a seal.
const untilReview = 90

const saveSeal = (telling: Telling, seal: SealStory) => {
  const { authority, family, id, at, day, staff } = telling
  const place = { authority_id: authority, family_id: family, seal_id: id('seal') }
  telling.add('family_seal', {
    id: id('seal'),
    authority_id: authority,
    family_id: family,
    reason: seal.reason,
    sealed_by: staff(seal.by),
    sealed_at: at(seal.on, 'seal'),
    review_due: addDays(day(seal.reviews.at(-1)?.on ?? seal.on), untilReview),
    ended_at: null,
    ended_by: null,
    end_reason: '',
  })
  for (const who of seal.named)
    telling.add('family_seal_person', {
      id: id('seal person', who),
      ...place,
      person_id: staff(who),
      added_at: at(seal.on, 'seal'),
      ended_at: null,
    })
  for (const [n, review] of seal.reviews.entries())
    telling.add('family_seal_review', {
      id: id('seal review', n),
      ...place,
      reviewed_at: at(review.on, 'seal review'),
      reviewed_by: staff(review.by),
      outcome: 'kept',
      note: review.note,
    })
}

/** The second working day after a day, as the database counts them. */
const twoWorkingDaysAfter = (day: LocalDate): LocalDate => {
  let [date, left] = [day, 2]
  while (left > 0) {
    date = addDays(date, 1)
    if (weekday(date) < 5) left -= 1
  }
  return date
}

const saveEmergency = (telling: Telling, opened: BreakGlassStory, n: number) => {
  const { authority, family, id, at, day, staff } = telling
  const { on, by, reason, review } = opened
  const hour = Number(opened.at.slice(0, 2))
  // Past midnight it is the next day.
  const moment = (hours: number) =>
    `${day(on - Math.floor(hours / 24))}T${String(hours % 24).padStart(2, '0')}${opened.at.slice(2)}:00Z`
  telling.add('break_glass', {
    id: id('emergency', n),
    authority_id: authority,
    family_id: family,
    person_id: staff(by),
    reason,
    at: moment(hour),
    until: moment(hour + 4),
    ended_at: null,
    review_due: twoWorkingDaysAfter(day(on)),
    reviewed_at: review ? at(review.on, 'emergency review') : null,
    reviewed_by: review ? staff(review.by) : null,
    outcome: review?.outcome ?? '',
    review_note: review?.note ?? '',
  })
}
