import { addDays, addMonths, daysBetween, formatMonth, type LocalDate, localDate } from '#platform/dates.ts'

/** Something on a timeline: from `starts` up to, not including, `ends`; open, it goes on. `about`: it lies somewhere in that time. */
export type TimelineMark = {
  readonly starts: LocalDate
  readonly ends: LocalDate | null
  readonly about?: boolean
  /** It comes out of another record than this one. */
  readonly elsewhere?: boolean
  /** What it is, in a line: shown when a pointer rests on it. */
  readonly title: string
}

/** Where a mark lies, in per cent of the width, and in which row of its lane. */
export type PlacedMark = {
  readonly mark: TimelineMark
  readonly left: number
  readonly width: number
  readonly row: number
  readonly goesOn: boolean
}

export type TimelineScale = {
  readonly starts: LocalDate
  readonly ends: LocalDate
  /** Per cent of the width at which a day begins: never below 0, never above 100. */
  at(day: LocalDate): number
  readonly ticks: readonly { readonly text: string; readonly at: number }[]
}

/** The narrowest that a mark is drawn, in per cent: a day of twenty years would not be seen. */
export const narrowest = 1.6
const mostTicks = 8

const yearStart = (day: LocalDate): LocalDate => localDate(`${day.slice(0, 4)}-01-01`)
const monthStart = (day: LocalDate): LocalDate => localDate(`${day.slice(0, 7)}-01`)

const tickDays = (starts: LocalDate, ends: LocalDate, months: number): LocalDate[] => {
  const days: LocalDate[] = []
  for (let day = starts; day < ends; day = addMonths(starts, months * days.length)) days.push(day)
  return days
}

/** From the year (or, within two years, the month) of the first day up to today. `today` is on it, what is to come is not. */
export const timelineScale = (days: readonly LocalDate[], today: LocalDate): TimelineScale => {
  const ends = addDays(today, 1)
  const first = days.reduce((earliest, day) => (day < earliest ? day : earliest), today)
  const isShort = daysBetween(first, ends) < 730
  const starts = isShort ? monthStart(first) : yearStart(first)
  const months = isShort ? 1 : 12
  const whole = daysBetween(starts, ends)
  const at = (day: LocalDate) => Math.min(100, Math.max(0, (daysBetween(starts, day) / whole) * 100))
  const all = tickDays(starts, ends, months)
  const every = Math.ceil(all.length / mostTicks)
  return {
    starts,
    ends,
    at,
    ticks: all
      .filter((_, index) => index % every === 0)
      .map((day) => ({ text: isShort ? formatMonth(day) : day.slice(0, 4), at: at(day) })),
  }
}

/** Puts marks into rows so that none hides another: each into the first row that is free where it begins. */
export const placeMarks = (marks: readonly TimelineMark[], scale: TimelineScale): readonly PlacedMark[] => {
  const taken: number[] = []
  return marks
    .map((mark) => {
      const right = mark.ends === null ? 100 : scale.at(mark.ends)
      const left = Math.min(scale.at(mark.starts), 100 - narrowest)
      return { mark, left, width: Math.max(narrowest, right - left), goesOn: mark.ends === null }
    })
    .sort((a, b) => a.left - b.left || a.width - b.width)
    .map((placed) => {
      const free = taken.findIndex((right) => right <= placed.left)
      const row = free < 0 ? taken.length : free
      taken[row] = placed.left + placed.width
      return { ...placed, row }
    })
}
