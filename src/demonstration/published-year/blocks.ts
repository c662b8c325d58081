import { addDays, addMonths, type LocalDate } from '#platform/dates.ts'
import { weekday, workingDayFrom, workingDays } from '../calendar.ts'
import { makeChance } from '../chance.ts'
import { idOf } from '../ids.ts'
import type { Term } from '../setting.ts'

export type Course = { readonly id: string; readonly name: string; readonly days: number | null; readonly sort: number }

/** A run of a course: `ends` is the day after its last. */
export type Block = {
  readonly id: string
  readonly course: Course
  readonly term: Term
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly place: string
}

// A self-study course is open so long.
const openDays = 42

/** Spreads blocks over a term, from September to June, on days on which a course can be held. In the order of their dates. */
export const planBlocks = (course: Course, term: Term, count: number): Block[] => {
  const chance = makeChance('blocks', course.name, term.number)
  const days = workingDays(addDays(term.starts, 36), addMonths(term.ends, -1)).filter((date) => !isBusyDecember(date))
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 0.15 + 0.7 * chance.next()) / count
    // A share below one points inside the list, which holds ten months.
    const starts = firstDay(course, days[Math.floor(share * days.length)] as LocalDate)
    const place = placeOf(course, term.number, chance.happens(0.5))
    return {
      id: idOf('block', course.name, term.number, index),
      course,
      term,
      starts,
      ends: dayAfter(course, starts),
      place,
    }
  })
}

// Nobody has four days free before Christmas.
const isBusyDecember = (date: LocalDate) => date.slice(5) >= '12-12' && date.slice(5) <= '12-31'

/** Four days are two Tuesdays and two Wednesdays; two days never begin on a Friday. */
const firstDay = ({ days }: Course, date: LocalDate): LocalDate => {
  if (days === 4) return workingDayFrom(addDays(date, 1 - weekday(date)))
  return days === 2 && weekday(date) === 4 ? workingDayFrom(addDays(date, -1)) : date
}

const dayAfter = ({ days }: Course, starts: LocalDate): LocalDate => {
  if (days === null) return addDays(starts, openDays)
  return addDays(starts, days === 4 ? 9 : days)
}

const placeOf = ({ days }: Course, term: number, inPerson: boolean) => {
  if (days === null) return 'In one’s own time'
  // Year 1 was the second winter of the pandemic.
  return term > 1 && inPerson ? 'In person, training room 2' : 'Online'
}
